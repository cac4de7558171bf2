package reluctant.notebook;

import java.util.Locale;
import java.util.UUID;
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
  private static final long SECOND = 1_000_000_000L;
  private static final long PAUSE = SECOND / 5;
  private static final int CELLS = 30;
  private static final Shown NOTHING = Shown.text("");

  private final String work;
  private final @Nullable Kernel kernel;
  private final LongSupplier nanoTime;
  private final String id = UUID.randomUUID().toString();
  private final long start;
  private long next;
  private double most;
  private boolean closed;

  Progress(String work, @Nullable Kernel kernel, LongSupplier nanoTime) {
    this.work = work;
    this.kernel = kernel;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.next = start + SECOND;
    if (kernel != null) {
      // Shown even for short work: the notebook then keeps the same outputs on every machine.
      kernel.display(id, NOTHING);
    }
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
    long now = nanoTime.getAsLong();
    if (kernel != null && !closed && now - next >= 0) {
      next = now + PAUSE;
      update(kernel, Shown.text(bar(now - start)));
    }
  }

  /** Takes the bar away. */
  @Override
  public synchronized void close() {
    if (kernel != null && !closed) {
      update(kernel, NOTHING);
    }
    closed = true;
  }

  /** Sends nothing from an interrupted thread, and keeps an interrupt that comes while it sends. */
  private void update(Kernel open, Shown shown) {
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    try {
      open.update(id, shown);
    } catch (RuntimeException e) {
      // The kernels' sockets throw when interrupted and forget the interrupt. Their package
      // differs.
      if (!e.getClass().getSimpleName().equals("ZMQException")) {
        throw e;
      }
      closed = true;
      Thread.currentThread().interrupt();
    }
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
    long seconds = (long) Math.ceil(nanos / SECOND);
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? seconds / 60 + " min " + seconds % 60 + " s"
            : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
