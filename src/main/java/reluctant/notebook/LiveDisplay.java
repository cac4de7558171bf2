package reluctant.notebook;

import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One output of the running cell that changes while the cell runs, five times a second at most.
 * Outside a notebook it shows nothing.
 */
final class LiveDisplay {
  static final long SECOND = 1_000_000_000L;
  private static final long PAUSE = SECOND / 5;

  private final @Nullable Kernel kernel;
  private final LongSupplier nanoTime;
  private final String id = UUID.randomUUID().toString();
  private long next;
  private boolean closed;

  /** Shows the first state at once: the notebook then keeps the same outputs on every machine. */
  LiveDisplay(@Nullable Kernel kernel, LongSupplier nanoTime, Shown first, long delay) {
    this.kernel = kernel;
    this.nanoTime = nanoTime;
    next = nanoTime.getAsLong() + delay;
    if (kernel != null) {
      kernel.display(id, first);
    }
  }

  /** Says whether it is time for another state; asked once for each. */
  boolean isDue() {
    long now = nanoTime.getAsLong();
    boolean due = kernel != null && !closed && now - next >= 0;
    if (due) {
      next = now + PAUSE;
    }
    return due;
  }

  /** Sends nothing from an interrupted thread, and keeps an interrupt that comes while it sends. */
  void update(Shown shown) {
    if (kernel == null || closed || Thread.currentThread().isInterrupted()) {
      return;
    }
    try {
      kernel.update(id, shown);
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

  /** Leaves a last state. */
  void close(Shown last) {
    update(last);
    closed = true;
  }
}
