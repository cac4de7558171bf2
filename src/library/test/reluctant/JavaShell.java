package reluctant;

import java.util.List;
import java.util.Locale;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;

/** Java that is given as text, compiled and run in this JVM, line after line. */
public final class JavaShell implements AutoCloseable {

  /** What an expression gave. Public for the expressions, which are compiled elsewhere. */
  @SuppressWarnings("NonFinalStaticField")
  public static @Nullable Object result;

  private final JShell shell;

  /** Opens a shell that sees the tests' classpath. */
  public JavaShell() {
    shell = JShell.builder().executionEngine("local").build();
    shell.addToClasspath(System.getProperty("java.class.path"));
  }

  /**
   * Runs statements, declarations or imports.
   *
   * @param java one or several, the last one with or without its semicolon
   * @throws AssertionError if one does not compile or throws
   */
  public void run(String java) {
    String rest = java;
    while (!rest.isBlank()) {
      var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      runOne(next.source() == null ? rest : next.source());
      rest = next.source() == null ? "" : next.remaining();
    }
  }

  private void runOne(String java) {
    for (SnippetEvent event : shell.eval(java)) {
      Snippet snippet = event.snippet();
      List<String> errors =
          shell.diagnostics(snippet).map(error -> error.getMessage(Locale.ROOT)).toList();
      if (event.exception() != null || event.status() != Snippet.Status.VALID) {
        throw new AssertionError(java + "\n" + errors, event.exception());
      }
    }
  }

  /**
   * Computes an expression.
   *
   * @param java the expression
   * @return its value
   * @throws AssertionError if it does not compile or throws
   */
  public @Nullable Object value(String java) {
    run(JavaShell.class.getName() + ".result = " + java);
    return result;
  }

  @Override
  public void close() {
    shell.close();
  }
}
