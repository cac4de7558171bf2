package reluctant.examples;

import org.ejml.simple.SimpleMatrix;
import reluctant.data.Dataset;
import reluctant.train.Run;

/** An outcome of one's own: which halves of |x| a network learnt, to 1 % of the mean square. */
public enum Halves {
  BOTH,
  RIGHT,
  LEFT,
  NEITHER;

  public static Halves of(Run run) {
    boolean right = learnt(run, 1);
    boolean left = learnt(run, -1);
    return right ? (left ? BOTH : RIGHT) : (left ? LEFT : NEITHER);
  }

  private static boolean learnt(Run run, int side) {
    Dataset data = run.trial().dataset();
    SimpleMatrix predictions = run.network().predict(data.inputs());
    double error = 0;
    double square = 0;
    for (int i = 0; i < data.samples(); i++) {
      if (side * data.inputs().get(i) > 0) {
        error += Math.pow(predictions.get(i) - data.targets().get(i), 2);
        square += Math.pow(data.targets().get(i), 2);
      }
    }
    return error < 0.01 * square;
  }
}
