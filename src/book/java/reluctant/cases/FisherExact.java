package reluctant.cases;

import java.util.Arrays;
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
   * @param one with at most some million trials
   * @param other the same
   */
  static double of(Rate one, Rate other) {
    long trials = Require.present("one", one).trials();
    long all = Require.present("other", other).trials() + trials;
    long successes = one.count() + other.count();
    long least = Math.max(0, trials + successes - all);
    double[] ways = ways(trials, all, successes, least);
    double seen = ways[Math.toIntExact(one.count() - least)] * ROUNDING;
    double rare = Arrays.stream(ways).filter(each -> each <= seen).sum();
    return Math.min(1, rare / Arrays.stream(ways).sum());
  }

  /**
   * In how many ways the first group gets each number of successes, over those of the likeliest: by
   * the ratio of neighbours, C(K, i + 1) C(N - K, n - i - 1) over C(K, i) C(N - K, n - i), which
   * needs no logarithm.
   */
  private static double[] ways(long trials, long all, long successes, long least) {
    int count = Math.toIntExact(Math.min(trials, successes) - least + 1);
    long likeliest = (trials + 1) * (successes + 1) / (all + 2);
    int mode = (int) Math.max(0, Math.min(count - 1, likeliest - least));
    double[] ways = new double[count];
    ways[mode] = 1;
    for (int i = mode; i + 1 < count; i++) {
      ways[i + 1] = ways[i] * ratio(least + i, trials, all, successes);
    }
    for (int i = mode; i > 0; i--) {
      ways[i - 1] = ways[i] / ratio(least + i - 1, trials, all, successes);
    }
    return ways;
  }

  private static double ratio(long i, long trials, long all, long successes) {
    double gained = (double) (successes - i) * (trials - i);
    return gained / ((double) (i + 1) * (all - successes - trials + i + 1));
  }
}
