package reluctant.lanes;

import reluctant.arithmetic.Lanes;
import reluctant.arithmetic.WorkingMemory;
import reluctant.steps.Batches;
import reluctant.train.Trial;

/**
 * Hands networks their samples, batch by batch, in an order that all of them share. One group of
 * lanes at a time finds its samples in {@link #x} and {@link #y}.
 */
abstract class LaneBatches {

  private final int size;
  private final double[] x;
  private final double[] y;

  LaneBatches(Trial trial, Lanes kind, WorkingMemory working) {
    size = Math.min(trial.fit().batchSize(), trial.data().samples());
    x = working.next(size * trial.model().inputs() * kind.width());
    y = working.next(size * trial.model().outputs() * kind.width());
  }

  /** Begins with the trial of the first seed. A dataset is the same for each seed. */
  static LaneBatches of(Trial trial, int networks, Lanes kind, BlockMemory memory) {
    Batches shared = memory.data();
    return shared == null
        ? new OwnBatches(trial, networks, kind, memory.working())
        : new SharedBatches(trial, shared, kind, memory.working());
  }

  /** Returns how many samples a batch has, but for the last. */
  final int size() {
    return size;
  }

  /** Returns where a group's inputs are (samples x inputs). */
  final double[] x() {
    return x;
  }

  /** Returns where a group's targets are (samples x outputs). */
  final double[] y() {
    return y;
  }

  /**
   * Takes the batch that begins at that place of the order, and returns how many samples it has.
   */
  abstract int take(int[] order, int first);

  /** Puts the batch of a group into {@link #x} and {@link #y}. */
  abstract void load(int lane);
}
