package reluctant.xor;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.train.Run;

/**
 * Which corners a network of ReLUs saw at the start, and whether it then learnt, as {@link
 * Corners#RIGHT} says it. A corner is seen by a unit of the first layer whose sum is above 0 there.
 * Of one that no unit sees, ReLUs hear nothing: their slope is 0.
 */
public enum Sight {
  /** Each corner was seen, and the run learnt. */
  ALL_SEEN_LEARNT,
  /** Each was seen, and it did not. */
  ALL_SEEN_FAILED,
  /** A corner of 0 was not seen, each of 1 was, and the run learnt. */
  ZERO_UNSEEN_LEARNT,
  /** A corner of 0 was not seen, each of 1 was, and it did not. */
  ZERO_UNSEEN_FAILED,
  /** A corner of 1 was not seen, and the run learnt nevertheless. */
  ONE_UNSEEN_LEARNT,
  /** A corner of 1 was not seen, and it did not learn. */
  ONE_UNSEEN_FAILED;

  /**
   * Looks at both ends of a run.
   *
   * @param run what a trial gave, with targets of 0 and 1 and a first layer with an activation
   */
  public static Sight of(Run run) {
    Dataset data = Require.present("run", run).trial().dataset();
    boolean isLearnt = Corners.areRight(run);
    SimpleMatrix sums = run.trial().initial().preActivations(0, data.inputs());
    if (isUnseen(1, sums, data.targets())) {
      return isLearnt ? ONE_UNSEEN_LEARNT : ONE_UNSEEN_FAILED;
    }
    if (isUnseen(0, sums, data.targets())) {
      return isLearnt ? ZERO_UNSEEN_LEARNT : ZERO_UNSEEN_FAILED;
    }
    return isLearnt ? ALL_SEEN_LEARNT : ALL_SEEN_FAILED;
  }

  private static boolean isUnseen(double target, SimpleMatrix sums, SimpleMatrix targets) {
    for (int corner = 0; corner < sums.getNumRows(); corner++) {
      if (targets.get(corner) == target && sums.getRow(corner).elementMax() <= 0) {
        return true;
      }
    }
    return false;
  }
}
