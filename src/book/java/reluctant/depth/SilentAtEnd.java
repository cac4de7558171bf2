package reluctant.depth;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.diagnose.Success;
import reluctant.diagnose.Units;
import reluctant.train.Gradient;
import reluctant.train.Loss;
import reluctant.train.Run;

/**
 * What the units of the first layer still hear that get nothing above zero from any sample at the
 * end: the backward pass' gradient by their weights and bias over all samples. One below a
 * millionth is silence.
 */
public enum SilentAtEnd {
  /** No unit is silent. */
  NONE,
  /** Some are, and the data are learnt, so that there is nothing to hear. */
  LEARNT,
  /** Some are, the data are not learnt, and each silent unit hears something. */
  HEARS,
  /** Some are, the data are not learnt, and one of them hears nothing. */
  HEARS_NOTHING;

  private static final double LEAST = 1e-6;

  /**
   * Looks at the end of a run.
   *
   * @param run what a trial gave, by the mean squared error; its first layer is Dense with a bias
   */
  public static SilentAtEnd of(Run run) {
    Units units = Units.of(Require.present("run", run));
    boolean isLearnt = Success.of(run) == Success.LEARNT;
    Gradient gradient = Gradient.of(run.network(), Loss.MSE, run.trial().dataset());
    SimpleMatrix heard = gradient.kernel(0).concatRows(gradient.bias(0));
    SilentAtEnd found = NONE;
    for (int unit = 0; unit < units.count(); unit++) {
      if (units.active(unit) == 0) {
        if (isLearnt) {
          return LEARNT;
        }
        if (heard.getColumn(unit).normF() < LEAST) {
          return HEARS_NOTHING;
        }
        found = HEARS;
      }
    }
    return found;
  }
}
