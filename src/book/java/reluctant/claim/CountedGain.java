package reluctant.claim;

import reluctant.sweep.Gain;
import reluctant.sweep.Interval;

/** A difference of two shares of the same seeds. */
record CountedGain(Gain gain) implements Measure {

  @Override
  public boolean isSurelyAbove(double bound) {
    return gain.interval(Certainty.DEVIATIONS).low() > bound;
  }

  @Override
  public boolean isSurelyBelow(double bound) {
    return gain.interval(Certainty.DEVIATIONS).high() < bound;
  }

  @Override
  public Interval interval() {
    return gain.interval();
  }

  @Override
  public long count() {
    return gain.won() - gain.lost();
  }

  @Override
  public long trials() {
    return gain.trials();
  }

  @Override
  public String toString() {
    return gain.toString();
  }
}
