package reluctant.optimizers;

import reluctant.Require;

/**
 * What {@link Adam} multiplies the mean of gradients by, {@code learningRate sqrt(1 - beta2^t) / (1
 * - beta1^t)} in step t, since means that start at 0 are too small at first.
 */
public final class AdamRate {

  private final Adam adam;
  // Running products instead of powers: the same bits on every JDK, and their error decays too.
  private double beta1Power = 1;
  private double beta2Power = 1;

  /**
   * Begins before the first step.
   *
   * @param adam any
   */
  public AdamRate(Adam adam) {
    this.adam = Require.present("adam", adam);
  }

  /**
   * Returns that of the next step.
   *
   * @param learningRate the learning rate of that step
   */
  public double next(double learningRate) {
    beta1Power *= adam.beta1();
    beta2Power *= adam.beta2();
    return learningRate * Math.sqrt(1 - beta2Power) / (1 - beta1Power);
  }
}
