package reluctant.lanes;

import org.ejml.data.DMatrixRMaj;
import reluctant.arithmetic.Lanes;
import reluctant.arithmetic.WorkingMemory;
import reluctant.steps.Batches;
import reluctant.train.Trial;

/** Of data that all seeds have in common: a batch is spread over the lanes once for all groups. */
final class SharedBatches extends LaneBatches {

  private final Lanes kind;
  private final Batches batches;

  SharedBatches(Trial trial, Batches batches, Lanes kind, WorkingMemory working) {
    super(trial, kind, working);
    this.kind = kind;
    this.batches = batches;
  }

  @Override
  int take(int[] order, int first) {
    DMatrixRMaj inputs = batches.inputs(order, first);
    kind.spread(inputs.data, inputs.getNumElements(), x());
    DMatrixRMaj targets = batches.targets(order, first);
    kind.spread(targets.data, targets.getNumElements(), y());
    return inputs.numRows;
  }

  @Override
  void load(int lane) {
    // All groups read the same.
  }
}
