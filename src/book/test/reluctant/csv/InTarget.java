package reluctant.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Folders for a test below the one that Java runs in, where CSV files must be. */
final class InTarget implements TempDirFactory {

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
      throws IOException {
    return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "csv");
  }

  /** Writes a file and returns its name. */
  static String write(Path folder, String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
    return name(folder.resolve(name));
  }

  /** Returns the name of a file in a folder for a test. */
  static String name(Path file) {
    return file.toString().replace('\\', '/');
  }
}
