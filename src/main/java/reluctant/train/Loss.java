package reluctant.train;

/**
 * How wrong predictions are: the mean over all elements of the batch (samples x outputs) of a
 * function of target y and prediction p. Also used as a metric, which is measured but not trained
 * on.
 */
public interface Loss {

  /** Mean squared error: (p - y)^2, slope 2 (p - y). */
  Loss MSE = ElementwiseLoss.MSE;

  /** Mean absolute error: |p - y|, slope sign(p - y), which is 0 at p = y. */
  Loss MAE = ElementwiseLoss.MAE;

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
