package reluctant.arithmetic;

import reluctant.train.LossLoops;
import reluctant.train.Metric;

/** In plain Java, number by number: any metric. */
record ScalarMetric(Metric metric, int outputs, int width) implements MetricLanes {

  @Override
  public void add(double[] y, double[] p, int count, double[] sums, int lane) {
    LossLoops.add(metric, y, p, count, outputs, width, sums, lane);
  }
}
