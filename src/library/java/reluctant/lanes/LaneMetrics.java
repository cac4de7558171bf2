package reluctant.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reluctant.arithmetic.LaneMemory;
import reluctant.arithmetic.Lanes;
import reluctant.arithmetic.MetricLanes;
import reluctant.train.Loss;
import reluctant.train.LossLoops;
import reluctant.train.Metric;
import reluctant.train.Objective;
import reluctant.train.Trial;

/**
 * The metrics of a fit, measured on one batch of a group of lanes after the other. A cross-entropy
 * behind its own activation is measured by the logits, and all others by predictions.
 */
final class LaneMetrics {

  private static final double[] NONE = {};

  private final Lanes kind;
  private final Objective objective;
  private final int outputs;
  private final List<Metric> metrics = new ArrayList<>();
  private final List<MetricLanes> measured = new ArrayList<>();
  private final boolean[] areOfLogits;
  private final double[] predictions;

  LaneMetrics(Trial trial, Objective objective, LaneMemory memory, Lanes kind) {
    this.kind = kind;
    this.objective = objective;
    outputs = objective.model().outputs();
    areOfLogits = new boolean[trial.fit().metrics().size()];
    for (Metric metric : trial.fit().metrics()) {
      if (metric instanceof Loss loss) {
        var own = Objective.of(trial.model(), loss);
        areOfLogits[metrics.size()] = own.isOfLogits();
        metrics.add(own.loss());
        measured.add(kind.loss(own.loss(), outputs));
      } else {
        metrics.add(metric);
        measured.add(kind.metric(metric, outputs));
      }
    }
    boolean isActivated = !metrics.isEmpty() && objective.isOfLogits();
    int numbers = memory.batchSize() * outputs * kind.width();
    predictions = isActivated ? memory.working().next(numbers) : NONE;
  }

  /**
   * Measures a group.
   *
   * @param y the targets (samples x outputs)
   * @param p the outputs that the loss takes (samples x outputs)
   * @param z what the last layer has before its activation (samples x outputs)
   * @param sums receives each lane's metrics, the means of the batch
   * @param lane the group's first lane
   * @param samples how many samples
   */
  void measure(double[] y, double[] p, double[] z, LaneSums sums, int lane, int samples) {
    for (int m = 0; m < metrics.size(); m++) {
      double[] to = sums.metric(m);
      Arrays.fill(to, lane, lane + kind.width(), 0);
      double[] of = areOfLogits[m] ? z : predictions(p, samples);
      measured.get(m).add(y, of, samples * outputs * kind.width(), to, lane);
      int terms = LossLoops.terms(metrics.get(m), samples, outputs);
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
