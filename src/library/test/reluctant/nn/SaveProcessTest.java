package reluctant.nn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.nn.SaveChild.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import reluctant.ChildJvm;

/** A network that is being saved while its JVM ends, or its disk does. */
@Timeout(300)
class SaveProcessTest {

  @TempDir Path folder;

  private void assertWhole(Path file) {
    assertThat(Network.load(file)).isIn(network(0), network(1));
  }

  @Test
  void aKilledSaveLeavesAWholeFile() throws Exception {
    Path file = folder.resolve("network.json");
    Process child = ChildJvm.start(SaveChild.class, List.of(), "-Xmx64m", "10000", file.toString());
    try (var out = child.inputReader(UTF_8)) {
      for (int i = 0; i < 6; i++) {
        assertThat(out.readLine()).isEqualTo("saved");
        assertWhole(file);
      }
      while (parts().isEmpty()) {
        Thread.onSpinWait();
      }
      child.destroyForcibly().waitFor();
    }
    assertWhole(file);
    network(1).save(file);
    assertThat(Network.load(file)).isEqualTo(network(1));
    assertThat(parts()).as("left by the killed one").isEmpty();
  }

  private List<Path> parts() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFullDiskLeavesTheOldFile() throws Exception {
    Path file = folder.resolve("network.json");
    network(0).save(file);
    byte[] old = Files.readAllBytes(file);
    var limited = List.of("sh", "-c", "ulimit -f 30; exec \"$@\"", "sh");
    Process child = ChildJvm.start(SaveChild.class, limited, "-Xmx64m", "1", file.toString());
    try (var out = child.inputReader(UTF_8)) {
      assertThat(out.lines())
          .singleElement()
          .asString()
          .startsWith(file + " can't be written, choose a folder with room that is yours: ");
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(old);
    assertThat(parts()).isEmpty();
  }

  @Test
  void aNetworkThatTheMemoryCannotHoldIsRefusedBeforeItIsRead() throws Exception {
    Path file = folder.resolve("network.json");
    var model = Sequential.of(1, new Dense(1_000_000));
    new Network(model, new double[2_000_000]).save(file);
    Process child = ChildJvm.start(SaveChild.class, List.of(), "-Xmx32m", "load", file.toString());
    try (var out = child.inputReader(UTF_8)) {
      assertThat(out.lines())
          .containsExactly(
              file
                  + " can't be used: it needs 41 MB of memory for its 2000000 parameters, start Java"
                  + " with -Xmx41m or more");
    }
    child = ChildJvm.start(SaveChild.class, List.of(), "-Xmx64m", "load", file.toString());
    try (var out = child.inputReader(UTF_8)) {
      assertThat(out.lines()).containsExactly(model + " with 2000000 parameters");
    }
  }
}
