package reluctant.lanes;

import org.ejml.data.DMatrixRMaj;
import reluctant.arithmetic.Lanes;
import reluctant.arithmetic.WorkingMemory;
import reluctant.data.Dataset;
import reluctant.train.Trial;

/**
 * Of data that each seed draws for itself. They are drawn once and laid out by groups, so that a
 * batch is read by whole vectors.
 */
final class OwnBatches extends LaneBatches {

  private final Lanes kind;
  private final double[][] groups;

  OwnBatches(Trial trial, int networks, Lanes kind, WorkingMemory working) {
    super(trial, kind, working);
    this.kind = kind;
    int width = kind.width();
    groups = new double[(networks + width - 1) / width][];
    for (int group = 0; group < groups.length; group++) {
      groups[group] = new double[trial.data().samples() * row];
    }
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
      int end = network == networks - 1 ? groups.length * width : network + 1;
      for (int lane = network; lane < end; lane++) {
        write(data, groups[lane / width], lane % width);
      }
    }
  }

  private void write(Dataset data, double[] group, int lane) {
    write(data.inputs().getDDRM(), group, lane);
    write(data.targets().getDDRM(), group, inputs * kind.width() + lane);
  }

  private void write(DMatrixRMaj matrix, double[] group, int first) {
    int width = kind.width();
    for (int sample = 0, i = 0; sample < matrix.numRows; sample++) {
      int at = sample * row + first;
      for (int column = 0; column < matrix.numCols; column++, i++, at += width) {
        group[at] = matrix.data[i];
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
  double[] rows(int lane) {
    return groups[lane / kind.width()];
  }
}
