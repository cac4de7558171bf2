package reluctant.nn;

/**
 * A function f applied to each pre-activation z of a layer: h = f(z). {@link #SOFTMAX} alone is
 * applied to all of a sample's together.
 *
 * <p>The slope used in the backward pass is a method of its own, since it need not be the
 * derivative of f. Both must be pure functions of their arguments. At a kink, the slope is the one
 * that Keras takes on TensorFlow.
 *
 * <p>Those with a parameter are classes: {@link Relu}, {@link LeakyRelu}, {@link Elu}, {@link
 * NecroRelu}. One that is learnt is a layer, {@link PReLU}.
 */
public interface Activation {

  /** f(z) = z. */
  Activation LINEAR = ElementwiseActivation.LINEAR;

  /** f(z) = max(0, z), with slope 0 at z = 0 (Nair and Hinton 2010). */
  Activation RELU = ElementwiseActivation.RELU;

  /** f(z) = min(max(0, z), 6), with slope 0 at both kinks (Krizhevsky 2010). */
  Activation RELU6 = ElementwiseActivation.RELU6;

  /** f(z) = z for z &gt; 0, 0.2 z elsewhere, with slope 0.2 at z = 0 (Maas et al. 2013). */
  Activation LEAKY_RELU = new LeakyRelu(0.2);

  /** f(z) = z for z &gt; 0, e^z - 1 elsewhere (Clevert et al. 2016). */
  Activation ELU = new Elu(1);

  /**
   * f(z) = s z for z &gt; 0, s a (e^z - 1) elsewhere, with s = 1.0507.. and a = 1.6732.. (Klambauer
   * et al. 2017). Slope s at z = 0.
   */
  Activation SELU = ElementwiseActivation.SELU;

  /**
   * f(z) = z P(Z &lt;= z) for a standard normal Z (Hendrycks and Gimpel 2016), good to 1e-8, since
   * Keras' constants are.
   */
  Activation GELU = ElementwiseActivation.GELU;

  /** f(z) = z / (1 + e^-z), also called swish (Elfwing et al. 2017). */
  Activation SILU = ElementwiseActivation.SILU;

  /** f(z) = z tanh(ln(1 + e^z)) (Misra 2019). */
  Activation MISH = ElementwiseActivation.MISH;

  /** f(z) = ln(1 + e^z) (Dugas et al. 2001). */
  Activation SOFTPLUS = ElementwiseActivation.SOFTPLUS;

  /** f(z) = z / (1 + |z|). */
  Activation SOFTSIGN = ElementwiseActivation.SOFTSIGN;

  /** f(z) = 1 / (1 + e^-z), with its slope h (1 - h) taken from the output. */
  Activation SIGMOID = ElementwiseActivation.SIGMOID;

  /** f(z) = min(max(0, z + 3), 6) / 6, with slope 0 at both kinks. */
  Activation HARD_SIGMOID = ElementwiseActivation.HARD_SIGMOID;

  /** f(z) = tanh z, with its slope 1 - h^2 taken from the output. */
  Activation TANH = ElementwiseActivation.TANH;

  /** f(z) = e^z, with its slope h taken from the output. */
  Activation EXPONENTIAL = ElementwiseActivation.EXPONENTIAL;

  /** f(z) = |z|, with slope 0 at z = 0. */
  Activation ABS = ElementwiseActivation.ABS;

  /**
   * f(z)_k = e^(z_k) / sum over j of e^(z_j), over the units of a layer: positive numbers of sum 1
   * (Bridle 1990). Its derivative is taken as a whole, whatever the loss. A unit by itself has
   * neither value nor slope, and asking for them is refused.
   */
  Activation SOFTMAX = Softmax.SOFTMAX;

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
