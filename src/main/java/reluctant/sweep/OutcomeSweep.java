package reluctant.sweep;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import reluctant.Require;
import reluctant.train.History;
import reluctant.train.ProgressListener;
import reluctant.train.Run;

/**
 * A sweep with the rule by which its runs are counted.
 *
 * @param <O> the type of an outcome
 */
public final class OutcomeSweep<O extends Comparable<? super O>> {

  private final Sweep sweep;
  private final Function<Run, O> rule;

  OutcomeSweep(Sweep sweep, Function<Run, O> rule) {
    this.sweep = sweep;
    this.rule = rule;
  }

  /**
   * Runs all trials. An interrupt of the thread ends it; the result says that it is partial, and
   * the thread stays interrupted.
   *
   * @return the outcomes, the same for any number of threads
   * @throws IllegalStateException if the rule fails on a run, naming the seed
   */
  public Outcomes<O> run() {
    return run(ProgressListener.NONE);
  }

  /**
   * Runs all trials, as {@link #run()} does, and tells how far it is.
   *
   * @param listener told of each trial
   * @return the outcomes
   */
  public Outcomes<O> run(ProgressListener listener) {
    var tally = new Tally<O>(sweep, Require.present("listener", listener));
    var next = new AtomicInteger();
    ExecutorService workers = Executors.newFixedThreadPool(sweep.threads(), OutcomeSweep::worker);
    try {
      var running =
          IntStream.range(0, sweep.threads())
              .mapToObj(i -> workers.submit(() -> work(next, tally)))
              .toList();
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
      stop(workers);
    }
    return tally.outcomes();
  }

  private static Thread worker(Runnable work) {
    var thread = new Thread(work, "reluctant-sweep");
    thread.setDaemon(true);
    return thread;
  }

  private void work(AtomicInteger next, Tally<O> tally) {
    int index;
    while ((index = next.getAndIncrement()) < sweep.seeds()) {
      Run run = sweep.trial().seed(sweep.firstSeed() + index).run();
      if (run.history().end() == History.End.INTERRUPTED) {
        return;
      }
      tally.add(run.trial().seed(), outcome(run));
    }
  }

  private O outcome(Run run) {
    O outcome;
    try {
      outcome = rule.apply(run);
    } catch (RuntimeException failure) {
      throw new IllegalStateException(
          "the rule of outcomes must not throw. On seed %d it threw %s"
              .formatted(run.trial().seed(), failure),
          failure);
    }
    if (outcome == null) {
      throw new IllegalStateException(
          "the rule of outcomes must not return null. It did on seed " + run.trial().seed());
    }
    return outcome;
  }

  /** Workers end within a batch of their trial, so this is short. */
  private static void stop(ExecutorService workers) {
    workers.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      workers.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException again) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
