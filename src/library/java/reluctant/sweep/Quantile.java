package reluctant.sweep;

import static reluctant.Text.format;

import reluctant.Require;

/**
 * The number that a share of the runs stays at or below, with how sure it is: of {@link
 * Numbers#quantile}, which says how it is found. Runs that have no number count as infinitely
 * large, so that a quantile may be, and so may be the ends of its interval, which few runs leave
 * open. Of no runs nothing is known: it is NaN.
 *
 * @param value a number that a run had, infinite if it is that of runs without one
 * @param low the smallest that the quantile of all possible runs may be, at 95 %
 * @param high the largest
 */
public record Quantile(double value, double low, double high) {

  private static final double LARGEST_WHOLE = 1e9;

  /** Of no trials. */
  static final Quantile UNKNOWN =
      new Quantile(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  public Quantile {
    boolean isBetween = low <= value && value <= high;
    if (!isBetween && !(Double.isNaN(value) && low < high)) {
      throw Require.refusal(
          format(
              "a quantile must lie between low and high. Received: %s, %s and %s",
              value, low, high));
    }
  }

  /** Says whether so few runs have a number that this is none. */
  public boolean isNever() {
    return value == Double.POSITIVE_INFINITY;
  }

  /**
   * Returns the number and its interval, such as "131 [127, 140]" or "never [512, infinity]", which
   * is "never" where that is sure, or "no trials".
   */
  @Override
  public String toString() {
    if (Double.isNaN(value)) {
      return "no trials";
    }
    if (low == Double.POSITIVE_INFINITY) {
      return "never";
    }
    return format("%s [%s, %s]", isNever() ? "never" : words(value), words(low), words(high));
  }

  /** Returns a whole number in full and any other with four digits. */
  static String words(double number) {
    if (Double.isInfinite(number)) {
      return number > 0 ? "infinity" : "-infinity";
    }
    boolean isWhole = number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE;
    return isWhole ? Long.toString((long) number) : format("%.4g", number);
  }
}
