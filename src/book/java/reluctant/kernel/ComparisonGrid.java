package reluctant.kernel;

import java.util.List;
import reluctant.chart.Comparison;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** A comparison of more rows than a figure has room for, all of them. */
final class ComparisonGrid {

  private ComparisonGrid() {}

  static Grid of(Comparison comparison) {
    Table table = comparison.table();
    List<String> heading =
        List.of(
            table.name(), "rate", RateCells.INTERVAL, "beside " + table.row(0).getString("name"));
    return new Grid(heading, table.stream().map(ComparisonGrid::cells).toList(), "");
  }

  private static List<String> cells(Row row) {
    return List.of(
        row.getString("name"),
        RateCells.rate(row),
        RateCells.interval(row),
        row.getRowNumber() == 0 ? "" : row.getString("beside the first"));
  }
}
