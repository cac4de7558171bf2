package reluctant.kernel;

import java.lang.reflect.Field;
import java.util.function.LongSupplier;
import org.dflib.jjava.jupyter.channels.Loop;

/**
 * Has JJava look for the next cell soon after the last one.
 *
 * <p>JJava 1.0 sleeps for 50 ms between two looks at its socket, also when it has just answered, so
 * that each cell of a run of many waits for most of that. From here on it sleeps for an eighth of
 * the time since its last message: at least 1 ms, and at most as long as by itself.
 */
final class JJavaPolling implements LongSupplier {
  private static final long MILLISECOND = 1_000_000;

  private final LongSupplier look;
  private final LongSupplier nanoseconds;
  private long answered;

  JJavaPolling(LongSupplier look, LongSupplier nanoseconds) {
    this.look = look;
    this.nanoseconds = nanoseconds;
    this.answered = nanoseconds.getAsLong();
  }

  /** Changes the loops that run. */
  static void hasten() {
    Thread.getAllStackTraces().keySet().stream()
        .filter(Loop.class::isInstance)
        .forEach(thread -> hasten((Loop) thread));
  }

  static void hasten(Loop loop) {
    try {
      Field body = Loop.class.getDeclaredField("loopBody");
      body.setAccessible(true);
      if (body.get(loop) instanceof LongSupplier look && !(look instanceof JJavaPolling)) {
        body.set(loop, new JJavaPolling(look, System::nanoTime));
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Another version of JJava: its cells wait as long as it likes.
    }
  }

  @Override
  public long getAsLong() {
    long before = nanoseconds.getAsLong();
    long pause = look.getAsLong();
    long now = nanoseconds.getAsLong();
    if (now - before > MILLISECOND) { // A look at an empty socket takes microseconds.
      answered = now;
    }
    return Math.min(pause, Math.max(1, (now - answered) / (8 * MILLISECOND)));
  }
}
