package reluctant.optimizers;

/**
 * A learning rate for each step, Keras' LearningRateSchedule. A value, and a pure function of the
 * step: {@code new Adam().learningRate(new ExponentialDecay(0.01, 1000, 0.5))}.
 */
public interface Schedule {

  /**
   * Computes the learning rate of a step.
   *
   * @param step how many steps, batches and not epochs, were made before
   * @return the size of this step
   */
  double rate(long step);

  /**
   * Returns this with another first rate, and all others in proportion.
   *
   * @param rate that of step 0, finite and above 0
   */
  Schedule startingAt(double rate);
}
