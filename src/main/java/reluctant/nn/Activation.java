package reluctant.nn;

/**
 * A function f applied to each pre-activation z of a layer: h = f(z).
 *
 * <p>The slope used in the backward pass is a method of its own, since it need not be the
 * derivative of f. Both must be pure functions of their arguments.
 */
public interface Activation {

  /** f(z) = z. */
  Activation LINEAR = new Linear();

  /** f(z) = max(0, z), with slope 0 at z = 0. */
  Activation RELU = new Relu();

  /**
   * Computes f(z).
   *
   * @param z a pre-activation
   * @return the unit's output
   */
  double value(double z);

  /**
   * Computes the factor that the backward pass multiplies a delta with: dL/dz = dL/dh * slope.
   *
   * @param z the pre-activation
   * @param h the output that {@link #value} gave for it
   * @return the slope, for most activations f'(z)
   */
  double slope(double z, double h);

  /**
   * Applies f to the first {@code count} elements: h[i] = f(z[i]).
   *
   * @param z the pre-activations. Not modified.
   * @param h receives the outputs. Modified.
   * @param count how many
   */
  default void forward(double[] z, double[] h, int count) {
    for (int i = 0; i < count; i++) {
      h[i] = value(z[i]);
    }
  }

  /**
   * Takes the first {@code count} elements of the gradient back through f: delta[i] = delta[i] *
   * slope(z[i], h[i]).
   *
   * @param z the pre-activations. Not modified.
   * @param h the outputs. Not modified.
   * @param delta dL/dh on entry, dL/dz on return. Modified.
   * @param count how many
   */
  default void backward(double[] z, double[] h, double[] delta, int count) {
    for (int i = 0; i < count; i++) {
      delta[i] *= slope(z[i], h[i]);
    }
  }
}
