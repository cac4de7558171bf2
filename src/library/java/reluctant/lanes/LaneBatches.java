package reluctant.lanes;

import org.ejml.data.DMatrixRMaj;
import reluctant.arithmetic.Lanes;
import reluctant.arithmetic.WorkingMemory;
import reluctant.steps.Batches;
import reluctant.train.Trial;

/**
 * Hands networks their samples, batch by batch, in an order that all of them share.
 *
 * <p>A group of lanes has its samples in {@link #rows}: value {@code v} of a sample, inputs before
 * targets, lies in the group's lane {@code l} at {@code v * width + l} behind the start of its row.
 * Where whole matrices are wanted, they are in {@link #x} and {@link #y}.
 */
abstract class LaneBatches {

  /** How many inputs a sample has. */
  protected final int inputs;

  /** How many targets. */
  protected final int outputs;

  /** How many numbers a row has. */
  protected final int row;

  private final Lanes kind;
  private final int size;
  private final int[] starts;
  private final double[] x;
  private final double[] y;

  LaneBatches(Trial trial, Lanes kind, WorkingMemory working) {
    this.kind = kind;
    inputs = trial.model().inputs();
    outputs = trial.model().outputs();
    row = (inputs + outputs) * kind.width();
    size = Math.min(trial.fit().batchSize(), trial.data().samples());
    starts = new int[size];
    x = working.next(size * inputs * kind.width());
    y = working.next(size * outputs * kind.width());
  }

  /** Begins with the trial of the first seed. Data that are fixed are the same for each seed. */
  static LaneBatches of(Trial trial, int networks, Lanes kind, BlockMemory memory) {
    Batches shared = memory.data();
    return shared == null
        ? new OwnBatches(trial, networks, kind, memory)
        : new SharedBatches(trial, shared, kind, memory.working());
  }

  /** Returns how many samples a batch has, but for the last. */
  final int size() {
    return size;
  }

  /** Returns where a group's inputs are (samples x inputs), once they are loaded. */
  final double[] x() {
    return x;
  }

  /** Returns where a group's targets are (samples x outputs), once they are loaded. */
  final double[] y() {
    return y;
  }

  /**
   * Takes the batch that begins at that place of the order, and returns how many samples it has.
   */
  abstract int take(int[] order, int first);

  /** Returns where the rows are. */
  abstract double[] rows();

  /** Returns where those of a group begin. */
  abstract int first(int lane);

  /** Returns how far behind that the row of each sample begins. */
  final int[] starts() {
    return starts;
  }

  /** Puts the batch of a group into {@link #x} and {@link #y}. */
  void load(int lane, int samples) {
    kind.gather(rows(), first(lane), starts, samples, inputs, x, outputs, y);
  }

  /** Puts samples that all lanes have in common into {@link #x} and {@link #y}. */
  void spread(DMatrixRMaj inputs, DMatrixRMaj targets) {
    int width = kind.width();
    kind.spread(inputs.data, inputs.numRows, inputs.numCols, x, 0, inputs.numCols * width);
    kind.spread(targets.data, targets.numRows, targets.numCols, y, 0, targets.numCols * width);
  }
}
