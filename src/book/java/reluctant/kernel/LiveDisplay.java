package reluctant.kernel;

import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One output of the running cell that changes while the cell runs, five times a second at most. It
 * is there from its first state on. Outside a notebook it shows nothing.
 */
final class LiveDisplay {
  static final long SECOND = 1_000_000_000L;
  static final long PAUSE = SECOND / 5;
  private static final long PATIENCE = 200; // milliseconds

  private final @Nullable Kernel kernel;
  private final LongSupplier nanoTime;
  private String id = ""; // Drawn when it is used: most work ends before, and it takes its time.
  private long next;
  private boolean shown;
  private boolean closed;
  private boolean unheard; // An interrupt cut a state off; the last one is still tried.

  /** A display whose first state is due after some nanoseconds. */
  LiveDisplay(@Nullable Kernel kernel, LongSupplier nanoTime, long delay) {
    this.kernel = kernel;
    this.nanoTime = nanoTime;
    next = nanoTime.getAsLong() + delay;
    if (kernel != null) {
      kernel.enterCell();
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
  void show(Shown state) {
    if (closed || unheard || Thread.currentThread().isInterrupted()) {
      return;
    }
    try {
      send(state);
    } catch (RuntimeException e) {
      // The kernels' sockets throw when interrupted and forget the interrupt. Their package
      // differs.
      if (!e.getClass().getSimpleName().equals("ZMQException")) {
        throw e;
      }
      unheard = true;
      Thread.currentThread().interrupt();
    }
  }

  private void send(Shown state) {
    if (kernel == null) {
      return;
    }
    if (shown) {
      kernel.update(id, state);
    } else {
      id = UUID.randomUUID().toString();
      kernel.display(id, state);
      shown = true;
    }
  }

  /** Says whether there is a state to be seen. */
  boolean isShown() {
    return shown;
  }

  /** Leaves a last state. */
  void close(Shown last) {
    show(last);
    closed = true;
  }

  /** Leaves a last state from an interrupted thread: another thread sends it. */
  void closeInterrupted(Shown last) {
    if (closed || kernel == null) {
      return;
    }
    closed = true;
    var messenger = new Thread(() -> send(last), "reluctant-last-words");
    messenger.setDaemon(true);
    messenger.setUncaughtExceptionHandler((thread, unsent) -> {});
    boolean interrupted = Thread.interrupted();
    messenger.start();
    try {
      messenger.join(PATIENCE);
    } catch (InterruptedException again) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
