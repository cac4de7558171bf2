package reluctant.train;

/**
 * How wrong predictions are: the mean over all elements of the batch (samples x outputs) of a
 * function of target y and prediction p. Also used as a metric, which is measured but not trained
 * on.
 *
 * <p>The one with a setting is a class, {@link Huber}. At a kink, the slope is the one that Keras
 * takes on TensorFlow.
 */
public interface Loss {

  /** Mean squared error: (p - y)^2, slope 2 (p - y). */
  Loss MSE = ElementwiseLoss.MSE;

  /** Mean absolute error: |p - y|, slope sign(p - y), which is 0 at p = y. */
  Loss MAE = ElementwiseLoss.MAE;

  /** Mean absolute percentage error: 100 |p - y| / max(|y|, 1e-7). */
  Loss MAPE = ElementwiseLoss.MAPE;

  /**
   * Mean squared logarithmic error: (ln(p' + 1) - ln(y' + 1))^2 with p' = max(p, 1e-7) and y' =
   * max(y, 1e-7). It does not change with a prediction of 1e-7 or less.
   */
  Loss MSLE = ElementwiseLoss.MSLE;

  /** Logarithm of the hyperbolic cosine: ln cosh(p - y), slope tanh(p - y). */
  Loss LOG_COSH = ElementwiseLoss.LOG_COSH;

  /**
   * Binary cross-entropy: -y ln p' - (1 - y) ln(1 - p'), with p' = p moved into [1e-7, 1 - 1e-7].
   * It does not change with a prediction outside. Keras looks through a sigmoid at the end of a
   * network and so still learns there.
   */
  Loss BINARY_CROSSENTROPY = ElementwiseLoss.BINARY_CROSSENTROPY;

  /**
   * Computes the loss of one element.
   *
   * @param target y
   * @param prediction p
   * @return the loss before the mean is taken
   */
  double value(double target, double prediction);

  /**
   * Computes how the loss of one element changes with its prediction.
   *
   * @param target y
   * @param prediction p
   * @return d value / dp
   */
  double slope(double target, double prediction);
}
