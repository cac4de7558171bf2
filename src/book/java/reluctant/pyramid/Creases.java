package reluctant.pyramid;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.diagnose.Units;
import reluctant.sweep.Rule;
import reluctant.train.Run;

/**
 * What one sees who looks at a network 2 -> units (relu) -> 1 from above: the lines w x + b = 0
 * along which it is creased. A crease goes through the middle if it passes within a quarter of a
 * standard deviation of the origin. Creases less than 15 degrees apart look like one.
 */
public enum Creases {
  /**
   * A pyramid with three creases through the middle that is regular: its three units look 120
   * degrees apart, to 5 degrees, and their slopes |v| |w| are alike to 10 %.
   */
  REGULAR_PYRAMID,
  /** Another pyramid with just three creases through the middle. */
  THREE_AND_PYRAMID,
  /** A pyramid without three creases through the middle. */
  PYRAMID,
  /** Three creases through the middle, but no pyramid. */
  THREE,
  /** Neither. */
  NEITHER;

  /** Within so many standard deviations of the origin. */
  public static final double MIDDLE = 0.25;

  /** So many degrees from 120. */
  public static final double SKEW = 5;

  private static final double ONE_LINE = 15;
  private static final double LARGEST_RATIO = 1.1;

  /**
   * Looks at a trial on the Euclidean distance from above.
   *
   * @param run what the trial gave
   * @throws IllegalArgumentException if the trial's data are something else or lean
   */
  public static Creases of(Run run) {
    return within(MIDDLE, SKEW).of(run);
  }

  /**
   * The same with other cuts.
   *
   * @param middle how many standard deviations from the origin count as the middle, above 0
   * @param skew how many degrees a regular pyramid may be off, above 0
   * @return the rule, named after its cuts
   */
  public static Rule<Creases> within(double middle, double skew) {
    return new Within(Require.positive("middle", middle), Require.positive("skew", skew));
  }

  private record Within(double middle, double skew) implements Rule<Creases> {
    @Override
    public Creases of(Run run) {
      boolean pyramid = Shape.of(run) == Shape.PYRAMID;
      Units units = Units.of(run);
      if (lines(run, units, middle).size() != 3) {
        return pyramid ? PYRAMID : NEITHER;
      }
      return !pyramid ? THREE : isRegular(run, units) ? REGULAR_PYRAMID : THREE_AND_PYRAMID;
    }

    private boolean isRegular(Run run, Units units) {
      int count = units.count();
      var directions = new double[count];
      Arrays.setAll(directions, units::direction);
      Arrays.sort(directions);
      double[] slopes = slopes(run);
      Arrays.sort(slopes);
      boolean even = count == 3 && slopes[2] < LARGEST_RATIO * slopes[0];
      for (int i = 0; i < count && even; i++) {
        double next = i == count - 1 ? directions[0] + 360 : directions[i + 1];
        even = Math.abs(next - directions[i] - 120) < skew;
      }
      return even;
    }

    @Override
    public String name() {
      return format("creases within %s and %s degrees", middle, skew);
    }
  }

  private static double[] slopes(Run run) {
    SimpleMatrix w = run.network().kernel(0);
    SimpleMatrix v = run.network().kernel(1);
    var slopes = new double[w.getNumCols()];
    Arrays.setAll(slopes, i -> Math.abs(v.get(i)) * w.getColumn(i).normF());
    return slopes;
  }

  /** The directions, 0 to 180 degrees, of those creases of living units that meet in the middle. */
  private static List<Double> lines(Run run, Units units, double middle) {
    SimpleMatrix x = run.trial().dataset().inputs();
    double deviation = x.normF() / Math.sqrt(x.getNumElements());
    SimpleMatrix bias = run.network().bias(0);
    SimpleMatrix kernel = run.network().kernel(0);
    var lines = new ArrayList<Double>();
    for (int unit = 0; unit < units.count(); unit++) {
      double distance = Math.abs(bias.get(unit)) / kernel.getColumn(unit).normF();
      double angle = (units.direction(unit) + 180) % 180;
      boolean isNew = lines.stream().noneMatch(line -> between(line, angle) < ONE_LINE);
      if (!units.isDead(unit) && distance < middle * deviation && isNew) {
        lines.add(angle);
      }
    }
    return lines;
  }

  private static double between(double one, double other) {
    double apart = Math.abs(one - other);
    return Math.min(apart, 180 - apart);
  }
}
