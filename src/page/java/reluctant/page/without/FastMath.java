package reluctant.page.without;

/**
 * In the place of Commons Math's own, of whose functions its linear programs call the exact ones:
 * its tables would be a quarter of a page.
 */
public final class FastMath {

  private FastMath() {}

  /**
   * Returns |x|.
   *
   * @param x any number
   */
  public static double abs(double x) {
    return Math.abs(x);
  }

  /**
   * Returns |x|.
   *
   * @param x any number
   */
  public static long abs(long x) {
    return Math.abs(x);
  }

  /**
   * Returns the larger one.
   *
   * @param x any number
   * @param y any other
   */
  public static double max(double x, double y) {
    return Math.max(x, y);
  }

  /**
   * Returns the square root.
   *
   * @param x any number
   */
  public static double sqrt(double x) {
    return Math.sqrt(x);
  }
}
