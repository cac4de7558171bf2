package reluctant.train;

import java.util.Arrays;

/** What an epoch has measured so far: sums over its batches, each with its share of the samples. */
final class EpochMeans {

  private double loss;
  private double gradientNorm;
  private final double[] metrics;

  EpochMeans(int metrics) {
    this.metrics = new double[metrics];
  }

  /** Begins an epoch. */
  void clear() {
    loss = 0;
    gradientNorm = 0;
    Arrays.fill(metrics, 0);
  }

  /** Adds a batch. A diverged one has a loss alone. */
  void add(Trainer trainer, double batchLoss, double share) {
    loss += batchLoss * share;
    if (!Double.isFinite(batchLoss)) {
      gradientNorm = Double.NaN;
      return;
    }
    gradientNorm += trainer.gradientNorm() * share;
    for (int m = 0; m < metrics.length; m++) {
      metrics[m] += trainer.metric(m) * share;
    }
  }

  double loss() {
    return loss;
  }

  double gradientNorm() {
    return gradientNorm;
  }

  /** Returns the means of the metrics, which change with the next batch. */
  double[] metrics() {
    return metrics;
  }
}
