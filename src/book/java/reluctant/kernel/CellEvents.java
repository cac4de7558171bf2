package reluctant.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/**
 * What happens while a cell runs, as the shell tells it, put in sentences for the reader: a name
 * that is missing, a variable that is empty since something it was made from has changed, and an
 * error that has no message.
 */
final class CellEvents {
  /** What Java says of a call on an empty variable of a cell. */
  private static final Pattern EMPTY =
      Pattern.compile("because \"REPL\\.\\$JShell\\$\\w+\\.(\\w+)\" is null");

  private static final String FULL_STACK =
      "The stack is full: a method calls itself without an end, or values hold each other too"
          + " deeply (StackOverflowError).";

  private final JShell shell;
  private final List<SnippetEvent> events = new ArrayList<>();

  CellEvents(JShell shell) {
    this.shell = shell;
    shell.onSnippetEvent(events::add);
  }

  /** A cell begins. */
  void begin() {
    events.clear();
  }

  /** Puts what a kernel says of an error into a sentence, or leaves it as it is. */
  String told(String message) {
    return events.stream()
        .filter(event -> event.exception() != null)
        .reduce((earlier, later) -> later)
        .map(failed -> told(failed, message))
        .orElse(message);
  }

  private String told(SnippetEvent failed, String message) {
    for (Throwable cause = failed.exception(); cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedReferenceException missing) {
        return CompilerErrors.waiting(missing.getSnippet(), shell);
      }
    }
    Matcher empty = EMPTY.matcher(message);
    if (empty.find()) {
      return isEmpty(empty.group(1));
    }
    return failed.exception() instanceof EvalException e && "null".equals("" + e.getMessage())
        ? withoutMessage(e.getExceptionClassName(), failed.snippet().source())
        : message;
  }

  private String withoutMessage(String exception, String line) {
    if (exception.equals(StackOverflowError.class.getName())) {
      return FULL_STACK;
    }
    String empty = exception.equals(NullPointerException.class.getName()) ? emptyIn(line) : "";
    return empty.isEmpty()
        ? "This cell has thrown " + exception + ", without a message."
        : isEmpty(empty);
  }

  /** The empty variables that a line names, as in {@code List.of(trial)}. */
  private String emptyIn(String line) {
    return shell
        .variables()
        .filter(variable -> shell.status(variable) == Snippet.Status.VALID)
        .filter(variable -> line.matches("(?s).*\\b\\Q" + variable.name() + "\\E\\b.*"))
        .filter(variable -> "null".equals(shell.varValue(variable)))
        .map(VarSnippet::name)
        .collect(Collectors.joining(", "));
  }

  /** What is to be said at the end of a cell that went well. */
  List<String> remarks() {
    Stream<String> unresolved =
        events.stream()
            .map(SnippetEvent::snippet)
            .distinct()
            .filter(DeclarationSnippet.class::isInstance)
            .filter(this::isRecoverable)
            .map(snippet -> CompilerErrors.waiting((DeclarationSnippet) snippet, shell));
    return Stream.concat(unresolved, emptyLast().stream()).toList();
  }

  private boolean isRecoverable(Snippet snippet) {
    Snippet.Status status = shell.status(snippet);
    return status == Snippet.Status.RECOVERABLE_DEFINED
        || status == Snippet.Status.RECOVERABLE_NOT_DEFINED;
  }

  /** Kernels keep results by key, and have no key for null. */
  private Optional<String> emptyLast() {
    if (events.isEmpty()) {
      return Optional.empty();
    }
    SnippetEvent last = events.get(events.size() - 1);
    boolean isNull = last.causeSnippet() == null && last.value() == null;
    return !isNull
        ? Optional.empty()
        : switch (last.snippet().subKind()) {
          case VAR_VALUE_SUBKIND ->
              Optional.of(isEmpty(((ExpressionSnippet) last.snippet()).name()));
          case OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND ->
              Optional.of("The last line's value is null.");
          default -> Optional.empty();
        };
  }

  private static String isEmpty(String variable) {
    return variable + " is empty: run its cell again.";
  }
}
