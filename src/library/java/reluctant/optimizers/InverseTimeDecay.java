package reluctant.optimizers;

import reluctant.Require;

/**
 * A rate that falls as one over time: {@code initialLearningRate / (1 + decayRate step /
 * decaySteps)}, and with a staircase the quotient of the steps is rounded down.
 *
 * @param initialLearningRate that of step 0, finite and above 0
 * @param decaySteps the steps of a unit of time, at least 1
 * @param decayRate what is added to the divisor in each unit, finite and at least 0
 * @param staircase whether it falls at once, after each decaySteps
 */
public record InverseTimeDecay(
    double initialLearningRate, int decaySteps, double decayRate, boolean staircase)
    implements Schedule {

  public InverseTimeDecay {
    Require.positive("initialLearningRate", initialLearningRate);
    Require.atLeast("decaySteps", decaySteps, 1);
    Require.notNegative("decayRate", decayRate);
  }

  /**
   * A rate that falls from step to step.
   *
   * @param initialLearningRate that of step 0, finite and above 0
   * @param decaySteps the steps of a unit of time, at least 1
   * @param decayRate what is added to the divisor in each unit, finite and at least 0
   */
  public InverseTimeDecay(double initialLearningRate, int decaySteps, double decayRate) {
    this(initialLearningRate, decaySteps, decayRate, false);
  }

  @Override
  public double rate(long step) {
    double time = (double) step / decaySteps;
    return initialLearningRate / (1 + decayRate * (staircase ? Math.floor(time) : time));
  }

  @Override
  public InverseTimeDecay startingAt(double rate) {
    return new InverseTimeDecay(rate, decaySteps, decayRate, staircase);
  }

  /** Returns this schedule as the Java that makes it. */
  @Override
  public String toString() {
    String more = staircase ? ", true)" : ")";
    return "new InverseTimeDecay("
        + String.join(", ", "" + initialLearningRate, "" + decaySteps, decayRate + more);
  }
}
