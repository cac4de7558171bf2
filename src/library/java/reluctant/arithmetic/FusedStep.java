package reluctant.arithmetic;

/** Loss and gradient of whole networks in one pass over the samples. */
@FunctionalInterface
public interface FusedStep {

  /**
   * Computes the gradient of a group of lanes, summed over the batch, or nothing.
   *
   * @param rows the samples, each of them inputs and target in one row
   * @param first where they begin
   * @param starts how far behind that the row of each sample begins
   * @param sums receives each lane's sum of (p - y)^2
   * @param lane the group's first lane
   * @param samples how many samples
   * @return false if nothing was done, since the layers have to do it one by one
   */
  boolean squaredError(
      double[] rows, int first, int[] starts, double[] sums, int lane, int samples);
}
