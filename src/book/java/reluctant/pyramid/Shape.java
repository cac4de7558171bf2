package reluctant.pyramid;

import java.util.Optional;
import reluctant.Require;
import reluctant.data.Distribution;
import reluctant.data.EuclideanDistance;
import reluctant.diagnose.Fvu;
import reluctant.diagnose.Units;
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

  private static final double NEARLY_EVERYWHERE = 0.95;
  private static final double LARGEST_SKEW = 2;

  /**
   * Says what a trial on {@link EuclideanDistance} made of it.
   *
   * @param run what the trial gave
   * @return the shape
   * @throws IllegalArgumentException if the trial's data are something else
   */
  public static Shape of(Run run) {
    return of(Fvu.of(run), distribution(run));
  }

  /**
   * Says which shape leaves so much unexplained.
   *
   * @param fvu the fraction of variance unexplained; NaN is CONSTANT
   * @param distribution how the points were drawn
   * @return the shape
   */
  public static Shape of(double fvu, Distribution distribution) {
    double[] limits = limits(Require.present("distribution", distribution));
    for (int i = 0; i < limits.length; i++) {
      if (fvu < limits[i]) {
        return values()[i];
      }
    }
    return CONSTANT;
  }

  private static double[] limits(Distribution distribution) {
    return switch (distribution) {
      case NORMAL -> ON_NORMAL;
      case DISK -> ON_DISK;
      case SQUARE -> ON_SQUARE;
    };
  }

  static Distribution distribution(Run run) {
    if (Require.present("run", run).trial().data() instanceof EuclideanDistance problem) {
      return problem.distribution();
    }
    throw Require.refusal(
        "the trial's data must be a euclideanDistance. Received: " + run.trial().data());
  }

  /**
   * Tells the shape from the weights of 2 -> units (relu) -> 1 alone, without its error. Of the
   * units that live, those less than 5 degrees apart count as one direction; a unit is a linear
   * term if it is active on more than 95 % of the samples and is subtracted.
   *
   * <ul>
   *   <li>PYRAMID: three directions with gaps of 120 +- 2 degrees.
   *   <li>SQUARE_PYRAMID: three directions, one of them a linear term's.
   *   <li>VALLEY: two directions, or one with a linear term and another unit.
   *   <li>SINGLE: one direction.
   *   <li>CONSTANT: none.
   * </ul>
   *
   * @param run what a trial gave
   * @return the shape, or nothing if the weights fit none
   * @throws IllegalArgumentException if the network has another architecture
   */
  public static Optional<Shape> fromWeights(Run run) {
    var layers = Require.present("run", run).network().model().layers();
    if (layers.size() != 2 || run.network().model().outputs() != 1) {
      throw Require.refusal(
          "the network must have two layers and one output. Received: " + run.network().model());
    }
    Units units = Units.of(run);
    return Optional.ofNullable(
        switch (units.distinct()) {
          case 0 -> CONSTANT;
          case 1 -> hasLinearTerm(run, units) && units.duplicates() > 0 ? VALLEY : SINGLE;
          case 2 -> VALLEY;
          case 3 -> isEven(units) ? PYRAMID : hasLinearTerm(run, units) ? SQUARE_PYRAMID : null;
          default -> null;
        });
  }

  private static boolean hasLinearTerm(Run run, Units units) {
    var v = run.network().kernel(1);
    for (int unit = 0; unit < units.count(); unit++) {
      if (units.active(unit) > NEARLY_EVERYWHERE && v.get(unit) < 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEven(Units units) {
    for (double gap : units.gaps()) {
      if (Math.abs(gap - 120) > LARGEST_SKEW) {
        return false;
      }
    }
    return true;
  }
}
