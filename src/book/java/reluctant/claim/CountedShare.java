package reluctant.claim;

import reluctant.sweep.Interval;
import reluctant.sweep.Rate;

/** A share of trials. */
record CountedShare(Rate rate) implements Measure {

  @Override
  public boolean isSurelyAbove(double bound) {
    return Certainty.isAbove(rate, bound);
  }

  @Override
  public boolean isSurelyBelow(double bound) {
    return Certainty.isBelow(rate, bound);
  }

  @Override
  public Interval interval() {
    return rate.interval();
  }

  @Override
  public long count() {
    return rate.count();
  }

  @Override
  public long trials() {
    return rate.trials();
  }

  @Override
  public String toString() {
    return rate.toString();
  }
}
