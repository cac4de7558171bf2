package reluctant.sweep;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import reluctant.train.History;
import reluctant.train.ProgressListener;
import reluctant.train.Run;

/** Runs the trials of a sweep on its threads and hands on each run that came to its end. */
final class Workers {

  private final Sweep sweep;
  private final Consumer<Run> sink;
  private final ProgressListener listener;
  private final AtomicInteger next = new AtomicInteger();
  private int done;

  Workers(Sweep sweep, Consumer<Run> sink, ProgressListener listener) {
    this.sweep = sweep;
    this.sink = sink;
    this.listener = listener;
  }

  /** Returns when all is done or the thread was interrupted, with all workers ended. */
  void run() {
    ExecutorService pool = Executors.newFixedThreadPool(sweep.threads(), Workers::daemon);
    try {
      var running =
          IntStream.range(0, sweep.threads()).mapToObj(i -> pool.submit(this::work)).toList();
      for (Future<?> worker : running) {
        worker.get();
      }
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure.getCause());
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    } finally {
      stop(pool);
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "reluctant-sweep");
    thread.setDaemon(true);
    return thread;
  }

  private void work() {
    int index;
    while ((index = next.getAndIncrement()) < sweep.seeds()) {
      Run run = sweep.trial().seed(sweep.firstSeed() + index).run();
      if (run.history().end() == History.End.INTERRUPTED) {
        return;
      }
      sink.accept(run);
      tell();
    }
  }

  private synchronized void tell() {
    done++;
    listener.progress(done, sweep.seeds());
  }

  /** Workers end within a batch of their trial, so this is short. */
  private static void stop(ExecutorService pool) {
    pool.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      pool.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException again) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
