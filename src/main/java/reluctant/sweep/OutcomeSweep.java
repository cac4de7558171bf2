package reluctant.sweep;

import java.util.function.Function;
import reluctant.Require;
import reluctant.train.ProgressDisplay;
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
    try (var listener = ProgressDisplay.show(sweep.seeds() + " seeds")) {
      return run(listener);
    }
  }

  /**
   * Runs all trials, as {@link #run()} does, and tells how far it is.
   *
   * @param listener told of each trial
   * @return the outcomes
   */
  public Outcomes<O> run(ProgressListener listener) {
    Require.present("listener", listener);
    var tally = new Tally<O>(sweep);
    new Workers(sweep, run -> tally.add(run.trial().seed(), outcome(run)), listener).run();
    return tally.outcomes();
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
}
