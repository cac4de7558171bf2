package reluctant.claim;

import org.apache.commons.math3.special.Beta;
import reluctant.sweep.Rate;

/**
 * When a count settles a bound. The book judges hundreds of rates, so that intervals of 95 % would
 * turn some verdicts by chance. Here a bound is settled when a count as far from it would come with
 * a chance of at most 1 in 80,000 if the share lay on the bound. A word of the scale has two bounds
 * at most, so that with {@link #JUDGEMENTS} judgements the chance of a single false verdict in the
 * whole book stays below 2,000 x 2 / 80,000 = 5 % (Bonferroni). The tests count the judgements.
 */
final class Certainty {
  /** The most judgements that a book may hold. */
  static final int JUDGEMENTS = 2000;

  /** The chance of settling a bound on the wrong side. */
  static final double CHANCE = 0.05 / (2 * JUDGEMENTS);

  /** A normal variable exceeds its mean by so many standard deviations with that chance. */
  static final double DEVIATIONS = 4.2149;

  private Certainty() {}

  /**
   * Whether the share that was counted is surely above a bound: P(X &ge; count) of a binomial X
   * with the bound as its share, which is the regularized incomplete beta function I(bound; count,
   * trials - count + 1), is below the chance.
   */
  static boolean isAbove(Rate rate, double bound) {
    if (bound < 0) {
      return true;
    }
    return bound < 1
        && rate.count() > 0
        && Beta.regularizedBeta(bound, (double) rate.count(), rate.trials() - rate.count() + 1.0)
            < CHANCE;
  }

  /** Whether the share that was counted is surely below a bound. */
  static boolean isBelow(Rate rate, double bound) {
    return isAbove(new Rate(rate.trials() - rate.count(), rate.trials()), 1 - bound);
  }
}
