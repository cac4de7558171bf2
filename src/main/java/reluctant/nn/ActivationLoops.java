package reluctant.nn;

/**
 * Activations over whole batches. ReLU and linear are written out: where several activations are in
 * use, the JVM would make a call for each element, which costs more than their work.
 */
final class ActivationLoops {

  private ActivationLoops() {}

  /** Computes h[i] = f(z[i]) for the first {@code count} elements. */
  static void forward(Activation f, double[] z, double[] h, int count) {
    if (f == Activation.LINEAR) {
      System.arraycopy(z, 0, h, 0, count);
    } else if (f == Activation.RELU) {
      for (int i = 0; i < count; i++) {
        double zi = z[i];
        h[i] = zi <= 0 ? 0 : zi;
      }
    } else {
      for (int i = 0; i < count; i++) {
        h[i] = f.value(z[i]);
      }
    }
  }

  /** Multiplies the first {@code count} elements of delta by the slopes. */
  static void backward(Activation f, double[] z, double[] h, double[] delta, int count) {
    if (f == Activation.RELU) {
      for (int i = 0; i < count; i++) {
        delta[i] = z[i] > 0 ? delta[i] : 0;
      }
    } else if (f != Activation.LINEAR) {
      for (int i = 0; i < count; i++) {
        delta[i] *= f.slope(z[i], h[i]);
      }
    }
  }
}
