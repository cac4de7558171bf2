package reluctant.train;

import reluctant.Require;

/**
 * Losses and metrics over whole batches (samples x outputs). Batches of several networks may lie
 * side by side: output {@code k} of sample {@code s} lies at {@code (s * outputs + k) * width +
 * lane}, and of a single network width is 1.
 */
public final class LossLoops {

  private LossLoops() {}

  /** Returns over how many numbers the mean of a batch is: its elements, or its samples. */
  public static int terms(Metric metric, int samples, int outputs) {
    Require.present("metric", metric);
    return metric instanceof SampleMetric ? samples : samples * outputs;
  }

  /** Returns the sum of what is measured of each element, or sample, in ascending order. */
  static double sum(Metric metric, double[] y, double[] p, int samples, int outputs) {
    double sum = 0;
    if (metric instanceof SampleMetric whole) {
      for (int first = 0; first < samples * outputs; first += outputs) {
        sum += whole.value(y, p, first, first + outputs, 1);
      }
      return sum;
    }
    for (int i = 0; i < samples * outputs; i++) {
      sum += metric.value(y[i], p[i]);
    }
    return sum;
  }

  /** Adds what is measured of the first {@code count} numbers to the sum of each network. */
  public static void add(
      Metric metric,
      double[] y,
      double[] p,
      int count,
      int outputs,
      int width,
      double[] sums,
      int lane) {
    Require.present("metric", metric);
    if (metric instanceof SampleMetric whole) {
      int row = outputs * width;
      for (int first = 0; first < count; first += row) {
        for (int l = 0; l < width; l++) {
          sums[lane + l] += whole.value(y, p, first + l, first + row, width);
        }
      }
      return;
    }
    for (int i = 0; i < count; i += width) {
      for (int l = 0; l < width; l++) {
        sums[lane + l] += metric.value(y[i + l], p[i + l]);
      }
    }
  }

  /** Computes how the loss changes with each of the first {@code count} predictions. */
  public static void slopes(
      Loss loss, double[] y, double[] p, int count, int outputs, int width, double[] slopes) {
    Require.present("loss", loss);
    if (loss instanceof SampleLoss whole) {
      int row = outputs * width;
      for (int first = 0; first < count; first += row) {
        for (int l = 0; l < width; l++) {
          whole.slopes(y, p, slopes, first + l, first + row, width);
        }
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      slopes[i] = loss.slope(y[i], p[i]);
    }
  }
}
