package reluctant.kernel;

import static reluctant.Text.format;

import tech.tablesaw.api.Row;

/** A rate and its interval in the cells of a table, in per cent as a reader wants them. */
final class RateCells {
  static final String INTERVAL = "95 % interval";

  private RateCells() {}

  static String rate(Row row) {
    return percent(row, "rate") + " %";
  }

  static String interval(Row row) {
    return percent(row, "low") + " to " + percent(row, "high") + " %";
  }

  static String percent(Row row, String column) {
    return format("%.1f", 100 * row.getDouble(column));
  }
}
