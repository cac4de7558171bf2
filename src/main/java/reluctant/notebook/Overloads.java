package reluctant.notebook;

import static reluctant.Text.format;

import java.io.PrintStream;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;

/**
 * A warning of overloaded methods in cells.
 *
 * <p>JShell compiles methods of one name into one class and hands it over once for each of them.
 * JJava 1.0 refuses the second copy and with it the classes behind it, and nobody is told: from
 * then on cells that run again see old values of variables.
 */
final class Overloads {
  private Overloads() {}

  /** Prints a sentence when a cell declares a method of the name of another one. */
  static void warn(JShell shell, PrintStream out) {
    shell.onSnippetEvent(
        event -> {
          if (event.causeSnippet() == null
              && event.snippet() instanceof MethodSnippet method
              && event.status().isDefined()
              && shell.methods().anyMatch(other -> overloads(method, other))) {
            out.println(sentence(method.name()));
          }
        });
  }

  private static boolean overloads(MethodSnippet method, MethodSnippet other) {
    return other != method && other.name().equals(method.name());
  }

  private static String sentence(String name) {
    return format(
        "Two methods are named %s, and this kernel may then keep old values when cells run again."
            + " Give one of them another name, restart the kernel and run all.",
        name);
  }
}
