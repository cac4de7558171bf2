package reluctant.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a file is named, written down and told; none is read here. */
class CsvFileTest {

  private static final String SHA_256 = "0123456789abcdef".repeat(4);

  @Test
  void isAsPlainAsItCanBeUntilOneChooses() {
    CsvFile file = CsvFile.of("data/iris.csv");
    assertThat(file).hasToString("CsvFile.of(\"data/iris.csv\")");
    assertThat(file.name()).isEqualTo("data/iris.csv");
    assertThat(file.rows()).isZero();
    assertThat(file.sha256()).isEmpty();
    assertThat(file.separator()).isEqualTo(',');
    assertThat(file.hasDecimalComma()).isFalse();
    assertThat(file.encoding()).isEqualTo("UTF-8");
    assertThat(file.inputColumns()).isEmpty();
  }

  @Test
  void keepsAllThatIsChosen() {
    CsvFile file =
        CsvFile.known("iris.csv", 150, SHA_256)
            .separator("tab")
            .decimalComma()
            .encoding("windows-1252")
            .inputs("sepal  length", "#2");
    assertThat(file)
        .hasToString(
            "csv(\"iris.csv\", 150, \""
                + SHA_256
                + "\").separator(\"tab\").decimalComma().encoding(\"windows-1252\")"
                + ".inputs(\"sepal length\", \"#2\")");
    assertThat(file.rows()).isEqualTo(150);
    assertThat(file.sha256()).isEqualTo(SHA_256);
    assertThat(file.separator()).isEqualTo('\t');
    assertThat(file.hasDecimalComma()).isTrue();
    assertThat(file.encoding()).isEqualTo("windows-1252");
    assertThat(file.inputColumns()).containsExactly("sepal length", "#2");
    assertThat(CsvFile.of("a").separator(";").separator()).isEqualTo(';');
    assertThat(CsvFile.of("a").encoding("utf-8")).isEqualTo(CsvFile.of("a"));
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    CsvFile file = CsvFile.of("iris.csv");
    assertThatThrownBy(() -> file.separator("::"))
        .hasMessage("separator must be one of , ; | : tab. Received: \"::\"");
    assertThatThrownBy(() -> file.encoding("-"))
        .hasMessageEndingWith("such as windows-1252. Received: \"-\"");
    assertThatThrownBy(() -> CsvFile.known("iris.csv", 0, SHA_256))
        .hasMessage("rows must be at least 1. Received: 0");
    assertThatThrownBy(() -> CsvFile.known("iris.csv", 1, SHA_256 + "0"))
        .hasMessageStartingWith("sha256 must be 64 digits from 0 to f");
    assertThatThrownBy(() -> CsvFile.known("iris.csv", 9, SHA_256).classes("kind", 1))
        .hasMessage("count must be at least 2. Received: 1");
  }

  @Test
  void columnsAreNamedOnceEach() {
    CsvFile file = CsvFile.of("iris.csv");
    assertThatThrownBy(() -> file.inputs("a", "b", "a"))
        .hasMessage(
            "inputs must name each column once, one without a name by its number, as \"#2\"."
                + " Received: \"a\", \"b\", \"a\"");
    assertThatThrownBy(() -> file.inputs("a", " ")).hasMessageEndingWith("Received: \"a\", \"\"");
    assertThatThrownBy(() -> file.targets())
        .hasMessage("the number of columns of targets must be at least 1. Received: 0");
  }

  @Test
  void aLineHasItsProblemsWithoutAFile() {
    CsvFile file = CsvFile.known("iris.csv", 9, SHA_256).inputs("a", "b");
    assertThat(file.classes("kind", 3)).hasToString(file + ".classes(\"kind\", 3)");
    assertThat(file.classes("kind", 2).outputs()).isEqualTo(2);
    assertThat(file.binary("kind")).hasToString(file + ".binary(\"kind\")");
    assertThat(file.targets("c", "d")).hasToString(file + ".targets(\"c\", \"d\")");
    assertThat(file.targets("c", "d").outputs()).isEqualTo(2);
    assertThatThrownBy(() -> file.classes("kind"))
        .hasMessageContaining("the number of its classes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../iris.csv", "a/./iris.csv", "/iris.csv", "c:iris.csv", "a//b", ".."})
  void aFileLiesBelowItsFolder(String name) {
    assertThatThrownBy(() -> CsvFile.of(name))
        .hasMessageStartingWith("a CSV file must lie in the notebook's folder or below it")
        .hasMessageEndingWith("Received: " + name);
  }

  @Test
  void aFileHasAPlainName() {
    assertThatThrownBy(() -> CsvFile.of("größe.csv")).hasMessageContaining("plain letters");
    assertThat(CsvFile.of(" my \n iris.csv").name()).isEqualTo("my iris.csv");
    assertThat(CsvFile.of("..iris/.a").name()).isEqualTo("..iris/.a");
  }

  @Test
  void aColumnThatNoLineCanCarryGoesByItsNumber() {
    assertThat(new CsvTable.Column(7, "sepal \t length").inLine()).isEqualTo("sepal length");
    assertThat(new CsvTable.Column(7, "größe").inLine()).isEqualTo("#7");
    assertThat(new CsvTable.Column(7, "#1").inLine()).isEqualTo("#7");
    assertThat(new CsvTable.Column(7, "").inLine()).isEqualTo("#7");
    assertThatThrownBy(() -> new CsvTable.Column(0, "a"))
        .hasMessage("number must be at least 1. Received: 0");
  }

  @Test
  void aTableKeepsItsNumbersAndHasAsManyColumnsAsNames() {
    var numbers = new SimpleMatrix(new double[][] {{1}, {2}});
    var columns = List.of(new CsvTable.Column(1, "a"));
    var table = new CsvTable(SHA_256, columns, numbers, List.of());
    numbers.set(0, 99);
    table.numbers().set(1, 99);
    assertThat(table.numbers().getDDRM().data).containsExactly(1, 2);
    assertThatThrownBy(() -> new CsvTable(SHA_256, List.of(), numbers, List.of()))
        .hasMessageStartingWith("numbers must be (2 x 0)");
    assertThatThrownBy(() -> new CsvTable(SHA_256, columns, new SimpleMatrix(0, 1), List.of()))
        .hasMessage("the number of samples must be at least 1. Received: 0");
  }
}
