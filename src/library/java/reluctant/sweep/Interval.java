package reluctant.sweep;

import static reluctant.Text.format;

import reluctant.Require;

/**
 * All numbers from low to high.
 *
 * @param low the smallest
 * @param high the largest
 */
public record Interval(double low, double high) {

  public Interval {
    if (!(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
      throw Require.refusal(
          "an interval must go from a lower to a higher number. Received: " + low + " and " + high);
    }
  }

  /**
   * Says whether a number lies within.
   *
   * @param value any number
   * @return whether low &le; value &le; high
   */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Returns both ends with four digits, such as "[0.2421, 0.3304]". */
  @Override
  public String toString() {
    return format("[%.4g, %.4g]", low, high);
  }
}
