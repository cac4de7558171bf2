package reluctant.arithmetic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;
import reluctant.nn.ActivationLoops;
import reluctant.nn.RandomStream;
import reluctant.optimizers.Optimizer;
import reluctant.train.Loss;
import reluctant.train.Metric;

/** Makes {@link ScalarDense} layers. */
final class ScalarLanes implements Lanes {

  @Override
  public int width() {
    return 1;
  }

  @Override
  public void spread(double[] from, int rows, int columns, double[] to, int first, int next) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(from, row * columns, to, first + row * next, columns);
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
    copy(rows, first + inputs, starts, samples, outputs, y);
  }

  private static void copy(
      double[] rows, int first, int[] starts, int samples, int columns, double[] to) {
    // Rows are short: the long loop lies inside.
    for (int column = 0; column < columns; column++) {
      for (int s = 0; s < samples; s++) {
        to[s * columns + column] = rows[starts[s] + first + column];
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
    return new ScalarDense(shape, activation, memory, x, below);
  }

  @Override
  public LayerLanes prelu(
      int units, int first, int lanes, LaneMemory memory, double[] x, @Nullable LayerLanes below) {
    return new ScalarPReLU(units, first, lanes, memory, x, below);
  }

  @Override
  public LossLanes loss(Loss loss, int outputs) {
    return new ScalarLoss(loss, outputs, width());
  }

  @Override
  public MetricLanes metric(Metric metric, int outputs) {
    return new ScalarMetric(metric, outputs, width());
  }

  @Override
  public void activate(Activation f, double[] z, double[] h, int samples, int units) {
    ActivationLoops.forward(f, z, h, samples, units);
  }

  @Override
  public LaneRandom random(RandomStream stream, long[] seeds, int fit) {
    return new ScalarRandom(stream, seeds, fit);
  }

  @Override
  public @Nullable FusedStep fused(LayerLanes last) {
    return null;
  }

  @Override
  public @Nullable OptimizerLanes optimizer(Optimizer optimizer, LaneMemory memory, int lanes) {
    return null;
  }

  @Override
  public void norms(double[] numbers, double[] norms) {
    int lanes = norms.length;
    Arrays.fill(norms, 0);
    for (int first = 0; first < numbers.length; first += lanes) {
      for (int lane = 0; lane < lanes; lane++) {
        norms[lane] += numbers[first + lane] * numbers[first + lane];
      }
    }
    for (int lane = 0; lane < lanes; lane++) {
      norms[lane] = Math.sqrt(norms[lane]);
    }
  }

  @Override
  public String toString() {
    return "plain Java";
  }
}
