package reluctant.lanes;

import org.jspecify.annotations.Nullable;
import reluctant.arithmetic.WorkingMemory;
import reluctant.data.Dataset;
import reluctant.steps.Batches;
import reluctant.train.Trial;

/** What all networks of a block have in common, since they take turns. */
final class BlockMemory {

  private final WorkingMemory working = new WorkingMemory();
  private final @Nullable Batches data;
  private final @Nullable Batches validationData;

  BlockMemory(Trial trial) {
    int size = Math.min(trial.fit().batchSize(), trial.data().samples());
    data = trial.data() instanceof Dataset shared ? new Batches(shared, size) : null;
    Dataset others = trial.fit().validationData();
    validationData = others == null ? null : new Batches(others, size);
  }

  WorkingMemory working() {
    return working;
  }

  /** Returns the data, or null where each network has its own. */
  @Nullable Batches data() {
    return data;
  }

  /** Returns data that are not trained on, in pieces of a batch's size, or null. */
  @Nullable Batches validationData() {
    return validationData;
  }
}
