package reluctant.lanes;

import java.util.Arrays;

/** What is measured in each lane, of a batch or an epoch: loss, metrics, length of the gradient. */
final class LaneSums {

  private static final double[] NONE = {};

  private final double[] loss;
  private final double[][] metrics;
  private final double[] gradientNorm;

  LaneSums(int metrics, int lanes) {
    loss = new double[lanes];
    this.metrics = new double[metrics][lanes];
    gradientNorm = new double[lanes];
  }

  double[] loss() {
    return loss;
  }

  double[] metric(int index) {
    return metrics[index];
  }

  double[] gradientNorm() {
    return gradientNorm;
  }

  /** Makes means of the sums of losses. */
  void divideLossBy(int terms) {
    for (int lane = 0; lane < loss.length; lane++) {
      loss[lane] /= terms;
    }
  }

  /** Adds the share of a batch in an epoch to each lane's sums. */
  void add(LaneSums batch, double share) {
    add(batch.loss, share, loss);
    add(batch.gradientNorm, share, gradientNorm);
    for (int m = 0; m < metrics.length; m++) {
      add(batch.metrics[m], share, metrics[m]);
    }
  }

  private static void add(double[] values, double share, double[] sums) {
    for (int lane = 0; lane < sums.length; lane++) {
      sums[lane] += values[lane] * share;
    }
  }

  void clear() {
    Arrays.fill(loss, 0);
    Arrays.fill(gradientNorm, 0);
    for (double[] metric : metrics) {
      Arrays.fill(metric, 0);
    }
  }

  /** Returns the metrics of one lane. */
  double[] metrics(int lane) {
    if (metrics.length == 0) {
      return NONE;
    }
    var values = new double[metrics.length];
    Arrays.setAll(values, m -> metrics[m][lane]);
    return values;
  }
}
