package reluctant.absolute;

import static reluctant.Text.format;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.elementary.Elementary;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.train.Run;

/**
 * Which halves of |x| a network learnt.
 *
 * <p>A half (x &gt; 0 or x &lt; 0) is learnt when the mean squared error over its samples is below
 * 1 % of the mean square of its targets. For |x| up to 1000 that is an error below 3333; outcomes
 * lie near 0.002 or near 300,000, so the limit decides nothing by a hair.
 */
public enum Halves {
  /** The network gives |x|. */
  BOTH,
  /** Only the half with x &gt; 0. */
  RIGHT,
  /** Only the half with x &lt; 0. */
  LEFT,
  /** Neither half. */
  NEITHER;

  private static final double LARGEST_SHARE_OF_ERROR = 0.01;

  /**
   * Says which halves a trial on |x| learnt.
   *
   * @param run what the trial gave
   * @return the halves learnt
   * @throws IllegalArgumentException if the data have more than one input or output
   */
  public static Halves of(Run run) {
    return of(run, LARGEST_SHARE_OF_ERROR);
  }

  /**
   * Says which halves a trial on |x| learnt, by another limit.
   *
   * @param run what the trial gave
   * @param limit the share of the mean square of a half's targets that the error over it stays
   *     below, above 0
   * @return the halves learnt
   * @throws IllegalArgumentException if the data have more than one input or output
   */
  public static Halves of(Run run, double limit) {
    Require.positive("limit", limit);
    Dataset data = Require.present("run", run).trial().dataset();
    SimpleMatrix x = data.inputs();
    SimpleMatrix y = data.targets();
    requireOneColumn(x.getNumCols(), y.getNumCols());
    SimpleMatrix prediction = run.network().predict(x);
    return of(learnt(x, y, prediction, 1, limit), learnt(x, y, prediction, -1, limit));
  }

  /**
   * Foretells from the initial numbers which halves Adam will learn on unscaled |x|: those that
   * have a unit that lives. Unit relu(w x) with output weight v dies when v &lt; 0 and |v| &gt;
   * |w|: Adam shrinks both by the learning rate in each step, so that w is the first to reach 0.
   *
   * @param initial a network 1 -> units (relu) -> 1 before its training, with zero biases
   * @return the halves that will be learnt
   * @throws IllegalArgumentException if the network has another shape
   */
  static Halves foretold(Network initial) {
    var layers = initial.model().layers();
    requireOneColumn(initial.model().inputs(), initial.model().outputs());
    if (layers.size() != 2
        || !(layers.get(0) instanceof Dense)
        || !(layers.get(1) instanceof Dense)) {
      throw Require.refusal("initial must have two Dense layers. Received: " + initial.model());
    }
    SimpleMatrix w = initial.kernel(0);
    SimpleMatrix v = initial.kernel(1);
    boolean right = false;
    boolean left = false;
    for (int unit = 0; unit < w.getNumCols(); unit++) {
      boolean lives = v.get(unit) > 0 || -v.get(unit) < Math.abs(w.get(unit));
      right |= lives && w.get(unit) > 0;
      left |= lives && w.get(unit) < 0;
    }
    return of(right, left);
  }

  /**
   * Computes how often this happens with Glorot uniform kernels and zero biases on unscaled data
   * under Adam. Each unit points to either side with probability 1/2 and dies with probability 1/4,
   * so it serves a given side with probability 3/8.
   *
   * <p>P(both) = 1 - 2 (5/8)^H + (1/4)^H, P(neither) = (1/4)^H, P(right) = P(left) = (5/8)^H -
   * (1/4)^H.
   *
   * @param units H, how many hidden ReLUs, at least 1
   * @return the probability
   */
  public double probability(int units) {
    Require.atLeast("units", units, 1);
    double noneServesThisSide = Elementary.pow(5.0 / 8, units);
    double allDie = Elementary.pow(1.0 / 4, units);
    return switch (this) {
      case BOTH -> 1 - 2 * noneServesThisSide + allDie;
      case RIGHT, LEFT -> noneServesThisSide - allDie;
      case NEITHER -> allDie;
    };
  }

  private static Halves of(boolean right, boolean left) {
    return right ? (left ? BOTH : RIGHT) : (left ? LEFT : NEITHER);
  }

  private static boolean learnt(
      SimpleMatrix x, SimpleMatrix y, SimpleMatrix prediction, int side, double limit) {
    double error = 0;
    double square = 0;
    for (int i = 0; i < x.getNumRows(); i++) {
      if (side * x.get(i) > 0) {
        double residual = prediction.get(i) - y.get(i);
        error += residual * residual;
        square += y.get(i) * y.get(i);
      }
    }
    return error < limit * square;
  }

  private static void requireOneColumn(int inputs, int outputs) {
    if (inputs != 1 || outputs != 1) {
      throw Require.refusal(
          format("halves need one input and one output. Received: %d and %d", inputs, outputs));
    }
  }
}
