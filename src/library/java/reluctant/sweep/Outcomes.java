package reluctant.sweep;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  private final Sweep sweep;
  private final List<Trial> trials;
  private final List<Tally<O>> tallies;
  private final End end;

  Outcomes(Sweep sweep, List<Trial> trials, List<Tally<O>> tallies, End end) {
    this.sweep = sweep;
    this.trials = trials;
    this.tallies = tallies;
    this.end = end;
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
    return new Outcomes<>(sweep, List.of(first), List.of(tally), End.COMPLETED);
  }

  /**
   * Leaves out all other outcomes, so that rates are shares of these alone.
   *
   * @param kept says which outcomes stay
   * @return the trials that had such an outcome
   */
  public Outcomes<O> only(Predicate<? super O> kept) {
    Require.present("kept", kept);
    return counted(tallies.stream().map(tally -> tally.only(kept)).toList());
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
    return counted(tallies.stream().map(tally -> tally.by(present)).toList());
  }

  private <P extends Comparable<? super P>> Outcomes<P> counted(List<Tally<P>> tallies) {
    return new Outcomes<>(sweep, trials, tallies, end);
  }

  /**
   * Returns the sweep that was counted.
   *
   * @return the sweep
   */
  public Sweep sweep() {
    return sweep;
  }

  /**
   * Returns how many trials were counted.
   *
   * @return the number of trials in all cells, fewer than the sweep has if it ended before
   */
  public long trials() {
    return tallies.stream().mapToLong(Tally::trials).sum();
  }

  /**
   * Returns why the sweep ended.
   *
   * @return the reason
   */
  public End end() {
    return end;
  }

  /**
   * Says whether trials are missing, as the sweep was interrupted or its time was up. What was
   * counted is then the sweep over its first seeds; the cells at the end of a grid may have up to
   * 64 fewer than those at its beginning.
   *
   * @return whether there are fewer trials than were asked for
   */
  public boolean isPartial() {
    return end.isPartial();
  }

  /**
   * Says where the trials were trained, and how.
   *
   * @return a few words, such as "side by side in vectors of 8, on 2 threads"; more where cells
   *     differ in it
   */
  public String engine() {
    return trials.stream()
        .map(trial -> sweep.engine().describe(trial, sweep.threads()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /**
   * Returns what happened at least once in any cell, in its natural order. Of an enum, all
   * constants.
   *
   * @return the outcomes
   */
  public List<O> outcomes() {
    var total = new Tally<O>();
    tallies.forEach(total::add);
    return total.outcomes();
  }

  /**
   * Returns the sides of the grid.
   *
   * @return the axis of the rows and that of the columns, as far as there are any
   */
  public List<Axis<?>> axes() {
    return sweep.axes();
  }

  /**
   * Returns how many rows the grid has.
   *
   * @return the number of values of the first axis, 1 if there is none
   */
  public int rows() {
    return axes().isEmpty() ? 1 : axes().get(0).values().size();
  }

  /**
   * Returns how many columns the grid has.
   *
   * @return the number of values of the second axis, 1 if there is none
   */
  public int columns() {
    return tallies.size() / rows();
  }

  /**
   * Returns what was counted in a cell.
   *
   * @param row which value of the first axis, 0 if there is none
   * @param column which value of the second axis, 0 if there is none
   * @return the outcomes, of the cell's own trial
   */
  public Outcomes<O> cell(int row, int column) {
    int cell = index(row, column);
    Tally<O> tally = tallies.get(cell);
    End own = tally.trials() == sweep.seeds() ? End.COMPLETED : end;
    Trial trial = trials.get(cell);
    return new Outcomes<>(sweep.cell(trial), List.of(trial), List.of(tally), own);
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
    Require.each("values", Arrays.asList(Require.present("values", values)));
    if (values.length != axes().size()) {
      throw Require.refusal(
          format(
              "values must be one for each of the %d axes. Received: %d",
              axes().size(), values.length));
    }
    return cell(
        values.length == 0 ? 0 : place(0, values[0]), values.length < 2 ? 0 : place(1, values[1]));
  }

  private int place(int axis, Object value) {
    int place = axes().get(axis).values().indexOf(value);
    if (place < 0) {
      throw Require.refusal(
          format("the value must be one of %s. Received: %s", axes().get(axis), value));
    }
    return place;
  }

  private int index(int row, int column) {
    return Require.index("row", row, rows()) * columns()
        + Require.index("column", column, columns());
  }

  /**
   * Returns the share of an outcome in each cell.
   *
   * @param outcome any outcome
   * @return (rows x columns), from 0 to 1; NaN where no trial was counted
   */
  public double[][] rates(O outcome) {
    Require.present("outcome", outcome);
    var rates = new double[rows()][columns()];
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns(); column++) {
        rates[row][column] = tallies.get(index(row, column)).rate(outcome).value();
      }
    }
    return rates;
  }

  /** The counts of the only cell: those of a grid would mix its settings. */
  private Tally<O> single() {
    if (tallies.size() > 1) {
      throw Require.refusal(
          format(
              "outcomes must be those of one cell here, take one of the grid by at(..) or cell(..)."
                  + " Received: %d x %d cells",
              rows(), columns()));
    }
    return tallies.get(0);
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
    return trials.get(0).seed(examples(outcome).get(0));
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
    var lines = new StringBuilder();
    if (!axes().isEmpty()) {
      lines.append(axes().stream().map(Axis::name).collect(Collectors.joining(" x ")));
      lines.append(format(", %d x %d cells, ", rows(), columns()));
    }
    lines.append(trials()).append(" trials");
    if (end != End.COMPLETED) {
      lines.append(format(" of %d, %s", tallies.size() * sweep.seeds(), end));
    }
    for (O outcome : outcomes()) {
      lines.append('\n').append(outcome).append(' ');
      lines.append(axes().isEmpty() ? rate(outcome) : range(outcome));
    }
    return lines.toString();
  }

  private String range(O outcome) {
    var shares =
        IntStream.range(0, tallies.size())
            .filter(cell -> tallies.get(cell).trials() > 0)
            .mapToDouble(cell -> tallies.get(cell).rate(outcome).value())
            .summaryStatistics();
    return format("%.1f to %.1f %%", 100 * shares.getMin(), 100 * shares.getMax());
  }
}
