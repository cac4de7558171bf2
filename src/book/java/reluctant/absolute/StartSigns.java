package reluctant.absolute;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.train.Run;

/**
 * The signs of the first weights of a network 1 -> units -> 1, before its training: which sides its
 * units look at.
 */
public enum StartSigns {
  /** Some units look to the right and some to the left. */
  BOTH_SIGNS,
  /** All look to one side. */
  ONE_SIGN;

  /**
   * Looks at the first numbers of a run.
   *
   * @param run what a trial with one input gave
   * @return the signs of its first kernel
   * @throws IllegalArgumentException if there is more than one input
   */
  public static StartSigns of(Run run) {
    SimpleMatrix w = Require.present("run", run).trial().initial().kernel(0);
    if (w.getNumRows() != 1) {
      throw Require.refusal("run must have one input. Received: " + w.getNumRows());
    }
    double first = w.get(0);
    for (int unit = 1; unit < w.getNumCols(); unit++) {
      if (w.get(unit) * first < 0) {
        return BOTH_SIGNS;
      }
    }
    return ONE_SIGN;
  }

  /**
   * Computes how often this happens where each sign is a fair coin: P(one sign) = 2^(1 - H).
   *
   * @param units H, at least 1
   * @return the probability
   */
  public double probability(int units) {
    Require.atLeast("units", units, 1);
    double one = 2.0 / Math.scalb(1.0, units);
    return this == ONE_SIGN ? one : 1 - one;
  }
}
