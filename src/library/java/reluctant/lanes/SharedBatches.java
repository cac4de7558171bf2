package reluctant.lanes;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import reluctant.arithmetic.Lanes;
import reluctant.arithmetic.WorkingMemory;
import reluctant.steps.Batches;
import reluctant.train.Trial;

/** Of data that all seeds have in common: a batch is spread over the lanes once for all groups. */
final class SharedBatches extends LaneBatches {

  private final Lanes kind;
  private final Batches batches;
  private final double[] rows;
  private boolean isLoaded;

  SharedBatches(Trial trial, Batches batches, Lanes kind, WorkingMemory working) {
    super(trial, kind, working);
    this.kind = kind;
    this.batches = batches;
    rows = working.next(size() * row);
    Arrays.setAll(starts(), s -> s * row);
  }

  @Override
  int take(int[] order, int first) {
    DMatrixRMaj x = batches.inputs(order, first);
    kind.spread(x.data, x.numRows, inputs, rows, 0, row);
    DMatrixRMaj y = batches.targets(order, first);
    kind.spread(y.data, y.numRows, outputs, rows, inputs * kind.width(), row);
    isLoaded = false;
    return x.numRows;
  }

  @Override
  double[] rows() {
    return rows;
  }

  @Override
  int first(int lane) {
    return 0;
  }

  @Override
  void load(int lane, int samples) {
    if (!isLoaded) {
      super.load(lane, samples);
      isLoaded = true;
    }
  }

  @Override
  void spread(DMatrixRMaj inputs, DMatrixRMaj targets) {
    isLoaded = false;
    super.spread(inputs, targets);
  }
}
