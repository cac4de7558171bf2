package reluctant.train;

import reluctant.Require;

/**
 * Ends a training when it has stopped getting better, as Keras' callback of that name does: after
 * {@code patience} epochs in a row whose loss was not below the best one so far minus {@code
 * minDelta}. The loss is that on the validation data where there are any.
 *
 * @param patience how many epochs without progress end the training, at least 1
 * @param minDelta how much better counts as progress, finite and at least 0
 * @param restoreBestWeights whether the training gives the network of its best epoch, {@link
 *     History#bestEpoch}, however it ended, instead of the last one
 */
public record EarlyStopping(int patience, double minDelta, boolean restoreBestWeights) {

  public EarlyStopping {
    Require.atLeast("patience", patience, 1);
    Require.notNegative("minDelta", minDelta);
  }

  /**
   * Ends after that many epochs without any progress, with the best network.
   *
   * @param patience how many epochs without progress end the training, at least 1
   */
  public EarlyStopping(int patience) {
    this(patience, 0, true);
  }

  /** Says whether an epoch is the best so far; one whose loss is not finite never is. */
  boolean isBetter(double loss, double best) {
    return Double.isFinite(loss) && loss < best - minDelta;
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    boolean usual = equals(new EarlyStopping(patience));
    String more = usual ? "" : ", " + minDelta + ", " + restoreBestWeights;
    return "new EarlyStopping(" + patience + more + ")";
  }
}
