package reluctant.arithmetic;

import reluctant.Require;

/**
 * Long arrays whose vectors begin where a line of the processor's cache does, since what lies in
 * two lines takes twice as long to read. Java does not say where an array is. But its collector G1
 * gives one that fills half a region a region of its own. It has 2048 regions, or fewer as their
 * size is the next power of two, and at least a mebibyte. Elsewhere it costs time, and never bits.
 */
public final class CacheLines {

  /** The first number that a line begins with: sixteen bytes go before an array's numbers. */
  public static final int FIRST = 6;

  private static final int REGIONS = 2048;
  private static final long SMALLEST = 1 << 20;
  private static final int HALF_A_REGION =
      (int) (Math.max(SMALLEST / 2, Runtime.getRuntime().maxMemory() / REGIONS) / Double.BYTES);

  private CacheLines() {}

  /**
   * Returns an array.
   *
   * @param numbers how many numbers it has room for from {@link #FIRST} on, at least 0
   * @return the array, all of it 0
   */
  public static double[] array(int numbers) {
    Require.atLeast("numbers", numbers, 0);
    return new double[Math.max(FIRST + numbers, HALF_A_REGION)];
  }
}
