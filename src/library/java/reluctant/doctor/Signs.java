package reluctant.doctor;

import java.util.List;
import java.util.function.Predicate;

/** What the runs of a trial that failed have in common: what most of them show. */
record Signs(List<Sign> each) {

  Signs {
    each = List.copyOf(each);
  }

  private boolean most(Predicate<Sign> show) {
    return 2 * each.stream().filter(show).count() > each.size();
  }

  boolean areDead() {
    return most(Sign::dead);
  }

  boolean areSaturated() {
    return most(Sign::saturated);
  }

  /** What is wrong with the start, if another one helps. */
  Cause ofStart() {
    return most(Sign::alike)
        ? Cause.SYMMETRY
        : most(Sign::deadAtStart)
            ? Cause.DEAD_UNITS
            : most(Sign::saturatedAtStart) ? Cause.SATURATION : Cause.START;
  }
}
