package reluctant.sweep;

import static reluctant.Text.format;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reluctant.Require;
import reluctant.train.Trial;

/**
 * What the sweep of a grid counted, cell by cell. Immutable.
 *
 * @param <O> the type of an outcome
 */
public final class GridOutcomes<O extends Comparable<? super O>> {

  private final GridSweep grid;
  private final List<Trial> trials;
  private final List<Tally<O>> tallies;
  private final End end;

  GridOutcomes(GridSweep grid, List<Trial> trials, List<Tally<O>> tallies, End end) {
    this.grid = grid;
    this.trials = trials;
    this.tallies = tallies;
    this.end = end;
  }

  /**
   * Returns the sweep that was counted.
   *
   * @return the sweep
   */
  public GridSweep sweep() {
    return grid;
  }

  /**
   * Returns the sides of the grid.
   *
   * @return the axis of the rows and, unless the grid is a line, that of the columns
   */
  public List<Axis<?>> axes() {
    return grid.axes();
  }

  /**
   * Returns how many rows the grid has.
   *
   * @return the number of values of the first axis
   */
  public int rows() {
    return axes().get(0).values().size();
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
   * @param row which value of the first axis
   * @param column which value of the second axis, 0 if there is none
   * @return the outcomes, of the cell's own trial
   */
  public Outcomes<O> cell(int row, int column) {
    int cell = index(row, column);
    Tally<O> tally = tallies.get(cell);
    End own = tally.trials() == grid.sweep().seeds() ? End.COMPLETED : end;
    return new Outcomes<>(grid.sweep().cell(trials.get(cell)), tally, own);
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
    if (Require.present("values", values).length != axes().size()) {
      throw Require.refusal(
          format(
              "values must be one for each of the %d axes. Received: %d",
              axes().size(), values.length));
    }
    return cell(place(0, values[0]), values.length == 1 ? 0 : place(1, values[1]));
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
        rates[row][column] = share(index(row, column), outcome);
      }
    }
    return rates;
  }

  private double share(int cell, O outcome) {
    Tally<O> tally = tallies.get(cell);
    return (double) tally.count(outcome) / tally.trials();
  }

  /**
   * Returns what happened at least once in any cell, in its natural order. Of an enum, all
   * constants.
   *
   * @return the outcomes
   */
  public List<O> outcomes() {
    return total().outcomes();
  }

  private Tally<O> total() {
    var total = new Tally<O>();
    tallies.forEach(total::add);
    return total;
  }

  /**
   * Returns how many trials were counted.
   *
   * @return the number of trials in all cells
   */
  public long trials() {
    return total().trials();
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
   * Says whether trials are missing, as the sweep was interrupted or its time was up. Then the
   * cells at the end of the grid may have up to 64 trials fewer than those at its beginning.
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
    Sweep sweep = grid.sweep();
    return trials.stream()
        .map(trial -> sweep.engine().describe(trial, sweep.threads()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /**
   * Returns the size, how many trials were counted, and each outcome's smallest and largest share.
   */
  @Override
  public String toString() {
    var lines = new StringBuilder();
    lines.append(axes().stream().map(Axis::name).collect(Collectors.joining(" x ")));
    lines.append(format(", %d x %d cells, %d trials", rows(), columns(), trials()));
    if (end != End.COMPLETED) {
      lines.append(format(" of %d, %s", tallies.size() * grid.sweep().seeds(), end));
    }
    for (O outcome : outcomes()) {
      lines.append(format("\n%s %s", outcome, range(outcome)));
    }
    return lines.toString();
  }

  private String range(O outcome) {
    var shares =
        IntStream.range(0, tallies.size())
            .filter(cell -> tallies.get(cell).trials() > 0)
            .mapToDouble(cell -> share(cell, outcome))
            .summaryStatistics();
    return format("%.1f to %.1f %%", 100 * shares.getMin(), 100 * shares.getMax());
  }
}
