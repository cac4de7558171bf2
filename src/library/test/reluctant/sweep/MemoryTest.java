package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static reluctant.data.Problems.xor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.ChildJvm;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.train.Trial;

/** What does not fit into memory is refused before it is tried, and what is said to fit does. */
class MemoryTest {

  @TempDir private Path folder;

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"", "--add-modules=jdk.incubator.vector"})
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void whatDoesNotFitIsRefusedAndWhatIsSaidToFitDoes(String engine) throws IOException {
    Path options = Files.writeString(folder.resolve("options"), "-Xmx128m " + engine);
    String fit = engine.isEmpty() ? "plain" : "watched";
    Process child = ChildJvm.start(MemoryChild.class, List.of(), "@" + options, "7", "25", fit);
    String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(told).doesNotContain("FAILED", "Exception in");
    List<String> large = told.lines().filter(line -> line.endsWith(" x 1000")).toList();
    assertThat(large).hasSize(6).allMatch(line -> line.startsWith("refused for "));
    assertThat(told.lines().filter(line -> line.startsWith("trained"))).hasSizeGreaterThan(5);
    assertThat(told).contains("refused for batchSize").contains("refused for the model");
    assertThat(told).contains("trained drawn").contains("refused for samples drawn");
  }

  @Test
  void samplesThatCantBeDrawnAreToldToo() {
    var problem = xor(Integer.MAX_VALUE, 0.1);
    var trial = new Trial(Sequential.of(2, new Dense(1)), problem, Trials.tiny().fit(), 0);
    assertThatIllegalArgumentException()
        .isThrownBy(trial::run)
        .withMessageStartingWith("samples must be at most ")
        .withMessageEndingWith(" Received: 2147483647");
  }
}
