package reluctant.train;

/** A loss of all outputs of a sample together, as a {@link SampleMetric} is. */
interface SampleLoss extends Loss, SampleMetric {

  /** Computes how the loss of a sample changes with each prediction. */
  void slopes(double[] y, double[] p, double[] slopes, int first, int end, int width);

  @Override
  default double value(double target, double prediction) {
    return SampleMetric.super.value(target, prediction);
  }

  @Override
  default double slope(double target, double prediction) {
    return value(target, prediction);
  }
}
