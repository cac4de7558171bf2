package reluctant.sweep;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import reluctant.Thrown;
import reluctant.train.Lockstep;

/**
 * Threads that do one piece of a sweep after another. Where trials are trained one by one, or parts
 * are too few to keep all threads at work to the end, parts are cut.
 */
final class Workers {

  private static final int PIECES_PER_THREAD = 4;
  private static final int LEAST_SEEDS = 8; // As many as the widest vectors hold.

  private final int threads;
  private final Predicate<Part> job;
  private final Iterator<Part> pieces;
  private final List<Thread> started = new CopyOnWriteArrayList<>();

  /**
   * Threads to be.
   *
   * @param threads how many
   * @param parts how many parts there are
   * @param part gives a part by its number
   * @param first the first part that is to be done
   * @param job does a piece and says whether to go on
   */
  Workers(int threads, long parts, LongFunction<Part> part, long first, Predicate<Part> job) {
    this.threads = threads;
    this.job = job;
    int size = sideBySide((parts - first) * Lockstep.BLOCK / threads);
    pieces =
        LongStream.range(first, parts)
            .mapToObj(part)
            .flatMap(whole -> whole.pieces(isOneByOne(whole) ? 1 : size).stream())
            .iterator();
  }

  private static boolean isOneByOne(Part part) {
    return Lockstep.obstacle(part.trial()).isPresent();
  }

  private static int sideBySide(long seedsPerThread) {
    int size = Lockstep.BLOCK;
    while (size > LEAST_SEEDS && seedsPerThread < (long) PIECES_PER_THREAD * size) {
      size /= 2;
    }
    return size;
  }

  /**
   * Returns when all is done, a job has said not to go on, the time is up or the thread was
   * interrupted, with all workers ended or, where a rule goes on, a second later.
   */
  void run(long nanos) {
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads, this::daemon);
    CompletionService<Boolean> running = new ExecutorCompletionService<>(pool);
    long start = System.nanoTime();
    try {
      for (int i = 0; i < threads; i++) {
        running.submit(this::work);
      }
      int left = threads;
      while (left > 0) {
        Future<Boolean> ended =
            running.poll(nanos - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
        left = ended != null && ended.get() ? left - 1 : 0;
      }
    } catch (ExecutionException failure) {
      throw rethrown(failure.getCause());
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    } finally {
      stop(pool);
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e
        ? e
        : Thrown.unresolved(cause).orElseGet(() -> new IllegalStateException(cause));
  }

  private Thread daemon(Runnable work) {
    var thread = new Thread(work, "reluctant-sweep");
    thread.setDaemon(true);
    started.add(thread);
    return thread;
  }

  /** Returns whether all is done. */
  private boolean work() {
    for (Part piece = take(); piece != null; piece = take()) {
      if (Thread.currentThread().isInterrupted() || !job.test(piece)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Part take() {
    synchronized (pieces) {
      return pieces.hasNext() ? pieces.next() : null;
    }
  }

  /** Workers end within a batch of their trial, so this is short. */
  private void stop(ExecutorService pool) {
    pool.shutdownNow();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    boolean interrupted = Thread.interrupted();
    try {
      for (Thread worker : started) {
        worker.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
      }
    } catch (InterruptedException again) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
