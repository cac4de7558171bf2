package reluctant.train;

/**
 * What is measured of predictions: the mean over all elements of the batch (samples x outputs) of a
 * function of target y and prediction p. Each {@link Loss} is one; others, such as accuracy, have
 * no slope and can't be trained on. {@link Evaluation} measures a network.
 */
public interface Metric {

  /**
   * The share of outputs on the right side of 0.5: 1 where y is 1 and p &gt; 0.5, or y is 0 and p
   * is not, else 0. {@link BinaryAccuracy} has other thresholds, such as 0 for logits.
   */
  Metric BINARY_ACCURACY = new BinaryAccuracy();

  /**
   * The share of samples whose largest prediction is at the place of the largest target, the first
   * one of several. Of probabilities or logits.
   */
  Metric CATEGORICAL_ACCURACY = CategoricalAccuracy.CATEGORICAL_ACCURACY;

  /**
   * Computes what is measured of one element.
   *
   * @param target y
   * @param prediction p
   * @return its number before the mean is taken
   */
  double value(double target, double prediction);
}
