package reluctant.pyramid;

import reluctant.diagnose.Fvu;
import reluctant.diagnose.Hollow;
import reluctant.train.Run;

/**
 * Where a trial on the Euclidean distance came to rest, if it did not find the pyramid: what a
 * descent over all samples makes of it ({@link Hollow}).
 */
public enum Rest {
  /** It found the pyramid. */
  PYRAMID,
  /** In a local minimum of the same {@link Shape}: no small step leads down. */
  MINIMUM,
  /** On its way: the descent leads to another shape, or small steps still lead down. */
  ON_ITS_WAY;

  /**
   * Says where a trial came to rest.
   *
   * @param run what the trial gave
   * @throws IllegalArgumentException if the trial's data are something else or lean
   */
  public static Rest of(Run run) {
    Shape shape = Shape.of(run);
    if (shape == Shape.PYRAMID) {
      return PYRAMID;
    }
    Hollow hollow = Hollow.of(run);
    double fvu = Fvu.of(hollow.bottom(), run.trial().dataset());
    boolean isSame = Shape.of(fvu, Shape.distribution(run)) == shape;
    return isSame && hollow.isMinimum() ? MINIMUM : ON_ITS_WAY;
  }
}
