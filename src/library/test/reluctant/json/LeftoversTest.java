package reluctant.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  private static final long NOBODY = 999_999_999_999L;

  @TempDir Path folder;

  @Test
  void aSaveSweepsUpWhatKilledProcessesLeft() throws IOException {
    long here = ProcessHandle.current().pid();
    Path left = Files.createFile(folder.resolve(".run.json." + NOBODY + "-3.part"));
    Path leftByPython = Files.createFile(folder.resolve(".index.html." + NOBODY + ".part"));
    Path written = Files.createFile(folder.resolve(".other.json." + here + "-0.part"));
    Path own = Files.createFile(folder.resolve("a reader's own.part"));
    Path file = folder.resolve("run.json");
    JsonFile.save("start", file, lines -> lines.text("note", "a"));
    assertThat(left).doesNotExist();
    assertThat(leftByPython).doesNotExist();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(written, own, file);
    }
  }

  @Test
  void aFileThatIsBeingWrittenIsHiddenAndHasANameOfItsOwn() {
    Path file = folder.resolve("run.json");
    assertThat(Leftovers.aside(file)).isNotEqualTo(Leftovers.aside(file)).hasParentRaw(folder);
    assertThat(Leftovers.aside(file).getFileName().toString()).startsWith(".run.json.");
  }
}
