package reluctant.pyramid;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.diagnose.Units;
import reluctant.nn.Network;
import reluctant.sweep.Rate;
import reluctant.train.Run;

/** How a hidden unit with weights w in and v out begins, which foretells whether it dies. */
public enum UnitStart {
  /** v is not negative: the unit lifts the output where it is active. */
  LIFTS,
  /** v is negative and |v| below |w|: its sign may turn. */
  LOWERS_WEAKLY,
  /** v is negative and |v| not below |w|. */
  LOWERS_STRONGLY;

  /**
   * Says how a unit of a network with one hidden layer and one output began.
   *
   * @param run what a trial gave
   * @param unit the unit's index, from 0
   */
  public static UnitStart of(Run run, int unit) {
    return of(Require.present("run", run).trial().initial(), unit);
  }

  private static UnitStart of(Network start, int unit) {
    SimpleMatrix w = start.kernel(0);
    double v = start.kernel(1).get(Require.index("unit", unit, w.getNumCols()));
    if (v >= 0) {
      return LIFTS;
    }
    return -v < w.getColumn(unit).normF() ? LOWERS_WEAKLY : LOWERS_STRONGLY;
  }

  /**
   * Counts how many units that began so are dead at the end: {@link Units#isDead}.
   *
   * @param runs of trials with one hidden layer and one output
   */
  public Rate dead(List<Run> runs) {
    long dead = 0;
    long all = 0;
    for (Run run : Require.each("runs", runs)) {
      Network start = run.trial().initial();
      Units end = Units.of(run);
      for (int unit = 0; unit < end.count(); unit++) {
        if (of(start, unit) == this) {
          all++;
          dead += end.isDead(unit) ? 1 : 0;
        }
      }
    }
    return new Rate(dead, all);
  }

  /** Returns how many of a run's output weights are negative before the training. */
  public static int negative(Run run) {
    SimpleMatrix v = Require.present("run", run).trial().initial().kernel(1);
    int negative = 0;
    for (int unit = 0; unit < v.getNumElements(); unit++) {
      negative += v.get(unit) < 0 ? 1 : 0;
    }
    return negative;
  }
}
