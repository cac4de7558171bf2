package reluctant.lanes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import reluctant.arithmetic.DenseLanes;
import reluctant.arithmetic.DenseShape;
import reluctant.arithmetic.FusedStep;
import reluctant.arithmetic.LaneMemory;
import reluctant.arithmetic.Lanes;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.train.Loss;

/** The layers of a block of networks, and the loss on top of them. */
final class LaneNetwork {

  private final Loss loss;
  private final int width;
  private final int outputs;
  private final DenseLanes[] layers;
  private final DenseLanes last;
  private final @Nullable FusedStep fused;

  /** Makes the layers, the first of which reads x (samples x inputs). */
  LaneNetwork(Sequential model, Loss loss, Lanes kind, int lanes, LaneMemory memory, double[] x) {
    this.loss = loss;
    width = kind.width();
    outputs = model.outputs();
    layers = new DenseLanes[model.layers().size()];
    int first = 0;
    @Nullable DenseLanes below = null;
    for (int i = 0; i < layers.length; i++) {
      var dense = (Dense) model.layers().get(i);
      var shape = new DenseShape(model.inputsOf(i), dense.units(), dense.useBias(), first, lanes);
      double[] inputs = below == null ? x : below.outputs();
      below = kind.dense(shape, dense.activation(), memory, inputs, below);
      layers[i] = below;
      first += shape.size();
    }
    last = layers[layers.length - 1];
    fused = loss == Loss.MSE ? kind.fused(last) : null;
  }

  /**
   * Computes loss and gradient of a group of lanes.
   *
   * @param y the targets (samples x outputs)
   * @param losses receives each lane's loss, summed over samples and outputs
   * @param lane the group's first lane
   * @param samples how many samples
   */
  void step(double[] y, double[] losses, int lane, int samples) {
    if (fused == null || !fused.squaredError(y, losses, lane, samples)) {
      stepByLayers(y, losses, lane, samples);
    }
  }

  private void stepByLayers(double[] y, double[] losses, int lane, int samples) {
    for (DenseLanes layer : layers) {
      if (layer != last) {
        layer.forward(lane, samples);
      }
    }
    if (loss == Loss.MSE && last.isRegression()) {
      last.squaredError(y, losses, lane, samples);
    } else {
      last.forward(lane, samples);
      addLosses(y, losses, lane, samples);
      last.slope(samples);
      last.backward(lane, samples);
    }
    for (int i = layers.length - 2; i >= 0; i--) {
      layers[i].backward(lane, samples);
    }
  }

  private void addLosses(double[] y, double[] losses, int lane, int samples) {
    double[] p = last.outputs();
    double[] delta = last.delta();
    Arrays.fill(losses, lane, lane + width, 0);
    for (int i = 0; i < samples * outputs * width; i += width) {
      for (int l = 0; l < width; l++) {
        losses[lane + l] += loss.value(y[i + l], p[i + l]);
        delta[i + l] = loss.slope(y[i + l], p[i + l]);
      }
    }
  }
}
