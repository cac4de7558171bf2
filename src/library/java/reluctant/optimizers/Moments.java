package reluctant.optimizers;

import reluctant.Require;

/** Running averages of an optimizer, kept out of the denormal range: see {@link Optimizer}. */
public final class Moments {

  private static final int STEPS_BETWEEN_FLUSHES = 256;
  private static final double SMALLEST_FIRST = 1e-100;
  private static final double SMALLEST_SECOND = 1e-200;

  private Moments() {}

  /**
   * Sets averages of gradients that became tiny to 0, after every 256th step.
   *
   * @param step how many steps were made
   * @param moments the averages. Modified.
   */
  public static void flushFirst(long step, double[] moments) {
    flush(step, Require.present("moments", moments), SMALLEST_FIRST);
  }

  /**
   * Sets averages of their squares that became tiny to 0, after every 256th step.
   *
   * @param step how many steps were made
   * @param moments the averages. Modified.
   */
  public static void flushSecond(long step, double[] moments) {
    flush(step, Require.present("moments", moments), SMALLEST_SECOND);
  }

  private static void flush(long step, double[] moments, double smallest) {
    if (step % STEPS_BETWEEN_FLUSHES != 0) {
      return;
    }
    for (int i = 0; i < moments.length; i++) {
      if (Math.abs(moments[i]) < smallest) {
        moments[i] = 0;
      }
    }
  }
}
