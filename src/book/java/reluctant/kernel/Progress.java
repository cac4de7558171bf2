package reluctant.kernel;

import static reluctant.Text.format;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.train.ProgressListener;

/**
 * A bar that shows how far long work has come and how long it will still take.
 *
 * <p>The library's long work opens one by itself, through {@link ProgressBars}.
 *
 * <p>It may be told of the progress from any thread, and must be closed. The bar shows after a
 * second, changes at most five times a second and is taken away when all is done, so that what a
 * notebook keeps does not depend on the speed of a machine. Outside a notebook it shows nothing.
 */
final class Progress implements ProgressListener {
  private static final int CELLS = 30;
  private static final String INTERRUPTED =
      ", interrupted: what was reached is in the cell's variable";
  private static final ScheduledThreadPoolExecutor TICKER = ticker();
  private static final Shown NOTHING = Shown.text("");

  private final String work;
  private final LongSupplier nanoTime;
  private final LiveDisplay display;
  private final long start;
  private double most;
  private long news;
  private String missing = "";
  private String said = "";
  private boolean closed;
  private @Nullable Future<?> ticking;

  Progress(String work, @Nullable Kernel kernel, LongSupplier nanoTime) {
    this.work = work;
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
    news = start;
    display = new LiveDisplay(kernel, nanoTime, LiveDisplay.SECOND);
  }

  /** A bar in the running cell, if there is a kernel, which has yet to hear how much is done. */
  static Progress of(String work, @Nullable Kernel kernel) {
    var progress = new Progress(work, kernel, System::nanoTime);
    if (kernel != null) {
      progress.startTicking();
    }
    return progress;
  }

  /** Work may have nothing to tell for a long time, so that its bar has to be asked for. */
  private synchronized void startTicking() {
    ticking =
        TICKER.scheduleWithFixedDelay(
            this::tick, LiveDisplay.SECOND, LiveDisplay.PAUSE, TimeUnit.NANOSECONDS);
  }

  /** One thread for all bars: to start one for each takes ten times as long as a small training. */
  private static ScheduledThreadPoolExecutor ticker() {
    var ticker =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              var thread = new Thread(work, "reluctant-progress");
              thread.setDaemon(true);
              return thread;
            });
    ticker.setRemoveOnCancelPolicy(true);
    ticker.setKeepAliveTime(1, TimeUnit.SECONDS); // None is left when no work shows a bar.
    ticker.allowCoreThreadTimeOut(true);
    return ticker;
  }

  /** Shows what is new, and says whether there may be more. */
  synchronized boolean tick() {
    if (!closed && display.isDue()) {
      String bar = bar(missing.isEmpty() ? timeLeft() : ", waiting for " + missing);
      if (!bar.equals(said)) {
        display.show(Shown.text(bar));
        said = bar;
      }
    }
    return !closed;
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
      throw Require.refusal("done must be from 0 to " + total + ". Received: " + done);
    }
    double share = (double) done / total;
    if (share > most) {
      missing = "";
      most = share;
      news = nanoTime.getAsLong();
    }
    if (most == 1) {
      close();
    }
  }

  /** Says in the bar what is waited for, until there is progress again. */
  @Override
  public synchronized void waiting(long done, long total, String missing) {
    this.missing = missing;
  }

  /** Takes the bar away. If the thread is interrupted, it stays and says how far the work came. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (ticking != null) {
      ticking.cancel(false);
    }
    boolean interrupted = Thread.currentThread().isInterrupted();
    if (interrupted && most < 1) {
      display.closeInterrupted(Shown.text(bar(INTERRUPTED)));
    } else if (interrupted && display.isShown()) {
      display.closeInterrupted(NOTHING);
    } else if (display.isShown()) {
      display.close(NOTHING);
    }
  }

  /** As long as so far for each part, of which some may have passed since the last news. */
  private String timeLeft() {
    if (most == 0) {
      return "";
    }
    double then = (news - start) * (1 - most) / most;
    return ", " + duration(Math.max(1, then - (nanoTime.getAsLong() - news))) + " left";
  }

  private String bar(String remark) {
    int full = (int) Math.floor(CELLS * most);
    return format(
        "%s  %s%s  %d %%%s",
        work, "█".repeat(full), "░".repeat(CELLS - full), (int) Math.floor(100 * most), remark);
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
