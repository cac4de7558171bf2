package reluctant.notebook;

import java.util.List;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/**
 * The sentence that stands above a kernel's error, where there is a better one than the compiler's.
 *
 * <p>Kernels lay an error out line by line with a styler and let nobody change the whole. So this
 * listens to the shell, remembers what to say of the last cell, and the styler asks for it.
 */
final class ErrorSentences {
  private static final String UNFINISHED = "Incomplete input:";
  private static final String FULL_STACK =
      "The stack is full: a method calls itself without an end, or values hold each other too"
          + " deeply (StackOverflowError).";

  /** What to say, above which source, and whether the code threw it as it ran. */
  private record Told(String sentence, String source, boolean thrown) {}

  private final JShell shell;
  private volatile @Nullable Told last;
  private volatile boolean unfinished;

  private ErrorSentences(JShell shell) {
    this.shell = shell;
  }

  /** Listens to a shell from now on. */
  static ErrorSentences of(JShell shell) {
    var sentences = new ErrorSentences(shell);
    shell.onSnippetEvent(sentences::hear);
    return sentences;
  }

  private void hear(SnippetEvent event) {
    if (event.causeSnippet() == null) {
      try {
        last = told(event);
      } catch (IllegalArgumentException | IllegalStateException e) {
        last = null; // The shell has closed, or has forgotten a declaration.
      }
    }
  }

  private @Nullable Told told(SnippetEvent event) {
    Snippet snippet = event.snippet();
    if (event.exception() instanceof UnresolvedReferenceException unresolved) {
      DeclarationSnippet used = unresolved.getSnippet();
      return new Told(waiting(used), used.source(), true);
    }
    if (event.exception() instanceof EvalException thrown) {
      boolean full = StackOverflowError.class.getName().equals(thrown.getExceptionClassName());
      return full ? new Told(FULL_STACK, snippet.source(), true) : null;
    }
    if (event.status() == Snippet.Status.REJECTED) {
      return shell
          .diagnostics(snippet)
          .findFirst()
          .flatMap(error -> CompilerErrors.sentence(error, snippet.source(), shell))
          .map(sentence -> new Told(sentence, snippet.source(), false))
          .orElse(null);
    }
    boolean waits = event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED;
    return waits && snippet instanceof DeclarationSnippet declaration
        ? new Told(waiting(declaration), snippet.source(), false)
        : null;
  }

  private String waiting(DeclarationSnippet declaration) {
    String name = declaration.name() + (declaration instanceof MethodSnippet ? "(..)" : "");
    return CompilerErrors.waiting(name, shell.unresolvedDependencies(declaration).toList());
  }

  /** What is said in place of a line of an error. */
  String line(String line) {
    if (line.equals(UNFINISHED)) {
      unfinished = true;
      return UnfinishedCell.SAID;
    }
    return line;
  }

  /** What stands above a trace: a sentence, or nothing. */
  List<String> aboveTrace() {
    Told told = last;
    if (told != null && told.thrown()) {
      last = null;
      return List.of(told.sentence());
    }
    return List.of();
  }

  /** What stands above a source that is shown as the place of an error: a sentence, or nothing. */
  List<String> above(String source) {
    if (unfinished) {
      unfinished = false;
      return List.of(UnfinishedCell.place(source));
    }
    Told told = last;
    if (told != null && told.source().equals(source)) {
      last = null;
      return List.of(told.sentence());
    }
    return List.of();
  }
}
