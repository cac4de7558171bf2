package reluctant.arithmetic;

/** A loss of many networks at once, as {@link MetricLanes} are of a metric. */
public interface LossLanes extends MetricLanes {

  /**
   * Computes how the loss changes with each prediction.
   *
   * @param y the targets
   * @param p the predictions
   * @param count how many numbers of either, whole samples of whole groups
   * @param delta receives d loss / dp
   */
  void slopes(double[] y, double[] p, int count, double[] delta);
}
