package reluctant.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a whole JVM. */
@Timeout(300)
class SweepProcessTest {

  @TempDir Path folder;

  private static void assertIsTakenUp(Path file) throws IOException {
    long lines = Files.readString(file).lines().count();
    assertThat(lines).as("lines of a file that is not whole").isBetween(9L, 317L);
    var alone = SweepChild.IN_A_FILE.outcomes(Trials::fingerprint).run();
    var resumed = SweepChild.IN_A_FILE.file(file).outcomes(Trials::fingerprint).run();
    assertThat(resumed).hasToString(alone.toString());
    for (int outcome : alone.outcomes()) {
      assertThat(resumed.examples(outcome)).isEqualTo(alone.examples(outcome));
    }
    assertThat(Files.readAllLines(file)).hasSize(5 + 313);
  }

  @Test
  void aKilledSweepIsTakenUp() throws Exception {
    Path file = folder.resolve("sweep.jsonl");
    Process child = SweepChild.start(List.of(), "-Xmx64m", "waiting", file.toString());
    try (var out = child.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo("waiting");
      child.destroyForcibly().waitFor();
    }
    assertIsTakenUp(file);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDiskThatIsFullKeepsWhatWasCounted() throws Exception {
    Path file = folder.resolve("sweep.jsonl");
    var limited = List.of("sh", "-c", "ulimit -f 30; exec \"$@\"", "sh");
    Process child = SweepChild.start(limited, "-Xmx64m", "file", file.toString());
    try (var out = child.inputReader(UTF_8)) {
      assertThat(out.lines())
          .singleElement()
          .asString()
          .startsWith(
              file + " can't be written, make room and run again, it keeps what was counted");
    }
    assertThat(Files.readString(file)).endsWith("}\n");
    assertIsTakenUp(file);
  }

  @Test
  void aMillionSeedsNeedNoMoreMemoryThanAThousand() throws Exception {
    Process child = SweepChild.start(List.of(), "-Xmx20m", "long");
    try (var out = child.inputReader(UTF_8)) {
      assertThat(out.lines()).contains("1000000 trials");
    }
  }
}
