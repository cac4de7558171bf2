package reluctant.sweep;

import static reluctant.Text.format;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import reluctant.Require;
import reluctant.train.Trial;

/**
 * What came of each cell of a sweep, row by row.
 *
 * @param <C> what is known of a cell
 * @param sweep what was swept
 * @param trials the trial of each cell
 * @param each what came of it
 * @param end why the sweep ended
 */
record Cells<C>(Sweep sweep, List<Trial> trials, List<C> each, End end) {

  Grid grid() {
    return new Grid(sweep.axes());
  }

  /** Returns the same cells, each looked at in another way. */
  <D> Cells<D> map(Function<? super C, D> view) {
    return new Cells<>(sweep, trials, each.stream().map(view).toList(), end);
  }

  /**
   * Returns a cell as a sweep of its own.
   *
   * @param cell its place
   * @param counted how many trials a cell has counted
   */
  Cells<C> alone(int cell, ToLongFunction<? super C> counted) {
    C one = each.get(cell);
    Trial trial = trials.get(cell);
    End own = counted.applyAsLong(one) == sweep.seeds() ? End.COMPLETED : end;
    return new Cells<>(sweep.cell(trial), List.of(trial), List.of(one), own);
  }

  /**
   * Returns the only cell: what is told of a grid would mix its settings.
   *
   * @param name what is asked, such as "outcomes"
   * @throws IllegalArgumentException if there are several
   */
  C single(String name) {
    if (each.size() > 1) {
      throw Require.refusal(
          format(
              "%s must be those of one cell here, take one of the grid by at(..) or cell(..)."
                  + " Received: %d x %d cells",
              name, grid().rows(), grid().columns()));
    }
    return each.get(0);
  }

  /** Returns a number of each cell, (rows x columns). */
  double[][] matrix(ToDoubleFunction<? super C> number) {
    Grid grid = grid();
    var matrix = new double[grid.rows()][grid.columns()];
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        matrix[row][column] = number.applyAsDouble(each.get(grid.cell(row, column)));
      }
    }
    return matrix;
  }

  long count(ToLongFunction<? super C> counted) {
    return each.stream().mapToLong(counted).sum();
  }

  /** Says where the trials were trained, and how; more where cells differ in it. */
  String engine() {
    return trials.stream()
        .map(trial -> sweep.engine().describe(trial, sweep.threads()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** Returns the line that stands above what is told of them: the grid and the trials. */
  String heading(long counted) {
    var line = new StringBuilder();
    if (!sweep.axes().isEmpty()) {
      line.append(sweep.axes().stream().map(Axis::name).collect(Collectors.joining(" x ")));
      line.append(format(", %d x %d cells, ", grid().rows(), grid().columns()));
    }
    line.append(counted).append(" trials");
    if (end == End.KEPT) {
      line.append(", ").append(end);
    } else if (end != End.COMPLETED) {
      line.append(format(" of %d, %s", each.size() * sweep.seeds(), end));
    }
    return line.toString();
  }
}
