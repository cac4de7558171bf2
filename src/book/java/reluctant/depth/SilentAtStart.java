package reluctant.depth;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.diagnose.Units;
import reluctant.nn.Network;
import reluctant.train.Run;

/**
 * What became of the units of the first layer that got nothing above zero from any sample at the
 * start: whether their weights have moved by more than a tenth of their length.
 */
public enum SilentAtStart {
  /** There were none. */
  NONE,
  /** All have moved. */
  ALL_MOVED,
  /** Some have not. */
  SOME_STAYED;

  private static final double SHARE = 0.1;

  /**
   * Compares the end of a run with its start.
   *
   * @param run what a trial gave; its first layer is Dense
   */
  public static SilentAtStart of(Run run) {
    Units units = Units.atStart(Require.present("run", run));
    Network start = run.trial().initial();
    SimpleMatrix before = start.kernel(0);
    SimpleMatrix moved = run.network().kernel(0).minus(before);
    SilentAtStart found = NONE;
    for (int unit = 0; unit < units.count(); unit++) {
      if (units.active(unit) == 0) {
        double length = before.getColumn(unit).normF();
        if (!(moved.getColumn(unit).normF() > SHARE * length)) {
          return SOME_STAYED;
        }
        found = ALL_MOVED;
      }
    }
    return found;
  }
}
