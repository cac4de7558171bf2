package reluctant.diagnose;

import reluctant.Require;
import reluctant.train.Run;

/**
 * Whether a network learnt its data, for problems that have no finer taxonomy: less than 1 % of the
 * targets' variance may be left unexplained ({@link Fvu}).
 */
public enum Success {
  /** Less than 1 % of the variance is left. */
  LEARNT,
  /** More is left, and the numbers are finite. */
  STUCK,
  /** The loss or a prediction is not finite. */
  DIVERGED;

  private static final double LARGEST_FVU = 0.01;

  /**
   * Says what became of a trial.
   *
   * @param run what the trial gave; its targets must vary
   * @return what became of it
   */
  public static Success of(Run run) {
    double fvu = Fvu.of(Require.present("run", run));
    if (!Double.isFinite(fvu) || run.history().divergedAt().isPresent()) {
      return DIVERGED;
    }
    return fvu < LARGEST_FVU ? LEARNT : STUCK;
  }
}
