package reluctant.sweep;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import reluctant.Thrown;
import reluctant.lanes.Lockstep;

/**
 * Threads that do one piece of a sweep after another. Where trials are trained one by one, parts
 * are too few to keep all threads at work to the end, or memory is short, parts are cut.
 *
 * @param <O> the type of an outcome
 */
final class Workers<O extends Comparable<? super O>> {

  private static final int PIECES_PER_THREAD = 4;
  private static final int LEAST_SEEDS = 8; // As many as the widest vectors hold.

  private final Work<O> work;
  private final Iterator<Part> pieces;
  private final List<Thread> started = new CopyOnWriteArrayList<>();

  Workers(Work<O> work) {
    this.work = work;
    int size = sideBySide((work.parts() - work.firstPart()) * Lockstep.BLOCK / work.threads());
    pieces =
        LongStream.range(work.firstPart(), work.parts())
            .mapToObj(work::part)
            .flatMap(whole -> whole.pieces(Math.min(size, mostSeeds(whole))).stream())
            .iterator();
  }

  private int mostSeeds(Part part) {
    return Lockstep.mostSeeds(part.trial(), work.threads());
  }

  private static int sideBySide(long seedsPerThread) {
    int size = Lockstep.BLOCK;
    while (size > LEAST_SEEDS && seedsPerThread < (long) PIECES_PER_THREAD * size) {
      size /= 2;
    }
    return size;
  }

  /**
   * Returns when all is done, no more is wanted, the time is up or the thread was interrupted, with
   * all workers ended or, where a rule goes on, a second later.
   */
  void run() {
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(work.threads(), this::daemon);
    CompletionService<Boolean> running = new ExecutorCompletionService<>(pool);
    try {
      for (int i = 0; i < work.threads(); i++) {
        running.submit(this::train);
      }
      int left = work.threads();
      while (left > 0) {
        Future<Boolean> ended = running.poll(work.nanosLeft(), TimeUnit.NANOSECONDS);
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

  private Thread daemon(Runnable pieces) {
    var thread = new Thread(pieces, "reluctant-sweep");
    thread.setDaemon(true);
    started.add(thread);
    return thread;
  }

  /** Returns whether all is done. */
  private boolean train() {
    for (Part piece = take(); piece != null; piece = take()) {
      if (Thread.currentThread().isInterrupted() || !train(piece)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether to go on. */
  private boolean train(Part piece) {
    Optional<Tally<O>> tally =
        Tally.ofWhole(Lockstep.run(piece.trial(), piece.firstSeed(), piece.count()), work.rule());
    return tally.isPresent() && work.add(piece, tally.get());
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
