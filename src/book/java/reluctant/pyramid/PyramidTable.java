package reluctant.pyramid;

import static reluctant.Text.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.chart.Palette;
import reluctant.data.Dataset;
import reluctant.data.EuclideanDistance;
import reluctant.nn.RandomStream;
import reluctant.train.Run;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Trained pyramids beside the best that is possible. */
public final class PyramidTable {

  /** So many points leave about half a per cent of noise. */
  private static final int FRESH = 100_000;

  private PyramidTable() {}

  /**
   * Sets runs on the Euclidean distance beside the regular hexagon. Their error is measured on
   * 100,000 points that they were not trained with.
   *
   * @param runs of trials on {@link EuclideanDistance}
   * @return a row for each: how the points are drawn, the seed, the mean squared error of the best
   *     constant (the variance of the distance), of the best regular hexagon (closed form) and of
   *     the network, and the network's as a multiple of the hexagon's
   * @throws IllegalArgumentException if a trial's data are something else
   */
  public static Table of(List<Run> runs) {
    var points = StringColumn.create("points");
    var seed = LongColumn.create("seed");
    var constant = DoubleColumn.create("best constant");
    var hexagon = DoubleColumn.create("best hexagon");
    var measured = DoubleColumn.create("measured");
    var ratio = DoubleColumn.create("ratio");
    for (Run run : Require.each("runs", runs)) {
      var distribution = problem(run).distribution();
      double best = RegularPolygon.HEXAGON.mse(distribution);
      double mse = freshMse(run);
      points.append(Palette.label(distribution));
      seed.append(run.trial().seed());
      constant.append(rounded(distribution.variance()));
      hexagon.append(rounded(best));
      measured.append(rounded(mse));
      ratio.append(rounded(mse / best));
    }
    return Table.create(
        format("mean squared error of %d runs", runs.size()),
        points,
        seed,
        constant,
        hexagon,
        measured,
        ratio);
  }

  private static double freshMse(Run run) {
    var others = new EuclideanDistance(FRESH, problem(run).distribution());
    Dataset fresh = others.draw(RandomStream.DATA.of(~run.trial().seed()));
    SimpleMatrix errors = run.network().predict(fresh.inputs()).minus(fresh.targets());
    return errors.elementMult(errors).elementSum() / FRESH;
  }

  private static EuclideanDistance problem(Run run) {
    if (run.trial().data() instanceof EuclideanDistance problem) {
      return problem;
    }
    throw Require.refusal(
        "the trial's data must be a euclideanDistance. Received: " + run.trial().data());
  }

  /** Four significant digits: more is noise. */
  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(4)).doubleValue();
  }
}
