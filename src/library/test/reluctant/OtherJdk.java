package reluctant;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Properties;
import java.util.stream.Stream;

/** A JDK of another feature release than the one that runs the tests. */
public final class OtherJdk {
  private OtherJdk() {}

  /** Finds its java, or skips the test. */
  public static Path java() throws IOException {
    String named = System.getenv("RELUCTANT_OTHER_JDK");
    if (named != null) {
      return Path.of(named, "bin", "java");
    }
    var homes = new ArrayList<Path>();
    Path folder = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> found = Files.list(folder)) {
        found.sorted().forEach(homes::add);
      }
    }
    for (Path home : homes) {
      if (feature(home) >= 17 && feature(home) != Runtime.version().feature()) {
        return home.resolve("bin").resolve("java");
      }
    }
    return abort("No second JDK: set RELUCTANT_OTHER_JDK to the home of one.");
  }

  /** Reads the feature release, such as 25, from a JDK's release file. 0 if there is none. */
  private static int feature(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
      return 0;
    }
    var facts = new Properties();
    try (Reader text = Files.newBufferedReader(release)) {
      facts.load(text);
    }
    String version = facts.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Runtime.Version.parse(version).feature();
  }
}
