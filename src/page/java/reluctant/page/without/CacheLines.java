package reluctant.page.without;

/** In the place of {@link reluctant.arithmetic.CacheLines}: a browser's arrays lie as they lie. */
public final class CacheLines {

  /** The first number of an array. */
  public static final int FIRST = reluctant.arithmetic.CacheLines.FIRST;

  private CacheLines() {}

  /**
   * Returns an array, no longer than it must be.
   *
   * @param numbers how many numbers it has room for from {@link #FIRST} on
   */
  public static double[] array(int numbers) {
    return new double[FIRST + numbers];
  }
}
