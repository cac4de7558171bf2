package reluctant.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reluctant.chart.Tables;
import reluctant.sweep.Axis;
import reluctant.sweep.Numbers;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The quartiles of a sweep's numbers, a row for each cell. */
final class NumberGrid {
  private static final List<String> HEADING =
      List.of(
          "smallest",
          "lower quartile",
          "median",
          RateCells.INTERVAL,
          "upper quartile",
          "largest",
          "never");

  private NumberGrid() {}

  static Shown shown(Numbers numbers) {
    List<String> axes = numbers.axes().stream().map(Axis::name).toList();
    var heading = new ArrayList<>(axes);
    heading.addAll(HEADING);
    Table table = Tables.of(numbers);
    var rows = new Excerpt(table.rowCount(), Excerpt.ROWS);
    List<List<String>> cells =
        Arrays.stream(rows.positions())
            .mapToObj(
                row ->
                    row < 0
                        ? heading.stream().map(any -> "…").toList()
                        : cells(table.row(row), axes.size()))
            .toList();
    String note = SweepNote.of(numbers.sweep(), numbers.trials(), numbers.end());
    return new Grid(heading, cells, note).shown();
  }

  private static List<String> cells(Row row, int axes) {
    var cells = new ArrayList<String>();
    for (int axis = 0; axis < axes; axis++) {
      cells.add(row.getString(axis));
    }
    cells.add(number(row, "smallest"));
    cells.add(number(row, "lower quartile"));
    cells.add(number(row, "median"));
    cells.add(interval(row.getDouble("low"), row.getDouble("high")));
    cells.add(number(row, "upper quartile"));
    cells.add(number(row, "largest"));
    cells.add(RateCells.percent(row, "never") + " %");
    return cells;
  }

  /** A number that no run or too few have is none. */
  private static String number(Row row, String column) {
    double number = row.getDouble(column);
    return Double.isNaN(number)
        ? ""
        : number == Double.POSITIVE_INFINITY ? "never" : ShortNumber.of(number);
  }

  /** Few runs, or few that have a number, leave it open. */
  private static String interval(double low, double high) {
    if (Double.isInfinite(high)) {
      return Double.isInfinite(low) ? "" : ShortNumber.of(low) + " or more";
    }
    return Double.isInfinite(low)
        ? ShortNumber.of(high) + " or less"
        : ShortNumber.of(low) + " to " + ShortNumber.of(high);
  }
}
