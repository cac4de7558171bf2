package reluctant.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import org.jspecify.annotations.Nullable;
import reluctant.Require;

/** Where a file is: a plain one, at the end of all links. */
public final class Place {

  private static final int MOST_LINKS = 40; // As many as Linux follows.

  private Place() {}

  /**
   * Returns where a file is written, which need not be there yet: at the end of all links.
   *
   * @throws IllegalArgumentException if something else is there
   */
  public static Path ofPlainFile(Path file) {
    Path place = file.toAbsolutePath();
    try {
      for (int links = 0; Files.isSymbolicLink(place); links++) {
        if (links == MOST_LINKS) {
          throw refused(file, "links that lead to each other", null);
        }
        place = place.resolveSibling(Files.readSymbolicLink(place));
      }
    } catch (IOException e) {
      throw refused(file, "a link that can't be read, " + e, e);
    }
    if (place.getFileName() == null || Files.exists(place)) {
      checkPlain(file, place);
    }
    return place;
  }

  /**
   * Makes sure that there is a plain file, or a link to one, to read from.
   *
   * @throws IllegalArgumentException if there is nothing or something else
   */
  static void checkPlainFile(Path file) {
    if (!Files.exists(file)) {
      throw refused(file, "none there", null);
    }
    checkPlain(file, file);
  }

  private static void checkPlain(Path file, Path place) {
    if (!Files.isRegularFile(place)) {
      throw refused(file, Files.isDirectory(place) ? "a folder" : "a device or pipe", null);
    }
  }

  private static IllegalArgumentException refused(
      Path file, String found, @Nullable Exception cause) {
    return Require.refusal(file + " must be a plain file. Received: " + found, cause);
  }

  /** Gives what is about to replace a file that file's mode. */
  static void keepMode(Path old, Path successor) throws IOException {
    var mode =
        Files.getFileAttributeView(
            successor, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (mode != null && Files.exists(old)) {
      mode.setPermissions(Files.getPosixFilePermissions(old));
    }
  }
}
