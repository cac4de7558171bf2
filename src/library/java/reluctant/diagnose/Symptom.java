package reluctant.diagnose;

import reluctant.train.Run;

/**
 * What can be seen of a trained network over its data. A run may show several; they stand in the
 * order in which they tell most, and the first is what happened. As a rule of a sweep, {@code
 * Symptom::of} counts how runs end.
 */
public enum Symptom {
  /** It has learnt what it was given, by the rule of {@link Criterion} or one that was given. */
  LEARNT,
  /** The loss or an answer is not finite. */
  DIVERGED,
  /** It is as good as its architecture can be, and that is not good enough. */
  FLOOR,
  /** The last activation passes no gradient on any sample. */
  DEAD_OUTPUT,
  /** It gives the mean of the targets, whatever the sample. */
  MEAN,
  /** It gives the median of the targets, whatever the sample. */
  MEDIAN,
  /** It gives another number, whatever the sample. */
  CONSTANT,
  /** It gives what the best linear map gives, though it could bend. */
  BEST_LINE,
  /** It gives a single hinge: two straight lines that meet. */
  HINGE,
  /** It has learnt most samples, and some not at all. */
  SOME_SAMPLES,
  /** Its loss still falls. */
  STILL_MOVING,
  /** Its steps are larger than is stable. */
  LARGE_STEPS,
  /** Its steps are too few and small for the scale of the data. */
  OUT_OF_REACH,
  /** It has not learnt, and is at none of the levels above. */
  ELSEWHERE,
  /** Hidden units pass no gradient on 99 % of the samples. */
  DEAD_UNITS,
  /** Hidden units hardly pass a gradient on 90 % of the samples, since they are saturated. */
  SATURATED_UNITS,
  /** Hidden units do the work of others. */
  DUPLICATE_UNITS;

  /**
   * Says what happened in a run: the symptom of its headline.
   *
   * @param run what a trial gave
   * @return the first symptom
   */
  public static Symptom of(Run run) {
    return Diagnosis.first(run).symptom();
  }
}
