package reluctant.lanes;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.OtherJdk;

/** The same trial gives the same bits: again, on several threads, on another JDK. */
class FingerprintTest {

  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          entry("abs-adam", "b7b5b8d961fc655a"),
          entry("abs-sgd-ragged", "ba102630bd02f12e"),
          entry("every-activation", "9e22fa9c95481633"),
          entry("spread-directions", "2f12cd2ef8aeb642"),
          entry("deep-unshuffled", "224980779b2a24f3"),
          entry("wide-mae", "fc5e5e6c314d13ce"),
          entry("drawn-by-the-seed", "b8f83f4eadf9ae1c"),
          entry("drawn-data", "94450f96c981d922"),
          entry("side-by-side", "826d7272d0255b36"),
          entry("wide-ragged", "fa7e59d21a41c9e5"),
          entry("formulas", "3240090685c4e2af"));

  @Test
  void bitsAreAsEver() {
    assertThat(Fingerprints.hashes()).isEqualTo(EXPECTED);
  }

  @Test
  void bitsAreTheSameOnTwoThreadsAtOnce() throws Exception {
    var threads = Executors.newFixedThreadPool(2);
    try {
      Callable<Map<String, String>> job = Fingerprints::hashes;
      for (var result : threads.invokeAll(List.of(job, job))) {
        assertThat(result.get()).isEqualTo(EXPECTED);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void bitsAreTheSameWithoutVectors() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    assertThat(hashesOf(java)).isEqualTo(EXPECTED);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {16, 32})
  void bitsAreTheSameInNarrowVectors(int bytes) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String narrow = "-XX:MaxVectorSize=" + bytes;
    assertThat(hashesOf(java, "--add-modules=jdk.incubator.vector", narrow)).isEqualTo(EXPECTED);
  }

  @Test
  void bitsAreTheSameOnAnotherJdk() throws Exception {
    Path java = OtherJdk.java();
    assertThat(hashesOf(java)).as("without vectors").isEqualTo(EXPECTED);
    assertThat(hashesOf(java, "--add-modules", "jdk.incubator.vector"))
        .as("with vectors")
        .isEqualTo(EXPECTED);
  }

  private static Map<String, String> hashesOf(Path java, String... options) throws Exception {
    var command = new ArrayList<String>(List.of(java.toString()));
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Fingerprints.class.getName()));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().map(line -> line.split(" ")).collect(toMap(w -> w[0], w -> w[1]));
  }
}
