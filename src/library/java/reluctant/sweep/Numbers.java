package reluctant.sweep;

import java.util.List;
import reluctant.Require;
import reluctant.train.Trial;

/**
 * A number of each run of a sweep, such as its last loss, cell by cell. One without a grid has a
 * single cell, whose quartiles it gives itself; of a grid, {@link #at} and {@link #cell} give each
 * cell. Immutable.
 *
 * <p>A run may have no number, as one that never reached a loss has no epoch in which it did: its
 * rule gives NaN, or infinity. Such runs are not left out, which would make the others look
 * quicker, but count as larger than any number; {@link #never} is their share.
 */
public final class Numbers {

  private static final String NAME = "numbers";

  private final Cells<Sample> cells;

  private Numbers(Cells<Sample> cells) {
    this.cells = cells;
  }

  /**
   * Takes outcomes that are numbers.
   *
   * @param <N> the type of a number
   * @param outcomes what was counted
   * @return the same trials
   */
  public static <N extends Number & Comparable<? super N>> Numbers of(Outcomes<N> outcomes) {
    Require.present("outcomes", outcomes);
    return new Numbers(outcomes.cells().map(Sample::of));
  }

  /** Returns the sweep that was run. */
  public Sweep sweep() {
    return cells.sweep();
  }

  /** Returns how many trials were run in all cells, fewer than asked for if it ended before. */
  public long trials() {
    return cells.count(Sample::trials);
  }

  /** Returns why the sweep ended. */
  public End end() {
    return cells.end();
  }

  /** Says whether trials are missing, as {@link Outcomes#isPartial} does. */
  public boolean isPartial() {
    return end().isPartial();
  }

  /** Returns where the trials were trained, and how, as {@link Outcomes#engine} does. */
  public String engine() {
    return cells.engine();
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
   * Returns the numbers of a cell.
   *
   * @param row which value of the first axis, 0 if there is none
   * @param column which value of the second axis, 0 if there is none
   * @return the numbers, of the cell's own trial
   */
  public Numbers cell(int row, int column) {
    return new Numbers(cells.alone(cells.grid().cell(row, column), Sample::trials));
  }

  /**
   * Returns the numbers at some values of the axes.
   *
   * @param values one for each axis, in their order, equal to one of the axis' values
   * @return the numbers, of the cell's own trial
   * @throws IllegalArgumentException if there are more or fewer values than axes, or an axis does
   *     not have its value
   */
  public Numbers at(Object... values) {
    return new Numbers(cells.alone(cells.grid().at(values), Sample::trials));
  }

  /**
   * Returns a quantile of each cell.
   *
   * @param share of the runs, above 0 and below 1; 0.5 for medians
   * @return (rows x columns), infinite where it is that of runs without a number; NaN where there
   *     is no trial
   */
  public double[][] quantiles(double share) {
    checkShare(share);
    return cells.matrix(cell -> cell.quantile(share).value());
  }

  /**
   * Returns the number that a share of the runs stays at or below: the k-th smallest of n, with the
   * smallest k for which k / n is at least the share. Always that of a run, so that {@link
   * #example} can run it again.
   *
   * <p>Its interval goes from the l-th to the u-th smallest, where a binomial count B of n trials
   * with this share has P(B &lt; l) &le; 2.5 % and P(B &ge; u) &le; 2.5 %. So it holds the quantile
   * of all possible runs at 95 % or more, however they are distributed (Thompson 1936, Annals of
   * Mathematical Statistics 7, 122; for numbers that repeat, Scheff&eacute; and Tukey 1945, 16,
   * 187), provided that the trials are independent, as those of a {@link Sweep} nearly are. Of too
   * few trials it has no end: a median needs six.
   *
   * @param share of the runs, above 0 and below 1
   * @return the number, infinite if it is that of runs without one
   * @throws IllegalArgumentException if this is a grid of several cells, as for all that follow
   */
  public Quantile quantile(double share) {
    checkShare(share);
    return single().quantile(share);
  }

  private static void checkShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw Require.refusal("share must be above 0 and below 1. Received: " + share);
    }
  }

  /** Returns the number that half of the runs stay at or below. */
  public Quantile median() {
    return quantile(0.5);
  }

  /** Returns the share of the runs that have no number, with its interval. */
  public Rate never() {
    return single().never();
  }

  /**
   * Returns the share of the runs whose number is at most this one, with its interval.
   *
   * @param number any finite number
   * @return the rate, out of all runs
   */
  public Rate atMost(double number) {
    Require.finite("number", number);
    return new Rate(single().atMost(number), trials());
  }

  /** Returns the smallest number, NaN if no run has one. */
  public double min() {
    return single().min();
  }

  /** Returns the largest number, NaN if no run has one. */
  public double max() {
    return single().max();
  }

  /** Returns the numbers of the runs that have one, ascending, a copy. */
  public double[] values() {
    return single().values();
  }

  /**
   * Returns the trial of a quantile, to be run again.
   *
   * @param share from 0, the smallest number, to 1, the largest or one that has none
   * @return the trial with the first seed that had this number
   * @throws IllegalArgumentException if there is no trial
   */
  public Trial example(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw Require.refusal("share must be from 0 to 1. Received: " + share);
    }
    Sample cell = single();
    if (cell.trials() == 0) {
      throw Require.refusal("an example must be one of some trials. Received: no trials");
    }
    return cells.trials().get(0).seed(cell.seed(OrderStatistics.place(share, cell.trials())));
  }

  private Sample single() {
    return cells.single(NAME);
  }

  /**
   * Returns the range, the quartiles and the share of runs without a number, a line each, or, of a
   * grid, the smallest and the largest of the cells' medians and shares; before them the number of
   * trials, and that the sweep is partial if it is.
   */
  @Override
  public String toString() {
    return NumberLines.of(this, cells);
  }
}
