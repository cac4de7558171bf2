package reluctant.lanes;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reluctant.arithmetic.DenseLanes;
import reluctant.arithmetic.FusedStep;
import reluctant.arithmetic.LaneMemory;
import reluctant.arithmetic.Lanes;
import reluctant.arithmetic.LayerLanes;
import reluctant.arithmetic.LossLanes;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Objective;
import reluctant.train.Trial;

/** The layers of neighbouring networks, and the loss on top of them. */
final class LaneNetwork {

  private final LossLanes loss;
  private final LaneMetrics metrics;
  private final int width;
  private final int outputs;
  private final List<LayerLanes> layers;
  private final LayerLanes last;
  private final double[] logits;
  private final @Nullable FusedStep fused;
  private final @Nullable DenseLanes regression;

  /** Puts the losses of a trial on layers. */
  LaneNetwork(
      List<LayerLanes> layers, Objective objective, Trial trial, LaneMemory memory, Lanes kind) {
    Fit fit = trial.fit();
    this.layers = layers;
    outputs = objective.model().outputs();
    loss = kind.loss(objective.loss(), outputs);
    metrics = new LaneMetrics(trial, objective, memory, kind);
    width = kind.width();
    last = layers.get(layers.size() - 1);
    logits = last instanceof DenseLanes dense ? dense.preActivations() : last.outputs();
    // Metrics need the predictions, which the shorter ways do not leave.
    boolean isShort = fit.loss() == Loss.MSE && fit.metrics().isEmpty();
    fused = isShort ? kind.fused(last) : null;
    regression = isShort && last instanceof DenseLanes dense ? dense : null;
  }

  /**
   * Computes loss, metrics and gradient of a group of lanes.
   *
   * @param batches the samples
   * @param sums receives each lane's loss, summed over samples and outputs, and its metrics
   * @param lane the group's first lane
   * @param samples how many samples
   */
  void step(LaneBatches batches, LaneSums sums, int lane, int samples) {
    if (fused == null
        || !fused.squaredError(
            batches.rows(), batches.first(lane), batches.starts(), sums.loss(), lane, samples)) {
      batches.load(lane, samples);
      stepByLayers(batches.y(), sums, lane, samples);
    }
  }

  private void stepByLayers(double[] y, LaneSums sums, int lane, int samples) {
    for (LayerLanes layer : layers) {
      if (layer != regression) {
        layer.forward(lane, samples);
      }
    }
    if (regression != null) {
      regression.squaredError(y, sums.loss(), lane, samples);
    } else {
      Arrays.fill(sums.loss(), lane, lane + width, 0);
      add(y, sums.loss(), lane, samples);
      metrics.measure(y, last.outputs(), logits, sums, lane, samples);
      loss.slopes(y, last.outputs(), samples * outputs * width, last.delta());
      last.slope(lane, samples);
      last.backward(lane, samples);
    }
    for (int i = layers.size() - 2; i >= 0; i--) {
      layers.get(i).backward(lane, samples);
    }
  }

  private void add(double[] y, double[] sums, int lane, int samples) {
    loss.add(y, last.outputs(), samples * outputs * width, sums, lane);
  }

  /**
   * Adds the loss of predictions.
   *
   * @param y the targets (samples x outputs)
   * @param sums what each lane's loss, over samples and outputs, is added to
   * @param lane the group's first lane
   * @param samples how many samples
   */
  void addLoss(double[] y, double[] sums, int lane, int samples) {
    for (LayerLanes layer : layers) {
      layer.predict(lane, samples);
    }
    add(y, sums, lane, samples);
  }
}
