package reluctant.kernel;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import reluctant.chart.Tables;
import reluctant.lanes.Lockstep;
import reluctant.sweep.End;
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
    return new Grid(HEADING, cells, note(outcomes));
  }

  private static List<String> cells(Row row) {
    return List.of(
        row.getString("outcome"),
        Long.toString(row.getLong("count")),
        RateCells.rate(row),
        RateCells.interval(row),
        row.isMissing("example seed") ? "" : Long.toString(row.getLong("example seed")));
  }

  /** Says what is the same on each machine, so not how many threads there were. */
  private static String note(Outcomes<?> outcomes) {
    String how =
        Lockstep.obstacle(outcomes.sweep().trial())
            .map(obstacle -> " They were trained one by one, because " + obstacle + ".")
            .orElse("");
    String counted = format("%,d trials.", outcomes.trials());
    if (outcomes.end() != End.COMPLETED) {
      String why = outcomes.end().toString();
      counted =
          format(
              "%s%s: %,d of %,d trials were counted.",
              why.substring(0, 1).toUpperCase(Locale.ROOT),
              why.substring(1),
              outcomes.trials(),
              outcomes.sweep().seeds());
    }
    return counted + how;
  }
}
