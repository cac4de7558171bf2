package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorSentencesTest {
  private static JShell shell;
  private static ErrorSentences sentences;

  @BeforeAll
  static void open() {
    shell = JShell.builder().executionEngine("local").build();
    shell.addToClasspath(System.getProperty("java.class.path"));
    sentences = ErrorSentences.of(shell);
    for (String java :
        List.of(
            "import reluctant.sweep.*;", "Sweep sweep = null;", "class Waiting { Zork zork; }")) {
      shell.eval(java);
    }
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  /** What stands above the place of an error. */
  private static List<String> said(String java) {
    SnippetEvent event = shell.eval(java).get(0);
    return sentences.above(event.snippet().source());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mathh.abs(3)                       | Nothing is named Mathh here: correct the name,
          nothing(3)                         | Nothing is named nothing here:
          Sweeep other = null;               | Nothing is named Sweeep here:
          import reluctant.nn.Denze;         | Nothing is named Denze in reluctant.nn: correct the name;
          sweep.outcoms(r -> 1)              | Nothing is named outcoms in sweep:
          import reluctant.foo.*;            | There is no package of the name in `import reluctant.foo.*;`:
          here.and.there()                   | Nothing is named here here:
          new Waiting()                      | Waiting uses Zork, which nothing declares:
          sweep.outcomes(r -> new Object())  | Outcomes must be of one type that can be compared,
          var o = sweep.outcomes(r -> r.history().loss()).run(); | Outcomes must be of one type
          """)
  void anErrorHasOneSentenceWithTheCure(String java, String sentence) {
    assertThat(said(java)).singleElement().asString().startsWith(sentence).endsWith(".");
    assertThat(said("1 + 1")).isEmpty();
  }

  @Test
  void otherErrorsAreTheKernels() {
    assertThat(said("int i = \"a\";")).isEmpty();
    assertThat(said("int i = sweep.outcomes(r -> 1);")).isEmpty();
    assertThat(said("throw new IllegalStateException(\"mine\");")).isEmpty();
  }

  @Test
  void aSentenceIsSaidOnceAndAboveItsOwnSourceAlone() {
    shell.eval("Mathh.abs(4)");
    assertThat(sentences.above("Mathh.abs(5)")).isEmpty();
    assertThat(sentences.above("Mathh.abs(4)")).hasSize(1);
    assertThat(sentences.above("Mathh.abs(4)")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          foo(1,                        | nothing closes the ( in `foo(1,`, so close it.
          f() {~  if (true) {~  }       | nothing closes the { in `f() {`, so close it.
          f(new int[] {1, 2},~ ")", ')' | nothing closes the ( in `f(new int[] {1, 2},`, so close it.
          f( // )~/* ) */               | nothing closes the ( in `f( // )`, so close it.
          var s = \"""~("               | nothing closes the \""" in `var s = \"""`, so close it.
          f() /* {                      | nothing closes the /* in `f() /* {`, so close it.
          int x = y +                   | its last statement, `int x = y +`, goes on, so write the rest of it.
          ))) if (true)                 | its last statement, `))) if (true)`, goes on, so write the rest of it.
          """)
  void aCellThatIsNotFinishedSaysWhere(String source, String place) {
    assertThat(sentences.line("Incomplete input:")).isEqualTo("This cell is not finished:");
    assertThat(sentences.above(source.replace('~', '\n'))).containsExactly(place);
  }

  @Test
  void aLongUnfinishedCellIsCutAndReadInOnePass() {
    String hostile = "f(\"".repeat(100_000);
    assertThat(UnfinishedCell.place(hostile)).hasSizeLessThan(120);
  }
}
