package reluctant.optimizers;

/** Running averages of an optimizer, kept out of the denormal range. */
final class Moments {

  private static final int STEPS_BETWEEN_FLUSHES = 256;
  private static final double SMALLEST_FIRST = 1e-100;
  private static final double SMALLEST_SECOND = 1e-200;

  private Moments() {}

  static void flushFirst(long step, double[] moments) {
    flush(step, moments, SMALLEST_FIRST);
  }

  static void flushSecond(long step, double[] moments) {
    flush(step, moments, SMALLEST_SECOND);
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
