package reluctant.sweep;

import java.nio.file.Path;
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
   * Gives the rule a name, which a lambda expression needs to be kept in a file or sent to a
   * cluster: {@code outcomes(run -> ..).named("two kinks")}. A method such as {@code Halves::of}
   * has its own.
   *
   * @param name any text but a blank one; another one whenever the rule changes
   * @return the changed copy
   */
  public OutcomeSweep<O> named(String name) {
    return new OutcomeSweep<>(sweep, new NamedRule<>(name, rule));
  }

  /**
   * Runs all trials; of a grid, first those of the first 64 seeds for all cells. An interrupt of
   * the thread ends it; the result says that it is partial, and the thread stays interrupted. A
   * partial result is that of the first trials, without gaps.
   *
   * @return the outcomes, the same for any engine and number of threads
   * @throws IllegalStateException if the rule fails on a run, naming the seed, or another sweep
   *     uses the file
   * @throws IllegalArgumentException if the setting of an axis fails, naming the value, a trial
   *     does not fit into memory, saying what would, the rule needs a name and has none, or the
   *     file is damaged, or of another sweep, rule or arithmetic; it is left as it is
   * @throws java.io.UncheckedIOException if the file can't be written; it keeps what was counted
   */
  public Outcomes<O> run() {
    int cells = new Grid(sweep.axes()).cells();
    try (var listener =
        sweep.axes().isEmpty()
            ? ProgressDisplay.show("%,d seeds", sweep.seeds())
            : ProgressDisplay.show("%,d cells with %,d seeds", cells, sweep.seeds())) {
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
    var plan = new Plan(sweep.cells(), sweep.firstSeed(), sweep.seeds());
    int threads = (int) Math.min(sweep.threads(), plan.trials());
    plan.cells().forEach(trial -> sweep.engine().check(trial, threads));
    var work = new Work<O>(plan, rule, threads, new Limits(sweep.time(), sweep.width()), listener);
    Path path = sweep.file();
    End end = path == null ? train(work) : train(work, plan, path);
    return new Outcomes<>(new Cells<>(sweep, plan.cells(), work.cells(), end));
  }

  private End train(Work<O> work, Plan plan, Path path) {
    var header = new SweepHeader(sweep, plan, rule);
    try (var file = new SweepFile<O>(path)) {
      file.resume(header, work);
      return train(work);
    }
  }

  private End train(Work<O> work) {
    if (work.isOpen()) {
      sweep.engine().run(work);
    }
    return work.close();
  }
}
