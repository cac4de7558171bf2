package reluctant.kernel;

import static reluctant.Text.format;

import java.io.PrintStream;
import java.util.List;
import java.util.function.BiConsumer;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;

/**
 * Methods of one name in several cells.
 *
 * <p>When something that they use changes, JShell compiles them again, into one class. If the cell
 * of one runs again after that, the others' class still has the old one too, and JShell calls the
 * two ambiguous. So the others are declared again as well.
 */
final class Overloads {
  private Overloads() {}

  /** Lets the cell of one of several overloads run again. */
  static void renew(JShell shell) {
    onOverload(shell, (name, others) -> others.forEach(other -> shell.eval(other.source())));
  }

  /** Prints a sentence where {@link LoadedClasses} could not be kept true. */
  static void warn(JShell shell, PrintStream out) {
    onOverload(shell, (name, others) -> out.println(sentence(name)));
  }

  private static void onOverload(JShell shell, BiConsumer<String, List<MethodSnippet>> action) {
    var acting = new boolean[1];
    shell.onSnippetEvent(
        event -> {
          if (!acting[0]
              && event.causeSnippet() == null
              && event.snippet() instanceof MethodSnippet method
              && event.status().isDefined()) {
            List<MethodSnippet> others = others(shell, method);
            acting[0] = true;
            try {
              if (!others.isEmpty()) {
                action.accept(method.name(), others);
              }
            } finally {
              acting[0] = false;
            }
          }
        });
  }

  private static List<MethodSnippet> others(JShell shell, MethodSnippet method) {
    return shell
        .methods()
        .filter(other -> other != method && other.name().equals(method.name()))
        .toList();
  }

  private static String sentence(String name) {
    return format(
        "Two methods are named %s, and this kernel may then keep old values when cells run again."
            + " Give one of them another name, restart the kernel and run all.",
        name);
  }
}
