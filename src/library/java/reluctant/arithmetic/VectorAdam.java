package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import reluctant.optimizers.Adam;
import reluctant.optimizers.AdamRate;
import reluctant.optimizers.Moments;

/**
 * {@link Adam} in its own operations. A division and a root take longer than all else that a step
 * does with a number, which so costs nothing as long as it is done beside them.
 */
final class VectorAdam implements OptimizerLanes {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  private final double[] parameters;
  private final double[] gradient;
  private final int lanes;
  private final double[] m;
  private final double[] v;
  private final double rest1;
  private final double rest2;
  private final double epsilon;
  private final AdamRate factorOfStep;
  private long step;

  VectorAdam(Adam adam, LaneMemory memory, int lanes) {
    parameters = memory.parameters();
    gradient = memory.gradient();
    this.lanes = lanes;
    m = new double[parameters.length];
    v = new double[parameters.length];
    rest1 = 1 - adam.beta1();
    rest2 = 1 - adam.beta2();
    epsilon = adam.epsilon();
    factorOfStep = new AdamRate(adam);
  }

  @Override
  public void apply(double rate, double factor, double[] norms) {
    step++;
    double alpha = factorOfStep.next(rate);
    for (int lane = 0; lane < lanes; lane += WIDTH) {
      apply(factor, alpha, lane, norms);
    }
    Moments.flushFirst(step, m);
    Moments.flushSecond(step, v);
  }

  private void apply(double factor, double alpha, int lane, double[] norms) {
    var sum = DoubleVector.zero(LANES);
    for (int i = lane; i < parameters.length; i += lanes) {
      var g = fromArray(LANES, gradient, i).mul(factor);
      var square = g.mul(g);
      sum = sum.add(square);
      var mean = fromArray(LANES, m, i);
      mean = mean.add(g.sub(mean).mul(rest1));
      mean.intoArray(m, i);
      var spread = fromArray(LANES, v, i);
      spread = spread.add(square.sub(spread).mul(rest2));
      spread.intoArray(v, i);
      var move = mean.mul(alpha).div(spread.sqrt().add(epsilon));
      fromArray(LANES, parameters, i).sub(move).intoArray(parameters, i);
    }
    sum.sqrt().intoArray(norms, lane);
  }
}
