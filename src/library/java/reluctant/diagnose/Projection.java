package reluctant.diagnose;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.qr.QRColPivDecompositionHouseholderColumn_DDRM;
import org.ejml.dense.row.linsol.qr.LinearSolverQrpHouseCol_DDRM;

/**
 * The least squares of some columns, by a QR decomposition with pivots. Unlike {@link
 * reluctant.data.LeastSquares} it gives the same bits everywhere, and takes columns that depend on
 * each other as they come.
 */
final class Projection {

  private final DMatrixRMaj x;
  private final DMatrixRMaj kernel;

  private Projection(DMatrixRMaj x, DMatrixRMaj kernel) {
    this.x = x;
    this.kernel = kernel;
  }

  /**
   * Finds the K with the least |X K - Y|.
   *
   * @param x X (samples x columns). Not modified.
   * @param y Y, row by row. Not modified.
   */
  static Projection of(DMatrixRMaj x, double[] y) {
    int outputs = y.length / x.numRows;
    int rows = Math.max(x.numRows, x.numCols);
    var solver =
        new LinearSolverQrpHouseCol_DDRM(new QRColPivDecompositionHouseholderColumn_DDRM(), false);
    solver.setA(tall(x.data, x.numCols, rows));
    var kernel = new DMatrixRMaj(x.numCols, outputs);
    solver.solve(tall(y, outputs, rows), kernel);
    return new Projection(x, kernel);
  }

  /** A copy, with rows of zeros below, which change nothing, where there would be too few. */
  private static DMatrixRMaj tall(double[] numbers, int columns, int rows) {
    var matrix = new DMatrixRMaj(rows, columns);
    System.arraycopy(numbers, 0, matrix.data, 0, Math.min(numbers.length, rows * columns));
    return matrix;
  }

  /** Inputs with a column of ones behind, for a bias. */
  static DMatrixRMaj withOnes(DMatrixRMaj inputs) {
    int columns = inputs.numCols + 1;
    var x = new DMatrixRMaj(inputs.numRows, columns);
    for (int row = 0; row < inputs.numRows; row++) {
      System.arraycopy(inputs.data, row * inputs.numCols, x.data, row * columns, inputs.numCols);
      x.set(row, inputs.numCols, 1);
    }
    return x;
  }

  /** A number of K, of a single output. */
  double factor(int column) {
    return kernel.get(column, 0);
  }

  /** X K, row by row. */
  double[] values() {
    int outputs = kernel.numCols;
    var values = new double[x.numRows * outputs];
    for (int row = 0; row < x.numRows; row++) {
      for (int column = 0; column < x.numCols; column++) {
        for (int output = 0; output < outputs; output++) {
          values[row * outputs + output] += x.get(row, column) * kernel.get(column, output);
        }
      }
    }
    return values;
  }
}
