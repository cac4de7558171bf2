package reluctant.xor;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.train.Run;

/**
 * Whether each sample was seen at the start, by a unit of the first layer whose sum is above 0
 * there, and whether the run then learnt, as {@link Corners#RIGHT} says it. Of a sample that no
 * unit sees, ReLUs hear nothing.
 */
public enum Sight {
  /** Each sample was seen, and the run learnt. */
  SEEN_LEARNT,
  /** Each was seen, and it did not. */
  SEEN_FAILED,
  /** A sample was not seen, and the run learnt nevertheless. */
  UNSEEN_LEARNT,
  /** A sample was not seen, and it did not learn. */
  UNSEEN_FAILED;

  /**
   * Looks at both ends of a run.
   *
   * @param run what a trial gave, with targets of 0 and 1 and a first layer with an activation
   */
  public static Sight of(Run run) {
    Dataset data = Require.present("run", run).trial().dataset();
    boolean isLearnt = Corners.areRight(run);
    SimpleMatrix sums = run.trial().initial().preActivations(0, data.inputs());
    if (isEachSeen(sums)) {
      return isLearnt ? SEEN_LEARNT : SEEN_FAILED;
    }
    return isLearnt ? UNSEEN_LEARNT : UNSEEN_FAILED;
  }

  private static boolean isEachSeen(SimpleMatrix sums) {
    for (int sample = 0; sample < sums.getNumRows(); sample++) {
      if (sums.getRow(sample).elementMax() <= 0) {
        return false;
      }
    }
    return true;
  }
}
