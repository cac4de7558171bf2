package reluctant.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.CsvProblem.Kind.BINARY;
import static reluctant.data.CsvProblem.Kind.CLASSES;
import static reluctant.data.CsvProblem.Kind.TARGETS;

import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.nn.RandomStream;

/** What a problem makes of a table, wherever that was read. */
class CsvProblemTest {

  private static final String SHA_256 = "0123456789abcdef".repeat(4);
  private static final CsvFile KNOWN = CsvFile.known("plants.csv", 3, SHA_256);
  private static final CsvFile CHOSEN = KNOWN.inputs("long", "wide");

  private final List<Boolean> reads = new ArrayList<>();

  /** Three plants whose last column is 1, 0, 1. */
  private static CsvTable table(String... classes) {
    var numbers = new SimpleMatrix(new double[][] {{1.5, 2, 1}, {-3, 0.5, 0}, {400, 5, 1}});
    var columns =
        List.of(
            new CsvTable.Column(1, "long"),
            new CsvTable.Column(2, "wide"),
            new CsvTable.Column(3, "kind"));
    return new CsvTable(SHA_256, columns, numbers, List.of(classes));
  }

  private CsvProblem problem(
      CsvFile file, CsvProblem.Kind kind, int outputs, List<String> targets, String... classes) {
    CsvProvider reader =
        (unread, columns, areClasses) -> {
          reads.add(areClasses);
          return table(classes);
        };
    return CsvProblem.of(file, kind, targets, outputs, reader);
  }

  private CsvProblem classes(CsvFile file, int count) {
    return problem(file, CLASSES, count, List.of("kind"), "iris", "rosa");
  }

  private static void has(CsvProblem problem, double[][] inputs, double[][] targets) {
    Dataset data = problem.draw(RandomStream.DATA.of(1));
    assertThat(data.name()).isEqualTo(problem + ", drawn");
    assertThat(data.inputs().toArray2()).isDeepEqualTo(inputs);
    assertThat(data.targets().toArray2()).isDeepEqualTo(targets);
    assertThat(problem.samples()).isEqualTo(inputs.length);
    assertThat(problem.features()).isEqualTo(inputs[0].length);
    assertThat(problem.outputs()).isEqualTo(targets[0].length);
    assertThat(problem.isFixed()).isTrue();
  }

  @Test
  void classesAreColumnsOfOnesInTheOrderOfTheirNames() {
    CsvProblem plants = classes(CsvFile.of("plants.csv"), 0);
    has(
        plants,
        new double[][] {{1.5, 2}, {-3, 0.5}, {400, 5}},
        new double[][] {{0, 1}, {1, 0}, {0, 1}});
    assertThat(plants).hasToString(CHOSEN + ".classes(\"kind\", 2)");
    assertThat(plants.inputNames()).containsExactly("long", "wide");
    assertThat(plants.targetNames()).containsExactly("kind");
    assertThat(plants.classNames()).containsExactly("iris", "rosa");
  }

  @Test
  void twoClassesMayBeOneColumnOfZeroAndOne() {
    CsvProblem plants =
        problem(CsvFile.of("plants.csv"), BINARY, 1, List.of("kind"), "iris", "rosa");
    has(plants, new double[][] {{1.5, 2}, {-3, 0.5}, {400, 5}}, new double[][] {{1}, {0}, {1}});
    assertThat(plants).hasToString(CHOSEN + ".binary(\"kind\")");
    assertThat(reads).containsExactly(true);
  }

  @Test
  void targetsAreTheirNumbers() {
    CsvProblem plants = problem(CsvFile.of("plants.csv"), TARGETS, 2, List.of("wide", "kind"));
    has(plants, new double[][] {{1.5}, {-3}, {400}}, new double[][] {{2, 1}, {0.5, 0}, {5, 1}});
    assertThat(plants).hasToString(KNOWN.inputs("long") + ".targets(\"wide\", \"kind\")");
    assertThat(plants.targetNames()).containsExactly("wide", "kind");
    assertThat(plants.classNames()).isEmpty();
    assertThat(reads).containsExactly(false);
  }

  @Test
  void aFileIsReadOnceAndThatOfALineWhenItIsNeeded() {
    CsvProblem line = classes(CHOSEN, 2);
    assertThat(line.samples()).isEqualTo(3);
    assertThat(reads).isEmpty();
    Dataset drawn = line.draw(RandomStream.DATA.of(1));
    assertThat(line.draw(RandomStream.DATA.of(2))).isSameAs(drawn);
    assertThat(line.classNames()).containsExactly("iris", "rosa");
    assertThat(reads).containsExactly(true);
    CsvProblem read = classes(CsvFile.of("plants.csv"), 0);
    assertThat(read.draw(RandomStream.DATA.of(1))).isEqualTo(drawn);
    assertThat(reads).hasSize(2);
    assertThat(read).isEqualTo(line).hasSameHashCodeAs(line);
  }

  @Test
  void anotherFileThanALineSaysIsRefused() {
    CsvProblem three = classes(CHOSEN, 3);
    assertThatThrownBy(three::classNames)
        .hasMessage(
            "plants.csv must have what its line says, make that anew by CsvFile.of(\"plants.csv\")."
                + " Received: 3 samples and 2 outputs for "
                + three);
    CsvProblem four = classes(CsvFile.known("plants.csv", 4, SHA_256).inputs("long", "wide"), 2);
    assertThatThrownBy(four::inputNames).hasMessageEndingWith("2 outputs for " + four);
  }

  @Test
  void tooFewOrTooManyClassesAreRefused() {
    CsvFile file = CsvFile.of("plants.csv");
    List<String> kind = List.of("kind");
    assertThatThrownBy(() -> problem(file, CLASSES, 0, kind, "iris"))
        .hasMessage(
            "plants.csv must name two classes or more, choose another column."
                + " Received: 1 in \"kind\", iris");
    assertThatThrownBy(() -> problem(file, CLASSES, 0, kind))
        .hasMessageContaining("Received: 0 in \"kind\"");
    assertThatThrownBy(() -> problem(file, BINARY, 1, kind, "a", "b", "c"))
        .hasMessage(
            "plants.csv must name two classes, choose another column or use .classes(\"kind\")."
                + " Received: 3 in \"kind\", a, b, c");
  }

  @Test
  void aLineNeedsItsInputsAndTheNumberOfItsClasses() {
    String needs =
        "a CSV file by its SHA-256 needs .inputs(..), and the number of its classes, or begin with"
            + " CsvFile.of(\"plants.csv\"). Received: ";
    assertThatThrownBy(() -> classes(KNOWN, 2)).hasMessage(needs + KNOWN + ".classes(\"kind\", 2)");
    assertThatThrownBy(() -> classes(CHOSEN, 0))
        .hasMessage(needs + CHOSEN + ".classes(\"kind\", 0)");
  }

  @Test
  void aLineNamesOnlyWhatItCanCarry() {
    String message = "must be named by its number, as \"#2\". Received: ";
    assertThatThrownBy(() -> classes(KNOWN.inputs("größe"), 2))
        .hasMessageEndingWith(message + "größe");
    assertThatThrownBy(() -> problem(CHOSEN, BINARY, 1, List.of("#0")))
        .hasMessageEndingWith(message + "#0");
    assertThat(problem(KNOWN.inputs("#2"), BINARY, 1, List.of("a kind")).features()).isOne();
  }
}
