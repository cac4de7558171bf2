package reluctant.claim;

import static reluctant.Text.format;

import reluctant.Require;
import reluctant.sweep.Interval;

/**
 * How much more often one way succeeds than another, counted in pairs: the same seeds, trained both
 * ways. Pairs that end alike say nothing of the difference and make it sure.
 *
 * @param won pairs in which the first way alone succeeds
 * @param lost pairs in which the other way alone succeeds
 * @param trials all pairs
 */
record Gain(long won, long lost, long trials) implements Measure {
  private static final double SHOWN = 1.9599639845400543;

  Gain {
    if (won < 0 || lost < 0 || won + lost > trials) {
      throw Require.refusal(
          format("pairs must be won + lost at most. Received: %d, %d of %d", won, lost, trials));
    }
  }

  @Override
  public boolean isSurelyAbove(double bound) {
    return interval(Certainty.DEVIATIONS).low() > bound;
  }

  @Override
  public boolean isSurelyBelow(double bound) {
    return interval(Certainty.DEVIATIONS).high() < bound;
  }

  @Override
  public Interval interval() {
    return interval(SHOWN);
  }

  /**
   * The interval of Agresti and Min (2005) for a difference of paired shares: half a pair more in
   * each of the four cells, then Wald's. With b won and c lost of n: d = (b - c) / (n + 2), give or
   * take z sqrt(b + c + 1 - (b - c)&sup2; / (n + 2)) / (n + 2).
   */
  private Interval interval(double deviations) {
    double n = trials + 2.0;
    double difference = won - lost;
    double reach = deviations * Math.sqrt(won + lost + 1 - difference * difference / n) / n;
    return new Interval(Math.max(-1, difference / n - reach), Math.min(1, difference / n + reach));
  }

  @Override
  public long count() {
    return won - lost;
  }

  /** Such as "+12.1 points [9.3, 14.9]". */
  @Override
  public String toString() {
    Interval shown = interval();
    return trials == 0
        ? "no pairs"
        : format(
            "%+.1f points [%+.1f, %+.1f]",
            100.0 * count() / trials, 100 * shown.low(), 100 * shown.high());
  }
}
