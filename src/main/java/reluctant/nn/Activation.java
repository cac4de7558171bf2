package reluctant.nn;

/**
 * A function f applied to each pre-activation z of a layer: h = f(z).
 *
 * <p>The slope used in the backward pass is a method of its own, since it need not be the
 * derivative of f. Both must be pure functions of their arguments.
 */
public interface Activation {

  /** f(z) = z. */
  Activation LINEAR = ElementwiseActivation.LINEAR;

  /** f(z) = max(0, z), with slope 0 at z = 0. */
  Activation RELU = ElementwiseActivation.RELU;

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
}
