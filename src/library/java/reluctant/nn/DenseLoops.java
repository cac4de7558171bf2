package reluctant.nn;

/**
 * In plain Java, with the loop over the samples inside: for kernels of a few numbers twice as fast
 * as a general matrix product, whose inner loops run once or twice. The order of additions is that
 * of EJML's products, and so are the bits.
 */
final class DenseLoops implements DenseArithmetic {

  private final int inputs;
  private final int units;
  private final double[] kernel;

  DenseLoops(int inputs, int units) {
    this.inputs = inputs;
    this.units = units;
    kernel = new double[inputs * units];
  }

  @Override
  public int units() {
    return units;
  }

  @Override
  public int room() {
    return 0;
  }

  @Override
  public void load(double[] parameters, int offset) {
    System.arraycopy(parameters, offset, kernel, 0, kernel.length);
  }

  @Override
  public void forward(double[] x, double[] bias, double[] z, int samples) {
    for (int unit = 0; unit < units; unit++) {
      weigh(x, 0, inputs, kernel[unit], z, unit, units, samples);
      for (int input = 1; input < inputs; input++) {
        addWeighed(x, input, inputs, kernel[input * units + unit], z, unit, units, samples);
      }
      addBias(bias[unit], z, unit, units, samples);
    }
  }

  /** Adds b to a column of Z. */
  static void addBias(double b, double[] z, int unit, int units, int samples) {
    for (int i = unit; i < samples * units; i += units) {
      z[i] += b;
    }
  }

  @Override
  public void inputGradient(double[] delta, double[] gradient, int samples) {
    for (int input = 0; input < inputs; input++) {
      int k = input * units;
      weigh(delta, 0, units, kernel[k], gradient, input, inputs, samples);
      for (int unit = 1; unit < units; unit++) {
        addWeighed(delta, unit, units, kernel[k + unit], gradient, input, inputs, samples);
      }
    }
  }

  @Override
  public void kernelGradient(
      double[] x, double[] delta, double[] gradient, int offset, int samples) {
    for (int input = 0; input < inputs; input++) {
      for (int unit = 0; unit < units; unit++) {
        double sum = 0;
        for (int row = 0, i = input, j = unit; row < samples; row++, i += inputs, j += units) {
          sum += x[i] * delta[j];
        }
        gradient[offset + input * units + unit] = sum;
      }
    }
  }

  @Override
  public void biasGradient(double[] delta, double[] gradient, int offset, int samples) {
    for (int unit = 0; unit < units; unit++) {
      gradient[offset + unit] = sumOfColumn(delta, unit, units, samples);
    }
  }

  /** Returns the sum of a column of D. */
  static double sumOfColumn(double[] delta, int unit, int units, int samples) {
    double sum = 0;
    for (int i = unit; i < samples * units; i += units) {
      sum += delta[i];
    }
    return sum;
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
