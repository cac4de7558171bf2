package reluctant.nn;

/**
 * Activations over whole batches. ReLU and linear are written out: where several activations are in
 * use, the JVM would make a call for each element, which costs more than their work. So does a
 * branch on the sign of z, which no processor can predict.
 */
public final class ActivationLoops {

  private ActivationLoops() {}

  /** Computes H = f(Z) for so many rows of so many units. */
  public static void forward(Activation f, double[] z, double[] h, int rows, int units) {
    if (f == Activation.SOFTMAX) {
      SoftmaxLoops.forward(z, h, rows, units, 1);
    } else {
      forward(f, z, h, rows * units);
    }
  }

  /** Takes delta from dL/dH to dL/dZ. */
  public static void backward(
      Activation f, double[] z, double[] h, double[] delta, int rows, int units) {
    if (f == Activation.SOFTMAX) {
      SoftmaxLoops.backward(h, delta, rows, units, 1);
    } else {
      backward(f, z, h, delta, rows * units);
    }
  }

  /** Computes h[i] = f(z[i]) for the first {@code count} elements. */
  public static void forward(Activation f, double[] z, double[] h, int count) {
    if (f == Activation.LINEAR) {
      System.arraycopy(z, 0, h, 0, count);
    } else if (f == Activation.RELU) {
      for (int i = 0; i < count; i++) {
        h[i] = Math.max(0, z[i]);
      }
    } else {
      for (int i = 0; i < count; i++) {
        h[i] = f.value(z[i]);
      }
    }
  }

  /** Multiplies the first {@code count} elements of delta by the slopes. */
  public static void backward(Activation f, double[] z, double[] h, double[] delta, int count) {
    if (f == Activation.RELU) {
      for (int i = 0; i < count; i++) {
        // All bits of the mask are set where h > 0 or NaN, none where h = 0: no branch to
        // mispredict.
        long mask = -(Double.doubleToRawLongBits(h[i]) & Long.MAX_VALUE) >> 63;
        delta[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(delta[i]) & mask);
      }
    } else if (f != Activation.LINEAR) {
      for (int i = 0; i < count; i++) {
        delta[i] *= f.slope(z[i], h[i]);
      }
    }
  }
}
