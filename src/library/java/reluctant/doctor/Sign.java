package reluctant.doctor;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import reluctant.data.Dataset;
import reluctant.diagnose.Diagnosis;
import reluctant.diagnose.HiddenUnits;
import reluctant.diagnose.Symptom;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.train.Run;

/**
 * What a run that failed shows.
 *
 * @param symptom what its headline says
 * @param alike whether all units of a hidden layer start alike
 * @param deadAtStart whether half of the hidden units or more start dead
 * @param saturatedAtStart whether half of them or more start saturated
 * @param dead whether half of them or more end dead
 * @param saturated whether half of them or more end saturated
 */
record Sign(
    Symptom symptom,
    boolean alike,
    boolean deadAtStart,
    boolean saturatedAtStart,
    boolean dead,
    boolean saturated) {

  static Sign of(Run run) {
    Dataset data = run.trial().dataset();
    Network initial = run.trial().initial();
    HiddenUnits start = HiddenUnits.of(initial, data);
    HiddenUnits end = HiddenUnits.of(run.network(), data);
    return new Sign(
        Diagnosis.of(run, any -> false).headline().symptom(),
        isAlike(initial),
        isHalf(start.dead(), start),
        isHalf(start.saturated(), start),
        isHalf(end.dead(), end),
        isHalf(end.saturated(), end));
  }

  private static boolean isHalf(int some, HiddenUnits all) {
    return some > 0 && 2 * some >= all.count();
  }

  private static boolean isAlike(Network initial) {
    var layers = initial.model().layers();
    for (int i = 0; i < layers.size() - 1; i++) {
      if (layers.get(i) instanceof Dense dense && dense.units() > 1) {
        boolean isAlike = hasEqualColumns(initial.kernel(i).getDDRM());
        if (isAlike && (!dense.useBias() || hasEqualColumns(initial.bias(i).getDDRM()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasEqualColumns(DMatrixRMaj matrix) {
    for (int row = 0; row < matrix.numRows; row++) {
      int from = row * matrix.numCols;
      double first = matrix.data[from];
      if (Arrays.stream(matrix.data, from, from + matrix.numCols).anyMatch(x -> x != first)) {
        return false;
      }
    }
    return true;
  }
}
