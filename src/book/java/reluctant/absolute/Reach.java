package reluctant.absolute;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.train.Run;

/**
 * Whether training brought a hidden ReLU of a network 1 -> units -> 1 over to the side that it did
 * not look at: it is on for more than 5 % of the samples on which it was silent at the start, as
 * biases begin at 0.
 */
public enum Reach {
  /** Each unit still looks to its own side. */
  STAYS,
  /** Some unit is on over part of the other side. */
  REACHES;

  private static final double SMALLEST_SHARE = 0.05;

  /**
   * Looks at the units of a run before and after.
   *
   * @param run what a trial with one input gave
   * @return whether a unit reaches over
   * @throws IllegalArgumentException if there is more than one input
   */
  public static Reach of(Run run) {
    SimpleMatrix x = Require.present("run", run).trial().dataset().inputs();
    if (x.getNumCols() != 1) {
      throw Require.refusal("run must have one input. Received: " + x.getNumCols());
    }
    SimpleMatrix before = run.trial().initial().preActivations(0, x);
    SimpleMatrix after = run.network().preActivations(0, x);
    for (int unit = 0; unit < before.getNumCols(); unit++) {
      if (cameOn(before.getColumn(unit), after.getColumn(unit)) > SMALLEST_SHARE) {
        return REACHES;
      }
    }
    return STAYS;
  }

  /** Of the samples on which a unit was off, the share on which it is on. */
  private static double cameOn(SimpleMatrix before, SimpleMatrix after) {
    int off = 0;
    int on = 0;
    for (int i = 0; i < before.getNumRows(); i++) {
      if (before.get(i) <= 0) {
        off++;
        on += after.get(i) > 0 ? 1 : 0;
      }
    }
    return off == 0 ? 0 : (double) on / off;
  }
}
