package reluctant.pyramid;

import static reluctant.Text.format;

import reluctant.Require;
import reluctant.data.Distribution;
import reluctant.data.EuclideanDistance;
import reluctant.diagnose.Fvu;
import reluctant.sweep.Rule;
import reluctant.train.Run;

/**
 * What a network made of the Euclidean distance sqrt(x1^2 + x2^2), told from the fraction of
 * variance unexplained ({@link Fvu}) on what it learnt from.
 *
 * <p>The names are those of 2 -> 3 ReLU -> 1, and the limits lie where its outcomes leave gaps:
 *
 * <table>
 * <caption>FVU below which a network has the shape or a better one</caption>
 * <tr><th></th><th>N(0, I)</th><th>disk</th><th>square</th></tr>
 * <tr><td>pyramid</td><td>0.02</td><td>0.04</td><td>0.03</td></tr>
 * <tr><td>square pyramid</td><td>0.12</td><td>0.12</td><td>0.12</td></tr>
 * <tr><td>valley</td><td>0.65</td><td>0.78</td><td>0.76</td></tr>
 * <tr><td>single</td><td>0.92</td><td>0.95</td><td>0.93</td></tr>
 * </table>
 */
public enum Shape {
  /** The inverted hexagonal pyramid, or something better. */
  PYRAMID,
  /** A pyramid with four sides: one unit is active nearly everywhere and serves as linear term. */
  SQUARE_PYRAMID,
  /** A valley, the abs of one direction. */
  VALLEY,
  /** A single slope. */
  SINGLE,
  /** A constant, or hardly better. */
  CONSTANT;

  private static final double[] ON_NORMAL = {0.02, 0.12, 0.65, 0.92};
  private static final double[] ON_DISK = {0.04, 0.12, 0.78, 0.95};
  private static final double[] ON_SQUARE = {0.03, 0.12, 0.76, 0.93};

  /**
   * Says what a trial on {@link EuclideanDistance} made of it.
   *
   * @param run what the trial gave
   * @return the shape
   * @throws IllegalArgumentException if the trial's data are something else, or its points lean to
   *     one coordinate
   */
  public static Shape of(Run run) {
    return of(Fvu.of(run), distribution(run));
  }

  /**
   * The same with other limits, whatever the points are.
   *
   * @param pyramid the FVU below which a network is a pyramid
   * @param square the one below which it is a square pyramid or better
   * @param valley the one below which it is a valley or better
   * @param single the one below which it is a single slope or better
   * @return the rule, named after its limits
   */
  public static Rule<Shape> by(double pyramid, double square, double valley, double single) {
    return new By(
        Require.finite("pyramid", pyramid),
        Require.finite("square", square),
        Require.finite("valley", valley),
        Require.finite("single", single));
  }

  private record By(double pyramid, double square, double valley, double single)
      implements Rule<Shape> {
    @Override
    public Shape of(Run run) {
      return Shape.of(Fvu.of(run), pyramid, square, valley, single);
    }

    @Override
    public String name() {
      return format("shape by %s, %s, %s, %s", pyramid, square, valley, single);
    }
  }

  /** Says which shape leaves so much unexplained, an FVU; NaN is CONSTANT. */
  static Shape of(double fvu, Distribution distribution) {
    return of(fvu, limits(distribution));
  }

  private static Shape of(double fvu, double... limits) {
    for (int i = 0; i < limits.length; i++) {
      if (fvu < limits[i]) {
        return values()[i];
      }
    }
    return CONSTANT;
  }

  private static double[] limits(Distribution distribution) {
    if (distribution.leaning() > 1) {
      throw Require.refusal(
          "the points must lean to no coordinate, or the limits are others. Received: "
              + distribution);
    }
    if (distribution.equals(Distribution.DISK)) {
      return ON_DISK;
    }
    return distribution.equals(Distribution.SQUARE) ? ON_SQUARE : ON_NORMAL;
  }

  static Distribution distribution(Run run) {
    if (Require.present("run", run).trial().data() instanceof EuclideanDistance problem) {
      return problem.distribution();
    }
    throw Require.refusal(
        "the trial's data must be a euclideanDistance. Received: " + run.trial().data());
  }
}
