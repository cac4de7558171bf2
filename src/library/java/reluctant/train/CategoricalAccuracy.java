package reluctant.train;

/** Whether the largest prediction is where the largest target is. See {@link Metric}. */
enum CategoricalAccuracy implements SampleMetric {
  CATEGORICAL_ACCURACY;

  @Override
  public double value(double[] y, double[] p, int first, int end, int width) {
    return largest(y, first, end, width) == largest(p, first, end, width) ? 1 : 0;
  }

  private static int largest(double[] numbers, int first, int end, int width) {
    int largest = first;
    for (int i = first + width; i < end; i += width) {
      largest = numbers[i] > numbers[largest] ? i : largest;
    }
    return largest;
  }
}
