package reluctant.pyramid;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reluctant.diagnose.Units;
import reluctant.train.Run;

/**
 * Tells a {@link Shape} from the weights of 2 -> units (relu) -> 1 alone, without its error, to
 * hold the limits of the error against. Of the units that live, those less than 5 degrees apart
 * count as one direction; a unit is a linear term if it is active on more than 95 % of the samples
 * and is subtracted.
 *
 * <ul>
 *   <li>PYRAMID: three directions with gaps of 120 +- 2 degrees.
 *   <li>SQUARE_PYRAMID: three directions, one of them a linear term's.
 *   <li>VALLEY: two directions, or one with a linear term and another unit.
 *   <li>SINGLE: one direction.
 *   <li>CONSTANT: none.
 * </ul>
 */
final class ShapeOfWeights {

  private static final double NEARLY_EVERYWHERE = 0.95;
  private static final double LARGEST_SKEW = 2;

  private final Run run;
  private final Units units;

  private ShapeOfWeights(Run run) {
    this.run = run;
    units = Units.of(run);
  }

  /** Returns the shape, or nothing if the weights fit none. */
  static Optional<Shape> of(Run run) {
    return Optional.ofNullable(new ShapeOfWeights(run).shape());
  }

  private @Nullable Shape shape() {
    double[] gaps = gaps();
    return switch (gaps.length) {
      case 0 -> Shape.CONSTANT;
      case 1 -> hasLinearTerm() && units.duplicates() > 0 ? Shape.VALLEY : Shape.SINGLE;
      case 2 -> Shape.VALLEY;
      case 3 -> isEven(gaps) ? Shape.PYRAMID : hasLinearTerm() ? Shape.SQUARE_PYRAMID : null;
      default -> null;
    };
  }

  private boolean hasLinearTerm() {
    var v = run.network().kernel(1);
    return IntStream.range(0, units.count())
        .anyMatch(unit -> units.active(unit) > NEARLY_EVERYWHERE && v.get(unit) < 0);
  }

  private static boolean isEven(double[] gaps) {
    return Arrays.stream(gaps).allMatch(gap -> Math.abs(gap - 120) <= LARGEST_SKEW);
  }

  /** The degrees between neighbouring directions around the circle, those of groups' sums. */
  private double[] gaps() {
    int[] firsts = firsts();
    double[] directions =
        IntStream.range(0, firsts.length)
            .filter(unit -> firsts[unit] == unit)
            .mapToDouble(first -> direction(firsts, first))
            .sorted()
            .toArray();
    var gaps = new double[directions.length];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = i == 0 ? 360 - directions[gaps.length - 1] : -directions[i - 1];
      gaps[i] += directions[i];
    }
    return gaps;
  }

  /** For each unit the first one of its direction, or -1 if it is dead. */
  private int[] firsts() {
    int[] firsts =
        IntStream.range(0, units.count()).map(unit -> units.isDead(unit) ? -1 : unit).toArray();
    for (int one = 0; one < firsts.length; one++) {
      for (int other = one + 1; other < firsts.length; other++) {
        if (areDuplicates(one, other)) {
          // All units found so far in either direction, so that their order does not matter.
          int first = Math.min(firsts[one], firsts[other]);
          int second = Math.max(firsts[one], firsts[other]);
          Arrays.setAll(firsts, unit -> firsts[unit] == second ? first : firsts[unit]);
        }
      }
    }
    return firsts;
  }

  private boolean areDuplicates(int one, int other) {
    double apart = Math.abs(units.direction(one) - units.direction(other));
    return !units.isDead(one)
        && !units.isDead(other)
        && Math.min(apart, 360 - apart) < Units.LEAST_ANGLE;
  }

  private double direction(int[] firsts, int first) {
    var kernel = run.network().kernel(0);
    int[] group = IntStream.range(0, firsts.length).filter(unit -> firsts[unit] == first).toArray();
    double x1 = Arrays.stream(group).mapToDouble(unit -> kernel.get(0, unit)).sum();
    double x2 = Arrays.stream(group).mapToDouble(unit -> kernel.get(1, unit)).sum();
    return Math.toDegrees(Math.atan2(x2, x1));
  }
}
