package reluctant.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reluctant.OtherJdk;

/**
 * Random trials give the same bits by the readable trainer and by lanes, in vectors of any width
 * and in plain Java, on this JDK and another one. Each way has a JVM of its own.
 */
class AllTrainersTest {

  private static final String TRIALS = "10000";
  private static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

  @Test
  @Tag("long")
  void allWaysGiveOneHash() throws Exception {
    var ways = new ArrayList<Callable<List<String>>>();
    for (Path java :
        List.of(Path.of(System.getProperty("java.home"), "bin", "java"), OtherJdk.java())) {
      ways.add(() -> hashes(java, RandomTrialHashes.READABLE, List.of()));
      ways.add(() -> hashes(java, RandomTrialHashes.LANES, List.of()));
      ways.add(() -> hashes(java, RandomTrialHashes.LANES, VECTORS));
      ways.add(() -> hashes(java, RandomTrialHashes.LANES, narrow(32)));
      ways.add(() -> hashes(java, RandomTrialHashes.LANES, narrow(16)));
    }
    List<List<String>> lines = runAll(ways);
    List<String> expected = lines.get(0).subList(1, lines.get(0).size());
    assertThat(expected).last().asString().startsWith(TRIALS + " ");
    assertThat(lines).extracting(way -> way.get(0)).contains("one by one", "plain Java");
    for (List<String> way : lines) {
      assertThat(way.subList(1, way.size())).as(way.get(0)).isEqualTo(expected);
    }
  }

  private static List<String> narrow(int bytes) {
    var options = new ArrayList<>(VECTORS);
    options.add("-XX:MaxVectorSize=" + bytes);
    return options;
  }

  private static List<List<String>> runAll(List<Callable<List<String>>> ways) throws Exception {
    var threads = Executors.newFixedThreadPool(2);
    try {
      var lines = new ArrayList<List<String>>();
      for (Future<List<String>> way : threads.invokeAll(ways)) {
        lines.add(way.get());
      }
      return lines;
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> hashes(Path java, String way, List<String> options) throws Exception {
    var command = new ArrayList<>(List.of(java.toString(), "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(options);
    command.addAll(List.of(RandomTrialHashes.class.getName(), way, TRIALS));
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
    Process process = builder.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(String.join(" ", command) + "\n" + output).isZero();
      return output.lines().toList();
    } finally {
      process.destroyForcibly(); // Where the test was interrupted.
    }
  }
}
