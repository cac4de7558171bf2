package reluctant.arithmetic;

/**
 * A loss of many networks at once, on one group of lanes. Value {@code v} of the group's lane
 * {@code l} lies at {@code v * width + l}.
 */
public interface LossLanes {

  /**
   * Adds the loss of each element to its lane's sum, in ascending order.
   *
   * @param y the targets
   * @param p the predictions
   * @param count how many numbers of either, whole groups
   * @param sums what is added to
   * @param lane where the group's sums are
   */
  void add(double[] y, double[] p, int count, double[] sums, int lane);

  /**
   * Computes how the loss of each element changes with its prediction.
   *
   * @param y the targets
   * @param p the predictions
   * @param count how many numbers of either, whole groups
   * @param delta receives d loss / dp
   */
  void slopes(double[] y, double[] p, int count, double[] delta);
}
