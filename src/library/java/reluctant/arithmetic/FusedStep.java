package reluctant.arithmetic;

/** Loss and gradient of whole networks in one pass over the samples. */
@FunctionalInterface
public interface FusedStep {

  /**
   * Computes the gradient of a group of lanes, summed over the batch, or nothing.
   *
   * @param y the targets (samples x 1)
   * @param sums receives each lane's sum of (p - y)^2
   * @param lane the group's first lane
   * @param samples how many samples
   * @return false if nothing was done, since the layers have to do it one by one
   */
  boolean squaredError(double[] y, double[] sums, int lane, int samples);
}
