package reluctant.kernel;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;

/**
 * What Shift-Tab shows beside a signature: our javadoc, which JShell reads from sources.
 *
 * <p>JShell looks for sources in the JDK's src.zip alone, and has no door for others. JJava runs
 * with its package open, so that the list of sources can be made longer. Where any of this is
 * otherwise, as in IJava, signatures are shown without javadoc.
 */
final class Javadoc {
  private Javadoc() {}

  /** The library's sources, beside the target/lib that it was loaded from. */
  static Optional<Path> sources() {
    try {
      Path jar = Path.of(Javadoc.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path sources = jar.toRealPath().resolve("../../../src/library/java").normalize();
      return Optional.of(sources).filter(Files::isDirectory);
    } catch (URISyntaxException | IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Adds sources to those that a shell reads javadoc from, if it can be done. */
  static void add(Path sources, JShell shell) {
    try {
      SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
      Method found = analysis.getClass().getDeclaredMethod("findSources");
      Field known = analysis.getClass().getDeclaredField("availableSources");
      found.setAccessible(true);
      known.setAccessible(true);
      var all =
          new ArrayList<Object>(
              (List<?>) Objects.requireNonNull(found.invoke(analysis), "sources"));
      all.add(0, sources);
      known.set(analysis, List.copyOf(all));
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Another JShell than that of JDK 17 to 25, or one that is not open.
    }
  }
}
