package reluctant.absolute;

import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.train.Run;

/**
 * What a network of |x| says for x &lt; 0, where units that look to the right are silent and the
 * bias of the output speaks alone.
 */
public enum NegativeInputs {
  /** Nothing: no prediction is further from 0 than 5 % of the largest target. */
  NIL,
  /** Something. */
  RAISED;

  private static final double LARGEST_SHARE = 0.05;

  /**
   * Looks at a network's predictions for x &lt; 0.
   *
   * @param run what a trial with one input and one output gave
   * @return whether they are as good as 0
   * @throws IllegalArgumentException if no input is negative
   */
  public static NegativeInputs of(Run run) {
    Dataset all = Require.present("run", run).trial().dataset();
    SimpleMatrix prediction = run.network().predict(samples(all).inputs());
    double largest = LARGEST_SHARE * all.targets().elementMaxAbs();
    return prediction.elementMaxAbs() <= largest ? NIL : RAISED;
  }

  /** The samples with x &lt; 0, in their order. */
  static Dataset samples(Dataset all) {
    SimpleMatrix x = all.inputs();
    SimpleMatrix y = all.targets();
    int[] negative = IntStream.range(0, x.getNumRows()).filter(i -> x.get(i) < 0).toArray();
    Require.atLeast("the number of negative inputs", negative.length, 1);
    var inputs = new SimpleMatrix(negative.length, 1);
    var targets = new SimpleMatrix(negative.length, 1);
    for (int i = 0; i < negative.length; i++) {
      inputs.set(i, x.get(negative[i]));
      targets.set(i, y.get(negative[i]));
    }
    return new Dataset(all.name() + ", x < 0", inputs, targets);
  }
}
