package reluctant.sweep;

import static reluctant.Text.format;

import java.util.List;
import reluctant.Require;

/**
 * How much more often one way succeeds than another, counted in pairs: the same seeds, trained both
 * ways. Pairs that end alike say nothing of the difference and make it sure.
 *
 * @param won pairs in which the first way alone succeeds
 * @param lost pairs in which the other way alone succeeds
 * @param trials all pairs
 */
public record Gain(long won, long lost, long trials) {

  private static final double SHOWN = 1.9599639845400543;

  public Gain {
    if (won < 0 || lost < 0 || won + lost > trials) {
      throw Require.refusal(
          format("pairs must be won + lost at most. Received: %d, %d of %d", won, lost, trials));
    }
  }

  /**
   * Counts the pairs of two lists.
   *
   * @param first whether the first way succeeded, seed by seed
   * @param other whether the other way did, of the same seeds
   */
  public static Gain of(List<Boolean> first, List<Boolean> other) {
    int trials = Require.each("first", first).size();
    if (Require.each("other", other).size() != trials) {
      throw Require.refusal(
          format("other must be as many as first, %d. Received: %d", trials, other.size()));
    }
    long won = 0;
    long lost = 0;
    for (int i = 0; i < trials; i++) {
      won += first.get(i) && !other.get(i) ? 1 : 0;
      lost += other.get(i) && !first.get(i) ? 1 : 0;
    }
    return new Gain(won, lost, trials);
  }

  /** Returns the difference of the two shares, (won - lost) / trials, NaN if there are none. */
  public double value() {
    return (double) (won - lost) / trials;
  }

  /** Returns the 95 % interval of {@link #interval(double)}. */
  public Interval interval() {
    return interval(SHOWN);
  }

  /**
   * Returns the interval of Agresti and Min (2005) for a difference of paired shares: half a pair
   * more in each of the four cells, then Wald's. With b won and c lost of n: d = (b - c) / (n + 2),
   * give or take z sqrt(b + c + 1 - (b - c)&sup2; / (n + 2)) / (n + 2).
   *
   * @param deviations z, the standard deviations of a normal distribution that it spans, above 0
   */
  public Interval interval(double deviations) {
    Require.positive("deviations", deviations);
    double n = trials + 2.0;
    double difference = won - lost;
    double reach = deviations * Math.sqrt(won + lost + 1 - difference * difference / n) / n;
    return new Interval(Math.max(-1, difference / n - reach), Math.min(1, difference / n + reach));
  }

  /**
   * Returns the chance of so many pairs won, or more, if each pair that differs were won as likely
   * as lost: the sign test (Dixon and Mood 1946), P(X &ge; won) of a binomial X of won + lost
   * trials with a share of one half.
   */
  public double chance() {
    long pairs = won + lost;
    double term = 1; // C(pairs, k) 2^-pairs, times 2^halved, which keeps it in range.
    double sum = 0;
    long halved = 0;
    for (long k = pairs; k >= won; k--) {
      sum += term;
      term *= (double) k / (pairs - k + 1);
      for (; term > 1e200; halved++) {
        term /= 2;
        sum /= 2;
      }
    }
    for (long i = halved; i < pairs && sum > 0; i++) {
      sum /= 2;
    }
    return sum;
  }

  /** Such as "+12.1 points [9.3, 14.9]". */
  @Override
  public String toString() {
    Interval shown = interval();
    double points = 100.0 * (won - lost) / trials; // of whole numbers, so that a tie stays one
    return trials == 0
        ? "no pairs"
        : format("%+.1f points [%+.1f, %+.1f]", points, 100 * shown.low(), 100 * shown.high());
  }
}
