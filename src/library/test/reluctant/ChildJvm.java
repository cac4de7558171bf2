package reluctant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own, which can be killed. */
public final class ChildJvm {
  private ChildJvm() {}

  /** Starts a class of the tests, with what stands before the command of the JVM. */
  public static Process start(
      Class<?> main, List<String> before, String option, String... arguments) throws IOException {
    var command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:-UsePerfData", option));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    var child = new ProcessBuilder(command).redirectErrorStream(true);
    // Each would be told in the first line.
    child.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
    return child.start();
  }
}
