package reluctant.xor;

import static reluctant.train.Loss.MSE;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.train.Evaluation;
import reluctant.train.Run;

/**
 * What a network makes of the corners of XOR. Where it does not tell some of them apart, it gives
 * them their mean, and the mean squared error rests at a level that says how many these are: two of
 * both classes have the mean 1/2 and leave (1/4 + 1/4) / 4 = 1/8; three, of which two are of one
 * class, leave (1/9 + 1/9 + 4/9) / 4 = 1/6; all four leave 1/4.
 */
public enum Corners {
  /** Each is on the right side of 1/2, and not by a hair: its error is below 0.49. */
  RIGHT,
  /** Two of both classes share a value: the error rests at 1/8. */
  TWO_SHARED,
  /** Three share a value: the error rests at 1/6. */
  THREE_SHARED,
  /** All share a value, or are no better than that: the error is 1/4 or more. */
  ALL_SHARED,
  /** Anything else, such as a run that is still moving. */
  BETWEEN;

  private static final double NEAR = 0.005;
  private static final double LARGEST_ERROR = 0.49;

  /**
   * Looks at the end of a run.
   *
   * @param run what a trial gave, with targets of 0 and 1 of which there are as many, whatever it
   *     was trained by
   */
  public static Corners of(Run run) {
    if (areRight(Require.present("run", run))) {
      return RIGHT;
    }
    Dataset data = run.trial().dataset();
    double error = Evaluation.of(run.network(), MSE, data);
    if (Math.abs(error - 1 / 8.0) < NEAR) {
      return TWO_SHARED;
    }
    if (Math.abs(error - 1 / 6.0) < NEAR) {
      return THREE_SHARED;
    }
    return error > 1 / 4.0 - NEAR ? ALL_SHARED : BETWEEN;
  }

  static boolean areRight(Run run) {
    Dataset data = run.trial().dataset();
    SimpleMatrix errors = run.network().predict(data.inputs()).minus(data.targets());
    return errors.elementMaxAbs() < LARGEST_ERROR;
  }
}
