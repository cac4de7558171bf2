package reluctant.arithmetic;

/**
 * A metric of many networks at once, on one group of lanes. Value {@code v} of the group's lane
 * {@code l} lies at {@code v * width + l}.
 */
public interface MetricLanes {

  /**
   * Adds what is measured of each element, or sample, to its lane's sum, in ascending order.
   *
   * @param y the targets
   * @param p the predictions
   * @param count how many numbers of either, whole samples of whole groups
   * @param sums what is added to
   * @param lane where the group's sums are
   */
  void add(double[] y, double[] p, int count, double[] sums, int lane);
}
