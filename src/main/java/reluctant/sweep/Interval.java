package reluctant.sweep;

/**
 * All numbers from low to high.
 *
 * @param low the smallest
 * @param high the largest
 */
public record Interval(double low, double high) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "low must not be above high. Received: %s and %s".formatted(low, high));
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
}
