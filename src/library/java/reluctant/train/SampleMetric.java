package reluctant.train;

import reluctant.Require;

/**
 * A metric of all outputs of a sample together, whose mean is over the samples. The numbers of a
 * sample lie at {@code first}, {@code first + width} and so on, below {@code end}.
 */
interface SampleMetric extends Metric {

  /** Computes what is measured of a sample. */
  double value(double[] y, double[] p, int first, int end, int width);

  /** Of one output by itself there is nothing to say. */
  @Override
  default double value(double target, double prediction) {
    throw Require.refusal(
        "metric must be one of each output by itself here, such as MSE. Received: " + this);
  }
}
