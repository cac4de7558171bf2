package reluctant.notebook;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reluctant.train.ProgressListener;

/**
 * A bar that shows how far long work has come and how long it will still take.
 *
 * <p>The library's long work opens one by itself, through {@link ProgressBars}. For work of your
 * own:
 *
 * <pre>{@code
 * try (var progress = Progress.of("400 seeds")) { sweep.run(progress); }
 * }</pre>
 *
 * <p>It may be told of the progress from any thread. The bar shows after a second, changes at most
 * five times a second and is taken away when all is done, so that what a notebook keeps does not
 * depend on the speed of a machine. Outside a notebook it shows nothing.
 */
public final class Progress implements ProgressListener {
  private static final int CELLS = 30;
  private static final Shown NOTHING = Shown.text("");

  private final String work;
  private final LongSupplier nanoTime;
  private final LiveDisplay display;
  private final long start;
  private double most;
  private boolean closed;

  Progress(String work, @Nullable Kernel kernel, LongSupplier nanoTime) {
    this.work = work;
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
    display = new LiveDisplay(kernel, nanoTime, NOTHING, LiveDisplay.SECOND);
  }

  /**
   * A bar in the running cell.
   *
   * @param work what is done, such as {@code 400 seeds}
   * @return a bar that has yet to hear how much is done
   */
  public static Progress of(String work) {
    return new Progress(work, Notebook.kernel(), System::nanoTime);
  }

  /**
   * Says how much is done. Less than before is no news; all of it takes the bar away.
   *
   * @param done how many parts are done
   * @param total how many there are
   * @throws IllegalArgumentException unless done is from 0 to total
   */
  @Override
  public synchronized void progress(long done, long total) {
    if (done < 0 || done > total) {
      throw new IllegalArgumentException("done must be from 0 to " + total + ". Received: " + done);
    }
    most = Math.max(most, (double) done / total);
    if (most == 1) {
      close();
      return;
    }
    if (!closed && display.isDue()) {
      display.update(Shown.text(bar(nanoTime.getAsLong() - start)));
    }
  }

  /** Takes the bar away. */
  @Override
  public synchronized void close() {
    if (!closed) {
      display.close(NOTHING);
    }
    closed = true;
  }

  private String bar(long elapsed) {
    int full = (int) Math.floor(CELLS * most);
    String left = most > 0 ? ", " + duration(elapsed * (1 - most) / most) + " left" : "";
    return String.format(
        Locale.ROOT,
        "%s  %s%s  %d %%%s",
        work,
        "█".repeat(full),
        "░".repeat(CELLS - full),
        (int) Math.floor(100 * most),
        left);
  }

  private static String duration(double nanos) {
    long seconds = (long) Math.ceil(nanos / LiveDisplay.SECOND);
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? seconds / 60 + " min " + seconds % 60 + " s"
            : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
