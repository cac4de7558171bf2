package reluctant.optimizers;

import reluctant.Require;
import reluctant.elementary.Elementary;

/**
 * A rate that falls by the same factor in each so many steps: {@code initialLearningRate
 * decayRate^(step / decaySteps)}, and with a staircase the exponent is rounded down.
 *
 * @param initialLearningRate that of step 0, finite and above 0
 * @param decaySteps in how many steps the rate is multiplied by decayRate, at least 1
 * @param decayRate the factor, finite and above 0
 * @param staircase whether it falls at once, after each decaySteps
 */
public record ExponentialDecay(
    double initialLearningRate, int decaySteps, double decayRate, boolean staircase)
    implements Schedule {

  public ExponentialDecay {
    Require.positive("initialLearningRate", initialLearningRate);
    Require.atLeast("decaySteps", decaySteps, 1);
    Require.positive("decayRate", decayRate);
  }

  /**
   * A rate that falls from step to step.
   *
   * @param initialLearningRate that of step 0, finite and above 0
   * @param decaySteps in how many steps the rate is multiplied by decayRate, at least 1
   * @param decayRate the factor, finite and above 0
   */
  public ExponentialDecay(double initialLearningRate, int decaySteps, double decayRate) {
    this(initialLearningRate, decaySteps, decayRate, false);
  }

  @Override
  public double rate(long step) {
    double time = (double) step / decaySteps;
    return initialLearningRate * Elementary.pow(decayRate, staircase ? Math.floor(time) : time);
  }

  @Override
  public ExponentialDecay startingAt(double rate) {
    return new ExponentialDecay(rate, decaySteps, decayRate, staircase);
  }

  /** Returns this schedule as the Java that makes it. */
  @Override
  public String toString() {
    String more = staircase ? ", true)" : ")";
    return "new ExponentialDecay("
        + String.join(", ", "" + initialLearningRate, "" + decaySteps, decayRate + more);
  }
}
