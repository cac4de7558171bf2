package reluctant.nn;

import org.ejml.data.DMatrixRMaj;
import reluctant.vectors.Matrices;
import reluctant.vectors.Product;

/**
 * What a wide {@link Dense} layer computes, in vectors over its units. Where only its inputs fill a
 * vector, the kernel is padded with units that nobody reads, and its gradient comes over the
 * inputs. The bits are those of {@link DenseLoops} and {@link ActivationLoops}.
 */
final class DenseVectors {

  /** With fewer units and inputs plain loops are done before vectors are filled. */
  private static final int FEWEST = 8;

  /** With more of one kind and less than a vector of the other, padding takes too much memory. */
  private static final int MOST_PADDED = 1 << 16;

  /** Rows of a multiple of so many numbers put a column into a few sets of the cache. */
  private static final int BAD_PITCH = 64;

  private final Matrices vectors;
  private final int inputs;
  private final int units;
  private final boolean isOverUnits;
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
    isOverUnits = units >= width;
    pitch = pitch(units, width);
    kernel = new double[inputs * pitch];
    transposedPitch = pitch(inputs, width);
    transposed = new double[units * transposedPitch];
    gradientTransposed = new double[isOverUnits ? 0 : units * inputs];
    forward = vectors.product(inputs, Math.max(units, width), pitch, units);
    inputGradient = vectors.product(units, Math.max(inputs, width), transposedPitch, inputs);
    kernelGradient =
        isOverUnits
            ? vectors.transposedProduct(inputs, units)
            : vectors.transposedProduct(units, inputs);
  }

  /** Says whether a layer is wide enough. */
  static boolean fit(Matrices vectors, int inputs, int units) {
    int most = Math.max(inputs, units);
    boolean isPadded = Math.min(inputs, units) < vectors.width();
    return most >= Math.max(FEWEST, vectors.width()) && !(isPadded && most > MOST_PADDED);
  }

  private static int pitch(int columns, int width) {
    return Math.max(columns % BAD_PITCH == 0 ? columns + width : columns, width);
  }

  /** Takes over the kernel from that place on, and returns how many numbers it has. */
  int load(double[] parameters, int offset) {
    if (pitch == units) {
      System.arraycopy(parameters, offset, kernel, 0, kernel.length);
    } else {
      for (int input = 0; input < inputs; input++) {
        System.arraycopy(parameters, offset + input * units, kernel, input * pitch, units);
      }
    }
    return inputs * units;
  }

  /** Computes Z = X K + b, with room for a vector behind Z. */
  void forward(double[] x, double[] bias, double[] z, int samples) {
    forward.compute(x, samples, kernel, z, 0);
    if (isOverUnits) {
      vectors.addToRows(bias, z, samples);
    } else {
      for (int unit = 0; unit < units; unit++) {
        for (int i = unit; i < samples * units; i += units) {
          z[i] += bias[unit];
        }
      }
    }
  }

  /** Computes H = f(Z). */
  void activate(Activation f, DMatrixRMaj z, DMatrixRMaj h) {
    if (f == Activation.RELU) {
      vectors.rectify(z.data, h.data, z.getNumElements());
    } else {
      ActivationLoops.forward(f, z.data, h.data, z.numRows, units);
    }
  }

  /** Multiplies delta, dL/dH, by the slopes: it becomes dL/dZ. */
  void multiplySlopes(Activation f, DMatrixRMaj z, DMatrixRMaj h, DMatrixRMaj delta) {
    if (f == Activation.RELU) {
      vectors.rectifySlope(h.data, delta.data, delta.getNumElements());
    } else {
      ActivationLoops.backward(f, z.data, h.data, delta.data, delta.numRows, units);
    }
  }

  /** Computes dL/dK = X^T D, and returns how many numbers it has. */
  int kernelGradient(DMatrixRMaj x, DMatrixRMaj delta, double[] gradient, int offset) {
    if (isOverUnits) {
      kernelGradient.compute(x.data, x.numRows, delta.data, gradient, offset);
    } else {
      kernelGradient.compute(delta.data, x.numRows, x.data, gradientTransposed, 0);
      transpose(gradientTransposed, units, inputs, inputs, gradient, offset, units);
    }
    return inputs * units;
  }

  /** Computes dL/db, the sum of D over the samples. */
  void biasGradient(DMatrixRMaj delta, double[] gradient, int offset) {
    if (isOverUnits) {
      vectors.sumRows(delta.data, delta.numRows, gradient, offset, units);
    } else {
      DenseLoops.biasGradient(delta, gradient, offset);
    }
  }

  /** Computes dL/dX = D K^T, with room for a vector behind it. */
  void inputGradient(DMatrixRMaj delta, DMatrixRMaj gradient) {
    transpose(kernel, inputs, units, pitch, transposed, 0, transposedPitch);
    inputGradient.compute(delta.data, delta.numRows, transposed, gradient.data, 0);
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
