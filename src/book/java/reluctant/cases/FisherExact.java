package reluctant.cases;

import org.apache.commons.math3.distribution.HypergeometricDistribution;
import reluctant.Require;
import reluctant.sweep.Rate;

/** Fisher's exact test (Fisher 1922): could two counts be of the same share? */
final class FisherExact {
  /** Tables that are as likely as the one that was seen, but for rounding, count as such. */
  private static final double ROUNDING = 1 + 1e-7;

  private FisherExact() {}

  /**
   * The two-sided p-value: of all ways to deal the successes of both to two groups of these sizes,
   * the share of those that are no more likely than what was seen. 1 if one of them is empty.
   *
   * @param one with at most some thousand million trials
   * @param other the same
   */
  static double of(Rate one, Rate other) {
    int trials = Math.toIntExact(Require.present("one", one).trials());
    int all = Math.toIntExact(Require.present("other", other).trials() + trials);
    int successes = Math.toIntExact(one.count() + other.count());
    if (trials == 0 || all == trials || successes == 0 || successes == all) {
      return 1; // there is one way only, of which Commons Math makes a probability of 0
    }
    var dealt = new HypergeometricDistribution(null, all, successes, trials);
    double seen = dealt.probability((int) one.count()) * ROUNDING;
    double p = 0;
    for (int i = dealt.getSupportLowerBound(); i <= dealt.getSupportUpperBound(); i++) {
      double each = dealt.probability(i);
      p += each <= seen ? each : 0;
    }
    return Math.min(1, p);
  }
}
