package reluctant.depth;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.nn.RandomStream;
import reluctant.train.Run;

/**
 * What it does to the error on fresh samples that half of the hidden units are taken away from a
 * trained network: those whose outputs, times their output weights, vary least. The output weights
 * are fitted anew by least squares, with all units and with those that stay.
 */
public enum Pruning {
  /** The error on fresh samples is smaller with half of the units. */
  HELPS,
  /** It is not. */
  DOES_NOT_HELP;

  private static final long OTHERS = 1L << 40;
  private static final double RIDGE = 1e-8;

  /**
   * Takes units away from the last hidden layer.
   *
   * @param run what a trial gave, whose data are drawn; it has at least two hidden units and one
   *     output
   */
  public static Pruning of(Run run) {
    var trial = Require.present("run", run).trial();
    int hidden = trial.model().layers().size() - 2;
    Dataset data = trial.dataset();
    Dataset fresh = trial.data().draw(RandomStream.DATA.of(trial.seed() + OTHERS));
    SimpleMatrix codes = run.network().outputs(hidden, data.inputs());
    SimpleMatrix freshCodes = run.network().outputs(hidden, fresh.inputs());
    List<Integer> all = byUse(codes, run.network().kernel(hidden + 1));
    List<Integer> half = all.subList(0, (all.size() + 1) / 2);
    double with = error(codes, data.targets(), freshCodes, fresh.targets(), all);
    double without = error(codes, data.targets(), freshCodes, fresh.targets(), half);
    return without < with ? HELPS : DOES_NOT_HELP;
  }

  /** The units, first the one whose contribution varies most. */
  static List<Integer> byUse(SimpleMatrix codes, SimpleMatrix weights) {
    return IntStream.range(0, codes.getNumCols())
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                (Integer unit) -> -Math.abs(weights.get(unit)) * deviation(codes.getColumn(unit))))
        .toList();
  }

  private static double deviation(SimpleMatrix column) {
    double mean = column.elementSum() / column.getNumRows();
    return column.minus(mean).normF();
  }

  private static double error(
      SimpleMatrix codes,
      SimpleMatrix targets,
      SimpleMatrix freshCodes,
      SimpleMatrix freshTargets,
      List<Integer> units) {
    SimpleMatrix h = chosen(codes, units);
    SimpleMatrix square =
        h.transpose().mult(h).plus(SimpleMatrix.identity(h.getNumCols()).scale(RIDGE));
    SimpleMatrix weights = square.solve(h.transpose().mult(targets));
    return chosen(freshCodes, units).mult(weights).minus(freshTargets).normF();
  }

  /** The columns of some units, and one of ones for the bias. */
  private static SimpleMatrix chosen(SimpleMatrix codes, List<Integer> units) {
    var h = new SimpleMatrix(codes.getNumRows(), units.size() + 1);
    for (int i = 0; i < units.size(); i++) {
      h.setColumn(i, codes.getColumn(units.get(i)));
    }
    h.setColumn(units.size(), SimpleMatrix.ones(codes.getNumRows(), 1));
    return h;
  }
}
