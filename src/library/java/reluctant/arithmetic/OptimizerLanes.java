package reluctant.arithmetic;

/** An optimizer of many networks at once, with all of a step in one pass over their numbers. */
@FunctionalInterface
public interface OptimizerLanes {

  /**
   * Multiplies the gradient by a factor, measures it, and moves the parameters along it.
   *
   * @param rate the learning rate of this step
   * @param factor what makes the gradient of a mean of that of a sum
   * @param norms receives the length of each lane's gradient, multiplied
   */
  void apply(double rate, double factor, double[] norms);
}
