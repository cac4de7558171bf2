package reluctant.lanes;

import org.jspecify.annotations.Nullable;
import reluctant.arithmetic.CacheLines;
import reluctant.arithmetic.WorkingMemory;
import reluctant.data.Dataset;
import reluctant.steps.Batches;
import reluctant.train.Trial;

/** What all networks of a block have in common, since they take turns. */
final class BlockMemory {

  private final WorkingMemory working = new WorkingMemory();
  private final @Nullable Batches data;
  private final @Nullable Batches validationData;

  private static final double[] NONE = {};

  private final double[] rows;
  private int taken = CacheLines.FIRST;

  BlockMemory(Trial trial, int networks, int width) {
    int size = Math.min(trial.fit().batchSize(), trial.data().samples());
    data = trial.data().isFixed() ? new Batches(trial.dataset(), size) : null;
    Dataset others = trial.fit().validationData();
    validationData = others == null ? null : new Batches(others, size);
    int lanes = (networks + width - 1) / width * width;
    int ofSample = trial.model().inputs() + trial.model().outputs();
    rows = data == null ? CacheLines.array(trial.data().samples() * ofSample * lanes) : NONE;
  }

  WorkingMemory working() {
    return working;
  }

  /** Returns the data, or null where each network has its own. */
  @Nullable Batches data() {
    return data;
  }

  /** Returns where the data are that each network has drawn. */
  double[] rows() {
    return rows;
  }

  /** Takes the next of those numbers, and returns where they begin. */
  int take(int numbers) {
    int first = taken;
    taken += numbers;
    return first;
  }

  /** Returns data that are not trained on, in pieces of a batch's size, or null. */
  @Nullable Batches validationData() {
    return validationData;
  }
}
