package reluctant.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reluctant.arithmetic.LaneMemory;
import reluctant.arithmetic.Lanes;
import reluctant.arithmetic.MetricLanes;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.LossLoops;
import reluctant.train.Metric;
import reluctant.train.Objective;

/** The metrics of a fit, measured on one batch of a group of lanes after the other. */
final class LaneMetrics {

  private static final double[] NONE = {};

  private final Lanes kind;
  private final Fit fit;
  private final Objective objective;
  private final int outputs;
  private final List<MetricLanes> metrics = new ArrayList<>();
  private final double[] predictions;

  LaneMetrics(Fit fit, Objective objective, LaneMemory memory, Lanes kind) {
    this.kind = kind;
    this.fit = fit;
    this.objective = objective;
    outputs = objective.model().outputs();
    for (Metric metric : fit.metrics()) {
      Metric measured = isLoss(metric) ? objective.loss() : metric;
      metrics.add(
          measured instanceof Loss loss
              ? kind.loss(loss, outputs)
              : kind.metric(measured, outputs));
    }
    boolean isActivated = !metrics.isEmpty() && objective.isOfLogits();
    int numbers = memory.batchSize() * outputs * kind.width();
    predictions = isActivated ? memory.working().next(numbers) : NONE;
  }

  private boolean isLoss(Metric metric) {
    return metric.equals(fit.loss());
  }

  /**
   * Measures a group.
   *
   * @param y the targets (samples x outputs)
   * @param p the outputs that the loss takes (samples x outputs)
   * @param sums receives each lane's metrics, the means of the batch
   * @param lane the group's first lane
   * @param samples how many samples
   */
  void measure(double[] y, double[] p, LaneSums sums, int lane, int samples) {
    for (int m = 0; m < metrics.size(); m++) {
      boolean isLoss = isLoss(fit.metrics().get(m));
      Metric metric = isLoss ? objective.loss() : fit.metrics().get(m);
      double[] to = sums.metric(m);
      Arrays.fill(to, lane, lane + kind.width(), 0);
      double[] of = isLoss ? p : predictions(p, samples);
      metrics.get(m).add(y, of, samples * outputs * kind.width(), to, lane);
      int terms = LossLoops.terms(metric, samples, outputs);
      for (int l = lane; l < lane + kind.width(); l++) {
        to[l] /= terms;
      }
    }
  }

  private double[] predictions(double[] p, int samples) {
    if (predictions == NONE) {
      return p;
    }
    kind.activate(objective.activation(), p, predictions, samples, outputs);
    return predictions;
  }
}
