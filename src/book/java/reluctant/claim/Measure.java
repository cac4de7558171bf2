package reluctant.claim;

import reluctant.sweep.Interval;

/** A number that was estimated by counting. */
interface Measure {

  /** Whether it is surely above a bound, by the rule of {@link Certainty}. */
  boolean isSurelyAbove(double bound);

  /** Whether it is surely below a bound, by the rule of {@link Certainty}. */
  boolean isSurelyBelow(double bound);

  /** Its 95 % interval, which a card shows. */
  Interval interval();

  /** How often it happened, or how many pairs were won more than lost. */
  long count();

  /** Out of how many. */
  long trials();
}
