package reluctant.data;

import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/**
 * How the numbers of some columns came from those of the data: z = (x - centre) / unit, with a
 * centre and a unit for each column. Immutable.
 */
final class Columns {

  private final double[] centres;
  private final double[] units;

  private Columns(double[] centres, double[] units) {
    this.centres = centres;
    this.units = units;
  }

  /** So many columns as they are. */
  static Columns same(int count) {
    var units = new double[count];
    Arrays.fill(units, 1);
    return new Columns(new double[count], units);
  }

  int count() {
    return centres.length;
  }

  /** After z was multiplied by a number in each column. */
  Columns times(double[] factors) {
    var changed = units.clone();
    Arrays.setAll(changed, j -> units[j] / factors[j]);
    return new Columns(centres, changed);
  }

  /** After a number was added to z in each column. */
  Columns plus(double[] shifts) {
    var changed = centres.clone();
    Arrays.setAll(changed, j -> centres[j] - shifts[j] * units[j]);
    return new Columns(changed, units);
  }

  /** After z had this done to it too. */
  Columns then(Columns next) {
    var centre = centres.clone();
    var unit = units.clone();
    Arrays.setAll(centre, j -> centres[j] + next.centres[j] * units[j]);
    Arrays.setAll(unit, j -> units[j] * next.units[j]);
    return new Columns(centre, unit);
  }

  /** Takes the mean out of each column and divides it by its standard deviation over all rows. */
  static Columns standardizing(Side side, SimpleMatrix numbers) {
    var centres = new double[numbers.getNumCols()];
    var units = new double[centres.length];
    for (int j = 0; j < centres.length; j++) {
      centres[j] = mean(numbers, j);
      units[j] = spread(numbers, j, centres[j]);
      if (!(units[j] > 0) || Double.isInfinite(units[j])) {
        throw Require.refusal(withoutSpread(side, numbers, j));
      }
    }
    return new Columns(centres, units);
  }

  private static String withoutSpread(Side side, SimpleMatrix numbers, int column) {
    Side other = side == Side.INPUTS ? Side.TARGETS : Side.INPUTS;
    return "column "
        + column
        + " of the "
        + side.plural()
        + " has no standard deviation to divide by, leave it out or use .standardized"
        + other
        + "(). Received: "
        + numbers.get(0, column)
        + " in row 0, "
        + numbers.get(numbers.getNumRows() - 1, column)
        + " in the last one";
  }

  private static double mean(SimpleMatrix numbers, int column) {
    double sum = 0;
    for (int i = 0; i < numbers.getNumRows(); i++) {
      sum += numbers.get(i, column);
    }
    return sum / numbers.getNumRows();
  }

  /** Returns the standard deviation, 0 also where all numbers are the same but for rounding. */
  private static double spread(SimpleMatrix numbers, int column, double mean) {
    double sum = 0;
    boolean differs = false;
    for (int i = 0; i < numbers.getNumRows(); i++) {
      double number = numbers.get(i, column);
      differs |= number != numbers.get(0, column);
      sum += (number - mean) * (number - mean);
    }
    return differs ? Math.sqrt(sum / numbers.getNumRows()) : 0;
  }

  /** Computes (x - centre) / unit. */
  SimpleMatrix to(SimpleMatrix x) {
    var z = new SimpleMatrix(x.getNumRows(), count());
    for (int i = 0; i < z.getNumRows(); i++) {
      for (int j = 0; j < count(); j++) {
        z.set(i, j, (x.get(i, j) - centres[j]) / units[j]);
      }
    }
    return z;
  }

  /** Computes z * unit + centre. */
  SimpleMatrix from(SimpleMatrix z) {
    var x = new SimpleMatrix(z.getNumRows(), count());
    for (int i = 0; i < x.getNumRows(); i++) {
      for (int j = 0; j < count(); j++) {
        x.set(i, j, z.get(i, j) * units[j] + centres[j]);
      }
    }
    return x;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Columns columns
        && Arrays.equals(centres, columns.centres)
        && Arrays.equals(units, columns.units);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(centres) + Arrays.hashCode(units);
  }

  @Override
  public String toString() {
    return "minus " + Arrays.toString(centres) + ", over " + Arrays.toString(units);
  }
}
