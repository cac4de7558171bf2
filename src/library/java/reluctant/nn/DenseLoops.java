package reluctant.nn;

import org.ejml.data.DMatrixRMaj;

/**
 * The products of a {@link Dense} layer, with the loop over the samples inside: for kernels of a
 * few numbers twice as fast as a general matrix product, whose inner loops run once or twice. The
 * order of additions is that of EJML's products, and so are the bits.
 */
final class DenseLoops {

  private DenseLoops() {}

  /** Computes Z = X K + b. */
  static void forward(double[] x, double[] kernel, double[] bias, double[] z, int samples) {
    int units = bias.length;
    int inputs = kernel.length / units;
    for (int unit = 0; unit < units; unit++) {
      weigh(x, 0, inputs, kernel[unit], z, unit, units, samples);
      for (int input = 1; input < inputs; input++) {
        addWeighed(x, input, inputs, kernel[input * units + unit], z, unit, units, samples);
      }
      double b = bias[unit];
      for (int i = unit; i < samples * units; i += units) {
        z[i] += b;
      }
    }
  }

  /** Computes dL/dX = D K^T. */
  static void inputGradient(DMatrixRMaj delta, double[] kernel, DMatrixRMaj gradient) {
    int rows = delta.numRows;
    int units = delta.numCols;
    int inputs = gradient.numCols;
    double[] d = delta.data;
    for (int input = 0; input < inputs; input++) {
      int k = input * units;
      weigh(d, 0, units, kernel[k], gradient.data, input, inputs, rows);
      for (int unit = 1; unit < units; unit++) {
        addWeighed(d, unit, units, kernel[k + unit], gradient.data, input, inputs, rows);
      }
    }
  }

  /** Computes dL/dK = X^T D. */
  static void kernelGradient(DMatrixRMaj x, DMatrixRMaj delta, double[] gradient, int offset) {
    int rows = x.numRows;
    int inputs = x.numCols;
    int units = delta.numCols;
    double[] from = x.data;
    double[] d = delta.data;
    for (int input = 0; input < inputs; input++) {
      for (int unit = 0; unit < units; unit++) {
        double sum = 0;
        for (int row = 0, i = input, j = unit; row < rows; row++, i += inputs, j += units) {
          sum += from[i] * d[j];
        }
        gradient[offset + input * units + unit] = sum;
      }
    }
  }

  /** Computes dL/db, the sum of D over the samples. */
  static void biasGradient(DMatrixRMaj delta, double[] gradient, int offset) {
    int units = delta.numCols;
    for (int unit = 0; unit < units; unit++) {
      double sum = 0;
      for (int i = unit; i < delta.getNumElements(); i += units) {
        sum += delta.data[i];
      }
      gradient[offset + unit] = sum;
    }
  }

  /** Computes to[..] = w from[..], where .. walks down a column of each. */
  private static void weigh(
      double[] from, int f, int fromColumns, double w, double[] to, int t, int columns, int rows) {
    for (int row = 0; row < rows; row++, f += fromColumns, t += columns) {
      to[t] = from[f] * w;
    }
  }

  /** Computes to[..] += w from[..], where .. walks down a column of each. */
  private static void addWeighed(
      double[] from, int f, int fromColumns, double w, double[] to, int t, int columns, int rows) {
    for (int row = 0; row < rows; row++, f += fromColumns, t += columns) {
      to[t] += from[f] * w;
    }
  }
}
