package reluctant.notebook;

import static reluctant.Text.format;

import java.util.List;
import reluctant.plot.Comparison;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** A comparison of more rows than a figure has room for, all of them. */
final class ComparisonGrid {

  private ComparisonGrid() {}

  static Grid of(Comparison comparison) {
    Table table = comparison.table();
    List<String> heading =
        List.of(table.name(), "rate", "95 % interval", "beside " + table.row(0).getString("name"));
    return new Grid(heading, table.stream().map(ComparisonGrid::cells).toList(), "");
  }

  private static List<String> cells(Row row) {
    return List.of(
        row.getString("name"),
        percent(row.getDouble("rate")) + " %",
        percent(row.getDouble("low")) + " to " + percent(row.getDouble("high")) + " %",
        row.getRowNumber() == 0 ? "" : row.getString("beside the first"));
  }

  private static String percent(double share) {
    return format("%.1f", 100 * share);
  }
}
