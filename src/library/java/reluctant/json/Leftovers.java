package reluctant.json;

import static reluctant.Text.format;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Files that are still being written, beside the place that they are for: hidden, and named after
 * the process that writes them. Who is killed leaves one, and the next save beside it removes it.
 */
final class Leftovers {
  private static final Pattern PART = Pattern.compile("\\..*\\.(\\d{1,18})(-\\d+)?\\.part");
  private static final AtomicLong COUNT = new AtomicLong();

  private Leftovers() {}

  /** A name of its own for a file that is being written, such as {@code .run.json.4711-1.part}. */
  static Path aside(Path file) {
    long writer = ProcessHandle.current().pid();
    return file.resolveSibling(
        format(".%s.%d-%d.part", file.getFileName(), writer, COUNT.incrementAndGet()));
  }

  /** Removes what processes that have ended left in a folder. What can't be removed stays. */
  static void sweep(Path folder) {
    try (var parts = Files.newDirectoryStream(folder, ".*.part")) {
      for (Path part : parts) {
        var name = PART.matcher(part.getFileName().toString());
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
          Files.deleteIfExists(part);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // The save itself will say what is wrong with the folder.
    }
  }
}
