package reluctant.steps;

import org.ejml.data.DMatrixRMaj;
import reluctant.data.Dataset;

/** Cuts a dataset into batches: rows in a given order, the last batch with what is left. */
public final class Batches {

  /** From here on a row is copied as a whole. */
  private static final int LONG_ROW = 8;

  private final DMatrixRMaj allInputs;
  private final DMatrixRMaj allTargets;
  private final DMatrixRMaj inputs;
  private final DMatrixRMaj targets;
  private final int size;

  /** Cuts data into batches of so many samples, or all if they are fewer. */
  public Batches(Dataset data, int batchSize) {
    allInputs = data.inputs().getDDRM();
    allTargets = data.targets().getDDRM();
    size = Math.min(batchSize, data.samples());
    inputs = new DMatrixRMaj(size, allInputs.numCols);
    targets = new DMatrixRMaj(size, allTargets.numCols);
  }

  /** Returns how many samples a batch has, but for the last. */
  public int size() {
    return size;
  }

  /** Returns the inputs of the batch that begins at that place of the order. Reused. */
  public DMatrixRMaj inputs(int[] order, int first) {
    return gather(allInputs, order, first, inputs);
  }

  /** Returns the targets of the batch that begins at that place of the order. Reused. */
  public DMatrixRMaj targets(int[] order, int first) {
    return gather(allTargets, order, first, targets);
  }

  private DMatrixRMaj gather(DMatrixRMaj all, int[] order, int first, DMatrixRMaj batch) {
    int rows = Math.min(size, order.length - first);
    int columns = all.numCols;
    batch.reshape(rows, columns);
    if (columns >= LONG_ROW) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(
            all.data, order[first + row] * columns, batch.data, row * columns, columns);
      }
      return batch;
    }
    // Rows are short: the long loop lies inside.
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        batch.data[row * columns + column] = all.data[order[first + row] * columns + column];
      }
    }
    return batch;
  }
}
