package reluctant.diagnose;

import java.util.Arrays;
import reluctant.Require;
import reluctant.train.History;
import reluctant.train.Run;

/**
 * Whether a run that has not succeeded has come to rest: its loss fell by less than 1 % over the
 * last half of its epochs. Both ends of the half are means over a twentieth of the epochs, since
 * single epochs of small batches swing. One that diverged or was ended before rests too.
 */
public final class Plateau {

  private static final double LARGEST_FALL = 0.01;
  private static final int SHARE = 20;

  private Plateau() {}

  /**
   * Says whether a run still moves.
   *
   * @param run what a trial gave
   * @return whether its loss fell by at least 1 % over the last half of its epochs
   */
  public static boolean isMoving(Run run) {
    History history = Require.present("run", run).history();
    double[] loss = history.loss();
    if (loss.length < 2 || history.end() != History.End.COMPLETED) {
      return false;
    }
    double middle = middle(loss);
    double last = last(loss);
    return middle - last >= LARGEST_FALL * middle && last > 0;
  }

  /** By which share of itself the loss of at least two epochs fell over the last half. */
  static double fall(double[] loss) {
    return (middle(loss) - last(loss)) / middle(loss);
  }

  private static double middle(double[] loss) {
    return mean(loss, loss.length / 2 - few(loss) / 2, few(loss));
  }

  private static double last(double[] loss) {
    return mean(loss, loss.length - few(loss), few(loss));
  }

  private static int few(double[] loss) {
    return Math.max(1, loss.length / SHARE);
  }

  private static double mean(double[] loss, int from, int count) {
    int start = Math.max(0, from);
    return Arrays.stream(loss, start, start + count).average().orElse(Double.NaN);
  }
}
