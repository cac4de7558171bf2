package reluctant.sweep;

import java.util.List;
import reluctant.Require;
import reluctant.train.ProgressDisplay;
import reluctant.train.ProgressListener;

/**
 * A sweep with the rule by which its runs are counted.
 *
 * @param <O> the type of an outcome
 */
public final class OutcomeSweep<O extends Comparable<? super O>> {

  private final Sweep sweep;
  private final Rule<O> rule;

  OutcomeSweep(Sweep sweep, Rule<O> rule) {
    this.sweep = sweep;
    this.rule = rule;
  }

  /**
   * Runs all trials. An interrupt of the thread ends it; the result says that it is partial, and
   * the thread stays interrupted. A partial result is that of the first trials, without gaps.
   *
   * @return the outcomes, the same for any engine and number of threads
   * @throws IllegalStateException if the rule fails on a run, naming the seed, or another sweep
   *     uses the file
   * @throws IllegalArgumentException if the file is damaged, or of another sweep or rule; it is
   *     left as it is
   * @throws java.io.UncheckedIOException if the file can't be written; it keeps what was counted
   */
  public Outcomes<O> run() {
    try (var listener = ProgressDisplay.show("%,d seeds", sweep.seeds())) {
      return run(listener);
    }
  }

  /**
   * Runs all trials, as {@link #run()} does, and tells how far it is.
   *
   * @param listener told of the trials
   * @return the outcomes
   */
  public Outcomes<O> run(ProgressListener listener) {
    Require.present("listener", listener);
    var plan = new Plan(List.of(sweep.trial()), sweep.firstSeed(), sweep.seeds());
    var work = new Work<O>(plan, rule, sweep.threads(), sweep.limits(), listener);
    End end = SweepFile.run(sweep, List.of(), plan, work);
    return new Outcomes<>(sweep, work.cells().get(0), end);
  }
}
