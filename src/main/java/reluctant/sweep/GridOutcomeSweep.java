package reluctant.sweep;

import java.util.List;
import reluctant.Require;
import reluctant.train.ProgressDisplay;
import reluctant.train.ProgressListener;
import reluctant.train.Trial;

/**
 * A sweep of a grid with the rule by which its runs are counted.
 *
 * @param <O> the type of an outcome
 */
public final class GridOutcomeSweep<O extends Comparable<? super O>> {

  private final GridSweep grid;
  private final Rule<O> rule;

  GridOutcomeSweep(GridSweep grid, Rule<O> rule) {
    this.grid = grid;
    this.rule = rule;
  }

  /**
   * Runs all trials, first those of the first 64 seeds for all cells. It ends as {@link
   * OutcomeSweep#run} does.
   *
   * @return the outcomes of each cell, the same for any engine and number of threads
   * @throws IllegalArgumentException if a setting fails, naming the axis and the value
   * @throws IllegalStateException if the rule fails on a run, naming the seed
   */
  public GridOutcomes<O> run() {
    int cells =
        grid.axes().stream().mapToInt(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
    long seeds = grid.sweep().seeds();
    try (var listener = ProgressDisplay.show("%,d cells with %,d seeds", cells, seeds)) {
      return run(listener);
    }
  }

  /**
   * Runs all trials, as {@link #run()} does, and tells how far it is.
   *
   * @param listener told of the trials
   * @return the outcomes of each cell
   */
  public GridOutcomes<O> run(ProgressListener listener) {
    Require.present("listener", listener);
    List<Trial> cells = grid.cells();
    Sweep sweep = grid.sweep();
    var plan = new Plan(cells, sweep.firstSeed(), sweep.seeds());
    var work = new Work<O>(plan, rule, sweep.threads(), sweep.limits(), listener);
    End end = SweepFile.run(sweep, grid.axes(), plan, work);
    return new GridOutcomes<>(grid, cells, work.cells(), end);
  }
}
