package reluctant.data;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/**
 * What was read of a {@link CsvFile}. Immutable.
 *
 * @param sha256 the SHA-256 of the whole file, in 64 digits
 * @param columns those that were chosen, inputs before targets
 * @param numbers their numbers (samples x columns); of a column that names classes, the place of
 *     each sample's class among them. Copied.
 * @param classes the names of the classes in the order of Unicode, none where targets are numbers
 */
public record CsvTable(
    String sha256, List<Column> columns, SimpleMatrix numbers, List<String> classes) {

  /**
   * A column of the file.
   *
   * @param number which, from 1
   * @param name what the file's first line calls it, with one blank where there are some
   */
  public record Column(int number, String name) {

    public Column {
      Require.atLeast("number", number, 1);
      name = CsvNames.withoutBlanks(Require.present("name", name));
    }

    /** Returns what a line calls it. */
    String inLine() {
      return CsvNames.inLine(name, number);
    }
  }

  public CsvTable {
    Require.present("sha256", sha256);
    columns = List.copyOf(Require.each("columns", columns));
    numbers = Require.present("numbers", numbers).copy();
    classes = List.copyOf(Require.each("classes", classes));
    Require.atLeast("the number of samples", numbers.getNumRows(), 1);
    Require.shape(
        "numbers",
        numbers.getNumRows(),
        numbers.getNumCols(),
        numbers.getNumRows(),
        columns.size());
  }

  @Override
  public SimpleMatrix numbers() {
    return numbers.copy();
  }

  int rows() {
    return numbers.getNumRows();
  }

  /** Returns some neighbouring columns of numbers. */
  SimpleMatrix numbers(int from, int to) {
    return numbers.extractMatrix(0, SimpleMatrix.END, from, to);
  }

  /** Returns an output for each class, 1 for a sample's own. */
  SimpleMatrix oneHot(int column) {
    var outputs = new SimpleMatrix(rows(), classes.size());
    for (int i = 0; i < rows(); i++) {
      outputs.set(i, (int) numbers.get(i, column), 1);
    }
    return outputs;
  }
}
