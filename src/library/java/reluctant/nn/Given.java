package reluctant.nn;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/** A kernel or bias given number by number. */
public final class Given implements Initializer {

  private final double[][] rows;

  private Given(double[][] rows) {
    Require.present("rows", rows);
    Require.atLeast("the number of rows", rows.length, 1);
    this.rows = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      this.rows[i] = checked(i, rows[i], rows[0]);
    }
  }

  private static double[] checked(int index, double[] row, double[] first) {
    Require.present("row " + index, row);
    Require.atLeast("the length of row " + index, row.length, 1);
    if (row.length != first.length) {
      throw Require.refusal(
          format(
              "rows must have the same length. Received: row 0 with %d and row %d with %d numbers",
              first.length, index, row.length));
    }
    for (double value : row) {
      Require.finite("a number in row " + index, value);
    }
    return row.clone();
  }

  /**
   * Returns an initializer that sets these numbers.
   *
   * @param rows a kernel (inputs x units) or a bias (1 x units), finite. Copied.
   * @return the initializer
   * @throws IllegalArgumentException if rows are missing, empty, of different lengths or not finite
   */
  public static Given of(double[][] rows) {
    return new Given(rows);
  }

  /**
   * Returns an initializer for a single row: the kernel of a layer with one input, or a bias.
   *
   * @param row a number for each unit, finite. Copied.
   * @return the initializer
   * @throws IllegalArgumentException if the row is missing, empty or not finite
   */
  public static Given row(double... row) {
    return of(new double[][] {Require.present("row", row)});
  }

  /**
   * Returns an initializer for a single column: the kernel of a layer with one unit.
   *
   * @param column a number for each input, finite. Copied.
   * @return the initializer
   * @throws IllegalArgumentException if the column is missing, empty or not finite
   */
  public static Given column(double... column) {
    return of(
        Arrays.stream(Require.present("column", column))
            .mapToObj(value -> new double[] {value})
            .toArray(double[][]::new));
  }

  /** Returns an initializer that sets the numbers of a matrix. Copied. */
  static Given of(DMatrixRMaj matrix) {
    int columns = matrix.numCols;
    return of(
        IntStream.range(0, matrix.numRows)
            .mapToObj(row -> Arrays.copyOfRange(matrix.data, row * columns, (row + 1) * columns))
            .toArray(double[][]::new));
  }

  @Override
  public void fill(DMatrixRMaj variable, UniformRandomProvider random) {
    if (variable.numRows != rows.length || variable.numCols != rows[0].length) {
      throw Require.refusal(
          format(
              "the given numbers must be (inputs x units) = (%d x %d) here. Received: (%d x %d)",
              variable.numRows, variable.numCols, rows.length, rows[0].length));
    }
    variable.set(rows);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Given given && Arrays.deepEquals(rows, given.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(rows);
  }

  @Override
  public String toString() {
    if (rows.length == 1) {
      return "Given.row(" + join(rows[0]) + ")";
    }
    return Arrays.stream(rows)
        .map(row -> "{" + join(row) + "}")
        .collect(Collectors.joining(", ", "Given.of(new double[][] {", "})"));
  }

  private static String join(double[] row) {
    return Arrays.stream(row).mapToObj(String::valueOf).collect(Collectors.joining(", "));
  }
}
