package reluctant.kernel;

import java.util.Arrays;
import java.util.List;
import reluctant.chart.Tables;
import reluctant.sweep.Outcomes;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** What a sweep counted, with per cent as a reader wants them. */
final class OutcomeGrid {
  private static final List<String> HEADING =
      List.of("outcome", "count", "rate", RateCells.INTERVAL, "an example seed");

  private OutcomeGrid() {}

  /** The cells of a grid have no room in a table, and figures of their own. */
  static Shown shown(Outcomes<?> outcomes) {
    return outcomes.axes().isEmpty() ? of(outcomes).shown() : Shown.text(outcomes.toString());
  }

  private static Grid of(Outcomes<?> outcomes) {
    Table table = Tables.of(outcomes);
    Excerpt rows = new Excerpt(table.rowCount(), Excerpt.ROWS);
    List<List<String>> cells =
        Arrays.stream(rows.positions())
            .mapToObj(
                row -> row < 0 ? HEADING.stream().map(any -> "…").toList() : cells(table.row(row)))
            .toList();
    return new Grid(
        HEADING, cells, SweepNote.of(outcomes.sweep(), outcomes.trials(), outcomes.end()));
  }

  private static List<String> cells(Row row) {
    return List.of(
        row.getString("outcome"),
        Long.toString(row.getLong("count")),
        RateCells.rate(row),
        RateCells.interval(row),
        row.isMissing("example seed") ? "" : Long.toString(row.getLong("example seed")));
  }
}
