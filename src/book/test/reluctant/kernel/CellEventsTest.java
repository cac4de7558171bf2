package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CellEventsTest {
  private final JShell shell = JShell.builder().executionEngine("local").build();
  private final CellEvents events = new CellEvents(shell);

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void aNameThatIsMissingIsToldWhenItsUserIsDeclaredAndWhenItRuns() {
    String sentence =
        "twice(..) uses Mathh, which nothing declares: correct the name, or run the cell that"
            + " declares it, then this one again.";
    assertThat(remarks("double twice(double x) { return Mathh.abs(2 * x); }"))
        .containsExactly(sentence);
    assertThat(told("twice(1)")).isEqualTo(sentence);
  }

  @Test
  void aNameThatALaterLineOfTheCellDefinesIsNot() {
    assertThat(
            remarks(
                "double fourTimes(double x) { return 2 * twice(x); }",
                "double twice(double x) { return 2 * x; }"))
        .isEmpty();
  }

  @Test
  void anEmptyVariableIsToldByItsName() {
    shell.eval("String text = null;");
    assertThat(told("text.length()")).isEqualTo("text is empty: run its cell again.");
    assertThat(told("java.util.List.of(text)")).isEqualTo("text is empty: run its cell again.");
    assertThat(told("throw new NullPointerException();"))
        .isEqualTo("This cell has thrown java.lang.NullPointerException, without a message.");
  }

  @Test
  void anEndlessCallIsNotToldAsNull() {
    shell.eval("int deeper(int x) { return deeper(x + 1) + 1; }");
    assertThat(told("deeper(0)")).startsWith("The stack is full: a method calls itself");
  }

  @Test
  void otherErrorsStayAsTheyAre() {
    assertThat(told("Integer.parseInt(\"one\")")).isEqualTo("For input string: \"one\"");
    assertThat(events.told("Incomplete input")).isEqualTo("Incomplete input");
  }

  private List<String> remarks(String... cells) {
    events.begin();
    for (String cell : cells) {
      shell.eval(cell);
    }
    return events.remarks();
  }

  private String told(String cell) {
    events.begin();
    SnippetEvent event = shell.eval(cell).get(0);
    return events.told("" + event.exception().getMessage());
  }
}
