package reluctant.absolute;

import reluctant.diagnose.Fvu;
import reluctant.train.Run;

/**
 * How much of |x| a network made, where the biases can follow the data, as on inputs from -1 to 1.
 *
 * <p>Told by the fraction of variance unexplained (FVU). It is 0 for |x| itself, 0.686 for the best
 * single hinge c + v relu(w x + b), which is flat on one side and crosses the other, and 1 for the
 * best constant. The limits of 1 % and 85 % lie in the wide gaps between.
 */
public enum Hinges {
  /** The network gives |x|. */
  BOTH_HALVES,
  /** It gives something better than a constant, as a rule the best single hinge. */
  ONE_HINGE,
  /** It gives nearly the same answer everywhere. */
  CONSTANT;

  private static final double LARGEST_OF_BOTH = 0.01;
  private static final double LARGEST_OF_ONE = 0.85;

  /**
   * Says what a trial on |x| made.
   *
   * @param run what the trial gave
   * @return how much of |x| it is
   */
  public static Hinges of(Run run) {
    double fvu = Fvu.of(run);
    return fvu < LARGEST_OF_BOTH ? BOTH_HALVES : fvu < LARGEST_OF_ONE ? ONE_HINGE : CONSTANT;
  }
}
