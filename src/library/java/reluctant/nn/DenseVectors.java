package reluctant.nn;

import reluctant.vectors.Matrices;
import reluctant.vectors.Product;

/**
 * A wide layer in vectors over its units. Where only its inputs fill a vector, the kernel is padded
 * with units that nobody reads, and its gradient comes over the inputs.
 */
final class DenseVectors implements DenseArithmetic {

  /** With fewer units and inputs plain loops are done before vectors are filled. */
  private static final int FEWEST = 8;

  /** With more of one kind and less than a vector of the other, padding takes too much memory. */
  private static final int MOST_PADDED = 1 << 16;

  /** Columns of such a pitch, in numbers, lie in a few sets of the cache only. */
  private static final int BAD_PITCH = 64;

  private final Matrices vectors;
  private final int inputs;
  private final int units;
  private final boolean overUnits;
  private final int pitch;
  private final double[] kernel;
  private final int transposedPitch;
  private final double[] transposed;

  /** Where it comes over the inputs: (dL/dK)^T (units x inputs). */
  private final double[] gradientTransposed;

  private final Product forward;
  private final Product inputGradient;
  private final Product kernelGradient;

  DenseVectors(Matrices vectors, int inputs, int units) {
    this.vectors = vectors;
    this.inputs = inputs;
    this.units = units;
    int width = vectors.width();
    overUnits = units >= width;
    pitch = pitch(Math.max(units, width), width);
    kernel = new double[inputs * pitch];
    transposedPitch = pitch(Math.max(inputs, width), width);
    transposed = new double[units * transposedPitch];
    gradientTransposed = new double[overUnits ? 0 : units * inputs];
    forward = vectors.product(inputs, Math.max(units, width), pitch, units);
    inputGradient = vectors.product(units, Math.max(inputs, width), transposedPitch, inputs);
    kernelGradient =
        overUnits
            ? vectors.transposedProduct(inputs, units)
            : vectors.transposedProduct(units, inputs);
  }

  /** Says whether a layer is wide. */
  static boolean fit(Matrices vectors, int inputs, int units) {
    int most = Math.max(inputs, units);
    boolean isPadded = Math.min(inputs, units) < vectors.width();
    return most >= Math.max(FEWEST, vectors.width()) && !(isPadded && most > MOST_PADDED);
  }

  private static int pitch(int columns, int width) {
    return columns % BAD_PITCH == 0 ? columns + width : columns;
  }

  @Override
  public int units() {
    return units;
  }

  @Override
  public int room() {
    return vectors.width();
  }

  @Override
  public void load(double[] parameters, int offset) {
    if (pitch == units) {
      System.arraycopy(parameters, offset, kernel, 0, kernel.length);
    } else {
      for (int input = 0; input < inputs; input++) {
        System.arraycopy(parameters, offset + input * units, kernel, input * pitch, units);
      }
    }
  }

  @Override
  public void forward(double[] x, double[] bias, double[] z, int samples) {
    forward.compute(x, samples, kernel, z, 0);
    if (overUnits) {
      vectors.addToRows(bias, z, samples);
    } else {
      for (int unit = 0; unit < units; unit++) {
        DenseLoops.addBias(bias[unit], z, unit, units, samples);
      }
    }
  }

  @Override
  public void activate(Activation f, double[] z, double[] h, int samples) {
    if (f == Activation.RELU) {
      vectors.rectify(z, h, samples * units);
    } else {
      DenseArithmetic.super.activate(f, z, h, samples);
    }
  }

  @Override
  public void multiplySlopes(Activation f, double[] z, double[] h, double[] delta, int samples) {
    if (f == Activation.RELU) {
      vectors.rectifySlope(h, delta, samples * units);
    } else {
      DenseArithmetic.super.multiplySlopes(f, z, h, delta, samples);
    }
  }

  @Override
  public void kernelGradient(
      double[] x, double[] delta, double[] gradient, int offset, int samples) {
    if (overUnits) {
      kernelGradient.compute(x, samples, delta, gradient, offset);
    } else {
      kernelGradient.compute(delta, samples, x, gradientTransposed, 0);
      transpose(gradientTransposed, units, inputs, inputs, gradient, offset, units);
    }
  }

  @Override
  public void biasGradient(double[] delta, double[] gradient, int offset, int samples) {
    if (overUnits) {
      vectors.sumRows(delta, samples, gradient, offset, units);
    } else {
      for (int unit = 0; unit < units; unit++) {
        gradient[offset + unit] = DenseLoops.sumOfColumn(delta, unit, units, samples);
      }
    }
  }

  @Override
  public void inputGradient(double[] delta, double[] gradient, int samples) {
    transpose(kernel, inputs, units, pitch, transposed, 0, transposedPitch);
    inputGradient.compute(delta, samples, transposed, gradient, 0);
  }

  private static void transpose(
      double[] from, int rows, int columns, int pitch, double[] to, int offset, int toPitch) {
    for (int column = 0; column < columns; column++) {
      int first = offset + column * toPitch;
      for (int row = 0, i = column; row < rows; row++, i += pitch) {
        to[first + row] = from[i];
      }
    }
  }
}
