package reluctant.optimizers;

import reluctant.Require;
import reluctant.elementary.Elementary;

/**
 * A rate that falls to a last one in so many steps: {@code (initialLearningRate - endLearningRate)
 * (1 - step / decaySteps)^power + endLearningRate}, and the last one from then on. With a cycle it
 * goes up again instead: decaySteps is the next multiple of itself that is not below the step.
 *
 * @param initialLearningRate that of step 0, finite and above 0
 * @param decaySteps in how many steps it falls, at least 1
 * @param endLearningRate the last one, finite and above 0
 * @param power 1 for a straight line, finite and above 0
 * @param cycle whether it goes up again
 */
public record PolynomialDecay(
    double initialLearningRate, int decaySteps, double endLearningRate, double power, boolean cycle)
    implements Schedule {

  public PolynomialDecay {
    Require.positive("initialLearningRate", initialLearningRate);
    Require.atLeast("decaySteps", decaySteps, 1);
    Require.positive("endLearningRate", endLearningRate);
    Require.positive("power", power);
  }

  /**
   * A rate that falls in a straight line.
   *
   * @param initialLearningRate that of step 0, finite and above 0
   * @param decaySteps in how many steps it falls, at least 1
   * @param endLearningRate the last one, finite and above 0
   */
  public PolynomialDecay(double initialLearningRate, int decaySteps, double endLearningRate) {
    this(initialLearningRate, decaySteps, endLearningRate, 1, false);
  }

  @Override
  public double rate(long step) {
    long rounds = cycle ? Math.max(1, (step + decaySteps - 1) / decaySteps) : 1;
    double all = (double) rounds * decaySteps;
    double left = 1 - Math.min((double) step, all) / all;
    double range = initialLearningRate - endLearningRate;
    return range * (power == 1 ? left : Elementary.pow(left, power)) + endLearningRate;
  }

  @Override
  public PolynomialDecay startingAt(double rate) {
    double end = endLearningRate * (rate / initialLearningRate);
    return new PolynomialDecay(rate, decaySteps, end, power, cycle);
  }

  /** Returns this schedule as the Java that makes it. */
  @Override
  public String toString() {
    boolean usual = power == 1 && !cycle;
    String more = usual ? ")" : ", " + power + ", " + cycle + ")";
    return "new PolynomialDecay("
        + String.join(", ", "" + initialLearningRate, "" + decaySteps, endLearningRate + more);
  }
}
