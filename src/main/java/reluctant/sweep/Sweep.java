package reluctant.sweep;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import reluctant.Require;
import reluctant.train.ProgressDisplay;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * A trial repeated over a range of seeds. A value: {@link #outcomes} says what is counted, {@link
 * OutcomeSweep#run} does it.
 *
 * <pre>{@code
 * var sweep = Sweep.of(trial).seeds(0, 400).outcomes(Halves::of).run();
 * sweep.rate(BOTH)     // 28.4 % [24.2, 33.0]
 * }</pre>
 *
 * @param trial what is repeated; its own seed does not matter
 * @param firstSeed the first seed
 * @param seeds how many seeds, at least 1
 * @param threads how many trials run at a time, at least 1; the result does not depend on it
 */
public record Sweep(Trial trial, long firstSeed, int seeds, int threads) {

  public Sweep {
    Require.present("trial", trial);
    Require.atLeast("seeds", seeds, 1);
    Require.atLeast("threads", threads, 1);
    if (firstSeed > Long.MAX_VALUE - seeds) {
      throw new IllegalArgumentException(
          "firstSeed must leave room for %d seeds. Received: %d".formatted(seeds, firstSeed));
    }
  }

  /**
   * Repeats a trial over the seeds 0 to 99, on all processors.
   *
   * @param trial what is repeated
   * @return the sweep
   */
  public static Sweep of(Trial trial) {
    return new Sweep(trial, 0, 100, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Returns this sweep over other seeds.
   *
   * @param first the first seed
   * @param count how many seeds, at least 1
   * @return the changed copy
   */
  public Sweep seeds(long first, int count) {
    return new Sweep(trial, first, count, threads);
  }

  /**
   * Returns this sweep on another number of threads.
   *
   * @param threads how many trials run at a time, at least 1
   * @return the changed copy
   */
  public Sweep threads(int threads) {
    return new Sweep(trial, firstSeed, seeds, threads);
  }

  /**
   * Says what is counted.
   *
   * @param <O> the type of an outcome, such as an enum
   * @param rule gives each run its outcome; called by several threads
   * @return the sweep that counts
   */
  public <O extends Comparable<? super O>> OutcomeSweep<O> outcomes(Function<Run, O> rule) {
    return new OutcomeSweep<>(this, Require.present("rule", rule));
  }

  /**
   * Runs all trials and keeps each. For figures of some hundred runs; counting many is the work of
   * {@link #outcomes}.
   *
   * @return the runs by ascending seed, fewer than all if the thread was interrupted
   */
  public List<Run> runs() {
    var runs = new ConcurrentSkipListMap<Long, Run>();
    try (var listener = ProgressDisplay.show(seeds + " seeds")) {
      new Workers(this, run -> runs.put(run.trial().seed(), run), listener).run();
    }
    return List.copyOf(runs.values());
  }
}
