package reluctant.claim;

import java.util.Arrays;
import reluctant.train.History;
import reluctant.train.Run;

/**
 * Whether a run that has not succeeded has come to rest: its loss fell by less than 1 % over the
 * last half of its epochs. Both ends of the half are means over a twentieth of the epochs, since
 * single epochs of small batches swing. One that diverged or was ended before rests too.
 */
final class Plateau {
  private static final double LARGEST_FALL = 0.01;
  private static final int SHARE = 20;

  private Plateau() {}

  static boolean isMoving(Run run) {
    History history = run.history();
    double[] loss = history.loss();
    if (loss.length < 2 || history.end() != History.End.COMPLETED) {
      return false;
    }
    int few = Math.max(1, loss.length / SHARE);
    double middle = mean(loss, loss.length / 2 - few / 2, few);
    double last = mean(loss, loss.length - few, few);
    return middle - last >= LARGEST_FALL * middle && last > 0;
  }

  private static double mean(double[] loss, int from, int count) {
    int start = Math.max(0, from);
    return Arrays.stream(loss, start, start + count).average().orElse(Double.NaN);
  }
}
