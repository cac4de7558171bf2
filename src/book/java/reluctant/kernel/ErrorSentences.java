package reluctant.kernel;

import java.util.List;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;

/**
 * The sentence that stands above a compiler's error, where there is a better one. What a cell
 * throws as it runs is told by {@link CellEvents}.
 *
 * <p>Kernels lay an error out line by line with a styler and let nobody change the whole. So this
 * listens to the shell, remembers what to say of the last cell, and the styler asks for it.
 */
final class ErrorSentences {
  private static final String UNFINISHED = "Incomplete input:";

  /** What to say, and above which source. */
  private record Told(String sentence, String source) {}

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
    if (event.status() == Snippet.Status.REJECTED) {
      return shell
          .diagnostics(snippet)
          .findFirst()
          .flatMap(error -> CompilerErrors.sentence(error, snippet.source(), shell))
          .map(sentence -> new Told(sentence, snippet.source()))
          .orElse(null);
    }
    boolean waits = event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED;
    return waits && snippet instanceof DeclarationSnippet declaration
        ? new Told(CompilerErrors.waiting(declaration, shell), snippet.source())
        : null;
  }

  /** What is said in place of a line of an error. */
  String line(String line) {
    if (line.equals(UNFINISHED)) {
      unfinished = true;
      return UnfinishedCell.SAID;
    }
    return line;
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
