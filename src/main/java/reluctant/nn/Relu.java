package reluctant.nn;

/**
 * The rectified linear unit, f(z) = max(0, z) (Nair and Hinton 2010).
 *
 * <p>Its slope is 1 for z &gt; 0 and 0 elsewhere; at z = 0 it is 0, as in Keras. A NaN stays a NaN,
 * so that a diverged network is seen to have diverged.
 */
record Relu() implements Activation {

  @Override
  public double value(double z) {
    return z <= 0 ? 0 : z;
  }

  @Override
  public double slope(double z, double h) {
    return z > 0 ? 1 : 0;
  }

  // Written out: where several activations are in use, the JVM would call value for each element.
  @Override
  public void forward(double[] z, double[] h, int count) {
    for (int i = 0; i < count; i++) {
      double zi = z[i];
      h[i] = zi <= 0 ? 0 : zi;
    }
  }

  @Override
  public void backward(double[] z, double[] h, double[] delta, int count) {
    for (int i = 0; i < count; i++) {
      delta[i] = z[i] > 0 ? delta[i] : 0;
    }
  }

  @Override
  public String toString() {
    return "RELU";
  }
}
