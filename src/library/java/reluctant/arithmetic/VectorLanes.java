package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;
import reluctant.nn.RandomStream;
import reluctant.optimizers.Adam;
import reluctant.optimizers.Optimizer;
import reluctant.train.Loss;
import reluctant.train.Metric;

/** Makes {@link VectorDense} layers. Only loaded where the JVM has the Vector API. */
final class VectorLanes implements Lanes {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = VectorDense.WIDTH;

  /** Up to so many inputs, all of a unit stays in registers. */
  private static final int FEW = 3;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void spread(double[] from, int rows, int columns, double[] to, int first, int next) {
    // Rows are short: the long loop lies inside.
    for (int column = 0; column < columns; column++) {
      int t = first + column * WIDTH;
      for (int i = column; i < rows * columns; i += columns, t += next) {
        DoubleVector.broadcast(LANES, from[i]).intoArray(to, t);
      }
    }
  }

  @Override
  public void gather(
      double[] rows,
      int first,
      int[] starts,
      int samples,
      int inputs,
      double[] x,
      int outputs,
      double[] y) {
    copy(rows, first, starts, samples, inputs, x);
    copy(rows, first + inputs * WIDTH, starts, samples, outputs, y);
  }

  private static void copy(
      double[] rows, int first, int[] starts, int samples, int columns, double[] to) {
    // Rows are short: the long loop lies inside.
    for (int column = 0; column < columns; column++) {
      int from = first + column * WIDTH;
      for (int s = 0, i = column * WIDTH; s < samples; s++, i += columns * WIDTH) {
        fromArray(LANES, rows, starts[s] + from).intoArray(to, i);
      }
    }
  }

  @Override
  public DenseLanes dense(
      DenseShape shape,
      Activation activation,
      LaneMemory memory,
      double[] x,
      @Nullable LayerLanes below) {
    if (shape.inputs() <= FEW) {
      return new VectorFewInputs(shape, activation, memory, x, below);
    }
    return shape.units() == 1 && activation == Activation.LINEAR
        ? new VectorRegression(shape, activation, memory, x, below)
        : new VectorTiled(shape, activation, memory, x, below);
  }

  @Override
  public LayerLanes prelu(
      int units, int first, int lanes, LaneMemory memory, double[] x, @Nullable LayerLanes below) {
    return new VectorPReLU(units, first, lanes, memory, x, below);
  }

  @Override
  public LossLanes loss(Loss loss, int outputs) {
    return VectorLoss.of(loss, outputs);
  }

  @Override
  public MetricLanes metric(Metric metric, int outputs) {
    return new ScalarMetric(metric, outputs, WIDTH);
  }

  @Override
  public void activate(Activation f, double[] z, double[] h, int samples, int units) {
    if (f == Activation.SOFTMAX) {
      VectorSoftmax.forward(z, h, samples, units);
    } else {
      VectorActivation.apply(f, z, h, samples * units * WIDTH);
    }
  }

  @Override
  public LaneRandom random(RandomStream stream, long[] seeds, int fit) {
    return new VectorRandom(stream, seeds, fit);
  }

  @Override
  public @Nullable FusedStep fused(LayerLanes last) {
    FusedStep two = VectorTwoUnits.of(last);
    return two != null ? two : VectorOneHidden.of(last);
  }

  @Override
  public @Nullable OptimizerLanes optimizer(Optimizer optimizer, LaneMemory memory, int lanes) {
    return optimizer instanceof Adam adam && !adam.amsgrad()
        ? new VectorAdam(adam, memory, lanes)
        : null;
  }

  @Override
  public void norms(double[] numbers, double[] norms) {
    int lanes = norms.length;
    for (int lane = 0; lane < lanes; lane += width()) {
      var sum = DoubleVector.zero(LANES);
      for (int i = lane; i < numbers.length; i += lanes) {
        var number = fromArray(LANES, numbers, i);
        sum = sum.add(number.mul(number));
      }
      sum.sqrt().intoArray(norms, lane);
    }
  }

  @Override
  public String toString() {
    return "vectors of " + width();
  }
}
