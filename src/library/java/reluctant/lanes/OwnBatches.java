package reluctant.lanes;

import org.ejml.data.DMatrixRMaj;
import reluctant.arithmetic.Lanes;
import reluctant.data.Dataset;
import reluctant.train.Trial;

/**
 * Of data that each seed draws for itself. They are drawn once and laid out by groups, so that a
 * sample is read by whole vectors.
 */
final class OwnBatches extends LaneBatches {

  private final Lanes kind;
  private final double[] rows;
  private final int first;
  private final int ofGroup;

  OwnBatches(Trial trial, int networks, Lanes kind, BlockMemory memory) {
    super(trial, kind, memory.working());
    this.kind = kind;
    rows = memory.rows();
    ofGroup = trial.data().samples() * row;
    int groups = (networks + kind.width() - 1) / kind.width();
    first = memory.take(groups * ofGroup);
    draw(trial, networks);
  }

  /** Lanes that are left over repeat the data of the last network. */
  private void draw(Trial trial, int networks) {
    int width = kind.width();
    for (int network = 0; network < networks; network++) {
      if (Thread.currentThread().isInterrupted()) {
        return; // Large data take long, and an interrupted block trains nothing.
      }
      Dataset data = trial.seed(trial.seed() + network).dataset();
      int end = network == networks - 1 ? (network / width + 1) * width : network + 1;
      for (int lane = network; lane < end; lane++) {
        write(data, first(lane) + lane % width);
      }
    }
  }

  private void write(Dataset data, int lane) {
    write(data.inputs().getDDRM(), lane);
    write(data.targets().getDDRM(), inputs * kind.width() + lane);
  }

  private void write(DMatrixRMaj matrix, int lane) {
    int width = kind.width();
    for (int sample = 0, i = 0; sample < matrix.numRows; sample++) {
      int at = sample * row + lane;
      for (int column = 0; column < matrix.numCols; column++, i++, at += width) {
        rows[at] = matrix.data[i];
      }
    }
  }

  @Override
  int take(int[] order, int first) {
    int samples = Math.min(size(), order.length - first);
    for (int s = 0; s < samples; s++) {
      starts()[s] = order[first + s] * row;
    }
    return samples;
  }

  @Override
  double[] rows() {
    return rows;
  }

  @Override
  int first(int lane) {
    return first + lane / kind.width() * ofGroup;
  }
}
