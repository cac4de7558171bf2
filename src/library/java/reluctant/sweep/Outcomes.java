package reluctant.sweep;

import static reluctant.Text.format;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import reluctant.Require;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * What a sweep counted, cell by cell. One without a grid has a single cell, whose counts and rates
 * it gives itself; of a grid, {@link #at} and {@link #cell} give each cell. Immutable.
 *
 * @param <O> the type of an outcome
 */
public final class Outcomes<O extends Comparable<? super O>> {

  private final Cells<Tally<O>> cells;

  Outcomes(Cells<Tally<O>> cells) {
    this.cells = cells;
  }

  /**
   * Counts runs that are there already, so that they need not be trained again.
   *
   * @param <O> the type of an outcome
   * @param runs what {@link Sweep#runs()} gave, at least one
   * @param rule gives each run its outcome
   * @return what a sweep of these seeds counts
   * @throws IllegalArgumentException if they are not of one trial and one seed after the other
   * @throws IllegalStateException if the rule fails on a run, naming the seed
   */
  public static <O extends Comparable<? super O>> Outcomes<O> of(List<Run> runs, Rule<O> rule) {
    Require.atLeast("the number of runs", Require.each("runs", runs).size(), 1);
    Trial first = runs.get(0).trial();
    for (int i = 0; i < runs.size(); i++) {
      Trial trial = runs.get(i).trial();
      if (!trial.equals(first.seed(first.seed() + i))) {
        throw Require.refusal(
            format(
                "runs must be those of a sweep, seed by seed. Received: %s in the place of seed %d",
                trial, first.seed() + i));
      }
    }
    var sweep = Sweep.of(first).seeds(first.seed(), runs.size());
    Tally<O> tally = Tally.of(runs, Require.present("rule", rule));
    return new Outcomes<>(new Cells<>(sweep, List.of(first), List.of(tally), End.COMPLETED));
  }

  /**
   * What a sweep had counted before, without training it again.
   *
   * @param <O> the type of an outcome
   * @param sweep what was swept, without a grid
   * @param bySeed the outcome of each of its seeds, in their order
   * @return the same counts, which end as {@link End#KEPT}
   * @throws IllegalArgumentException if there are more or fewer outcomes than seeds
   */
  public static <O extends Comparable<? super O>> Outcomes<O> kept(Sweep sweep, List<O> bySeed) {
    Require.present("sweep", sweep);
    if (Require.each("bySeed", bySeed).size() != sweep.seeds() || !sweep.axes().isEmpty()) {
      throw Require.refusal(
          format(
              "bySeed must have an outcome for each of the %d seeds of a sweep without a grid."
                  + " Received: %d",
              sweep.seeds(), bySeed.size()));
    }
    var tally = new Tally<O>();
    for (int i = 0; i < bySeed.size(); i++) {
      tally.add(bySeed.get(i), 1, List.of(sweep.firstSeed() + i));
    }
    return new Outcomes<>(new Cells<>(sweep, List.of(sweep.trial()), List.of(tally), End.KEPT));
  }

  /**
   * Leaves out all other outcomes, so that rates are shares of these alone.
   *
   * @param kept says which outcomes stay
   * @return the trials that had such an outcome
   */
  public Outcomes<O> only(Predicate<? super O> kept) {
    Require.present("kept", kept);
    return new Outcomes<>(cells.map(tally -> tally.only(kept)));
  }

  /**
   * Counts the same trials by something coarser, without training them again.
   *
   * @param <P> the type of the coarser outcome, such as Boolean
   * @param view gives each outcome of this its coarser one
   * @return the same trials, counted by it
   */
  public <P extends Comparable<? super P>> Outcomes<P> by(Function<? super O, P> view) {
    Require.present("view", view);
    Function<O, P> present = outcome -> Require.present("what view gives", view.apply(outcome));
    return new Outcomes<>(cells.map(tally -> tally.by(present)));
  }

  /** Returns what was counted in each cell. */
  Cells<Tally<O>> cells() {
    return cells;
  }

  /** Returns the sweep that was counted. */
  public Sweep sweep() {
    return cells.sweep();
  }

  /**
   * Returns how many trials were counted in all cells, fewer than the sweep has if it ended before.
   */
  public long trials() {
    return cells.count(Tally::trials);
  }

  /** Returns why the sweep ended. */
  public End end() {
    return cells.end();
  }

  /**
   * Says whether trials are missing, as the sweep was interrupted or its time was up. What was
   * counted is then the sweep over its first seeds; the cells at the end of a grid may have up to
   * 64 fewer than those at its beginning.
   */
  public boolean isPartial() {
    return end().isPartial();
  }

  /**
   * Returns where the trials were trained, and how, such as "side by side in vectors of 8, on 2
   * threads"; more where cells differ in it.
   */
  public String engine() {
    return cells.engine();
  }

  /**
   * Returns what happened at least once in any cell, in its natural order; of an enum, all
   * constants.
   */
  public List<O> outcomes() {
    var total = new Tally<O>();
    cells.each().forEach(total::add);
    return total.outcomes();
  }

  /** Returns the axis of the grid's rows and that of its columns, as far as there are any. */
  public List<Axis<?>> axes() {
    return sweep().axes();
  }

  /** Returns the number of values of the first axis, 1 if there is none. */
  public int rows() {
    return cells.grid().rows();
  }

  /** Returns the number of values of the second axis, 1 if there is none. */
  public int columns() {
    return cells.grid().columns();
  }

  /**
   * Returns what was counted in a cell.
   *
   * @param row which value of the first axis, 0 if there is none
   * @param column which value of the second axis, 0 if there is none
   * @return the outcomes, of the cell's own trial
   */
  public Outcomes<O> cell(int row, int column) {
    return cell(cells.grid().cell(row, column));
  }

  private Outcomes<O> cell(int cell) {
    return new Outcomes<>(cells.alone(cell, Tally::trials));
  }

  /**
   * Returns what was counted at some values of the axes.
   *
   * @param values one for each axis, in their order, equal to one of the axis' values
   * @return the outcomes, of the cell's own trial
   * @throws IllegalArgumentException if there are more or fewer values than axes, or an axis does
   *     not have its value
   */
  public Outcomes<O> at(Object... values) {
    return cell(cells.grid().at(values));
  }

  /**
   * Returns the share of an outcome in each cell.
   *
   * @param outcome any outcome
   * @return (rows x columns), from 0 to 1; NaN where no trial was counted
   */
  public double[][] rates(O outcome) {
    Require.present("outcome", outcome);
    return cells.matrix(cell -> cell.rate(outcome).value());
  }

  private Tally<O> single() {
    return cells.single("outcomes");
  }

  /**
   * Returns how often an outcome happened.
   *
   * @param outcome any outcome
   * @return its count, 0 if it never happened
   * @throws IllegalArgumentException if this is a grid of several cells, as for all that follow
   */
  public long count(O outcome) {
    Require.present("outcome", outcome);
    return single().count(outcome);
  }

  /**
   * Returns the share of an outcome.
   *
   * @param outcome any outcome
   * @return its rate with its interval, of no trials if the sweep was interrupted at once
   */
  public Rate rate(O outcome) {
    Require.present("outcome", outcome);
    return single().rate(outcome);
  }

  /**
   * Returns the share of two outcomes together.
   *
   * @param one any outcome
   * @param other another outcome
   * @return the rate of trials with either, with its interval
   * @throws IllegalArgumentException if both outcomes are the same
   */
  public Rate rate(O one, O other) {
    Require.present("one", one);
    Require.present("other", other);
    if (one.equals(other)) {
      throw Require.refusal(
          format("other must be another outcome than one. Received: %s twice", one));
    }
    return new Rate(count(one) + count(other), trials());
  }

  /**
   * Returns the first seeds that had an outcome.
   *
   * @param outcome any outcome
   * @return up to five seeds, ascending
   */
  public List<Long> examples(O outcome) {
    Require.present("outcome", outcome);
    return single().examples(outcome);
  }

  /**
   * Returns a trial that had an outcome, to be run again.
   *
   * @param outcome any outcome
   * @return the trial with the first such seed
   * @throws IllegalArgumentException if the outcome never happened
   */
  public Trial example(O outcome) {
    if (examples(outcome).isEmpty()) {
      throw Require.refusal(
          "outcome must be one that happened, of "
              + single().happened()
              + ". Received: "
              + outcome);
    }
    return cells.trials().get(0).seed(examples(outcome).get(0));
  }

  /**
   * Runs one example of each outcome that happened.
   *
   * @return a run of the first seed of each, in the outcomes' order
   */
  public List<Run> exampleRuns() {
    return single().happened().stream().map(outcome -> example(outcome).run()).toList();
  }

  /**
   * Returns a line for each outcome: its rate or, of a grid, its smallest and largest share; before
   * them the number of trials, and that the sweep is partial if it is.
   */
  @Override
  public String toString() {
    return OutcomeLines.of(this, cells);
  }
}
