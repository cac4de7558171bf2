package reluctant.lanes;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import reluctant.arithmetic.Lanes;
import reluctant.data.Dataset;
import reluctant.steps.Batches;
import reluctant.train.LossLoops;
import reluctant.train.Objective;

/**
 * The loss on data that are not trained on, regularizers included, as a prediction gives it. A
 * group of lanes goes through them in pieces, in the memory of its training.
 */
final class LaneValidation {

  private final Batches pieces;
  private final int[] order;
  private final int terms;
  private final LaneBatches batches;
  private final LaneNetwork network;
  private final LaneOptimizer numbers;
  private final Lanes kind;
  private final double[] losses;

  LaneValidation(
      Dataset data,
      Batches pieces,
      LaneBatches batches,
      LaneNetwork network,
      Objective objective,
      LaneOptimizer numbers,
      Lanes kind,
      int lanes) {
    this.pieces = pieces;
    this.batches = batches;
    this.network = network;
    this.numbers = numbers;
    this.kind = kind;
    order = IntStream.range(0, data.samples()).toArray();
    terms = LossLoops.terms(objective.loss(), data.samples(), data.outputs());
    losses = new double[lanes];
  }

  /** Measures the group that begins with this lane; after an interrupt, only some of the data. */
  void measure(int lane) {
    int end = lane + kind.width();
    Arrays.fill(losses, lane, end, 0);
    for (int first = 0; first < order.length; first += pieces.size()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      DMatrixRMaj inputs = pieces.inputs(order, first);
      DMatrixRMaj targets = pieces.targets(order, first);
      batches.spread(inputs, targets);
      network.addLoss(batches.y(), losses, lane, inputs.numRows);
    }
    for (int l = lane; l < end; l++) {
      losses[l] = losses[l] / terms + numbers.penalty(l);
    }
  }

  /** Returns the loss of a lane whose group was measured. */
  double loss(int lane) {
    return losses[lane];
  }
}
