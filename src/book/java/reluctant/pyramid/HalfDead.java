package reluctant.pyramid;

import reluctant.diagnose.Units;
import reluctant.train.Run;

/**
 * Whether a network reaches the pyramid ({@link Reaches#pyramid}), and whether half of its hidden
 * units or more are dead ({@link Units#dead}). Both at once, so that one can ask what the dead
 * cost.
 */
public enum HalfDead {
  /** Half of its units are dead, and it reaches the pyramid all the same. */
  HALF_DEAD_REACHES,
  /** Half of its units are dead, and it does not. */
  HALF_DEAD_FAILS,
  /** More than half of its units live, and it reaches the pyramid. */
  LIVING_REACHES,
  /** More than half of its units live, and it does not. */
  LIVING_FAILS;

  /**
   * Says what became of a trial on the Euclidean distance.
   *
   * @param run what the trial gave
   * @return the outcome
   * @throws IllegalArgumentException as {@link Reaches#pyramid} does
   */
  public static HalfDead of(Run run) {
    boolean reaches = Reaches.pyramid(run);
    Units units = Units.of(run);
    if (2 * units.dead() >= units.count()) {
      return reaches ? HALF_DEAD_REACHES : HALF_DEAD_FAILS;
    }
    return reaches ? LIVING_REACHES : LIVING_FAILS;
  }
}
