package reluctant.train;

/**
 * How wrong predictions are: the mean over all elements of the batch (samples x outputs) of a
 * function of target y and prediction p. Also used as a metric, which is measured but not trained
 * on.
 *
 * <p>Those of classes take the outputs of a sample together, and their mean is over the samples.
 * The one with a setting is a class, {@link Huber}. At a kink, the slope is the one that Keras
 * takes on TensorFlow.
 */
public interface Loss extends Metric {

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
   * It does not change with a prediction outside. Behind a {@link reluctant.nn.Dense} layer with a
   * sigmoid, at the end of a network, it is {@link #BINARY_CROSSENTROPY_FROM_LOGITS} of what comes
   * before the sigmoid, as in Keras on TensorFlow, and learns from every prediction; so it is as a
   * metric beside another loss.
   */
  Loss BINARY_CROSSENTROPY = ElementwiseLoss.BINARY_CROSSENTROPY;

  /**
   * Binary cross-entropy of a logit p, whose sigmoid is the probability: max(p, 0) - y p + ln(1 +
   * e^-|p|), slope sigmoid(p) - y. Keras' from_logits=True.
   */
  Loss BINARY_CROSSENTROPY_FROM_LOGITS = ElementwiseLoss.BINARY_CROSSENTROPY_FROM_LOGITS;

  /**
   * Cross-entropy of classes: minus the sum of y_k ln q_k over the outputs k of a sample, with q_k
   * = p_k / sum over j of p_j moved into [1e-7, 1 - 1e-7]. Targets are 1 for a sample's class and 0
   * for others, or probabilities. Behind a {@link reluctant.nn.Dense} layer with softmax, at the
   * end of a network, it is {@link #CATEGORICAL_CROSSENTROPY_FROM_LOGITS} of what comes before the
   * softmax, as in Keras on TensorFlow, also as a metric beside another loss.
   */
  Loss CATEGORICAL_CROSSENTROPY = CategoricalLoss.CATEGORICAL_CROSSENTROPY;

  /**
   * Cross-entropy of classes of logits p, whose softmax are the probabilities: the sum of y_k (ln
   * sum over j of e^(p_j) - p_k) over the outputs k of a sample, slope softmax(p)_k times the sum
   * of y, less y_k. Keras' from_logits=True.
   */
  Loss CATEGORICAL_CROSSENTROPY_FROM_LOGITS = CategoricalLoss.CATEGORICAL_CROSSENTROPY_FROM_LOGITS;

  /**
   * Computes the loss of one element.
   *
   * @param target y
   * @param prediction p
   * @return the loss before the mean is taken
   */
  @Override
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
