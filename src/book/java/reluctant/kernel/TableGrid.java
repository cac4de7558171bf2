package reluctant.kernel;

import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A Tablesaw table as a grid. */
final class TableGrid {
  private TableGrid() {}

  static Grid of(Table table) {
    Excerpt rows = new Excerpt(table.rowCount(), Excerpt.ROWS);
    Excerpt columns = new Excerpt(table.columnCount(), Excerpt.COLUMNS);
    List<String> heading =
        Arrays.stream(columns.positions())
            .mapToObj(c -> c < 0 ? "…" : table.column(c).name())
            .toList();
    List<List<String>> cells =
        Arrays.stream(rows.positions()).mapToObj(row -> row(table, row, columns)).toList();
    return new Grid(heading, cells, Excerpt.note(rows, columns, "Table"));
  }

  private static List<String> row(Table table, int row, Excerpt columns) {
    return Arrays.stream(columns.positions())
        .mapToObj(c -> row < 0 || c < 0 ? "…" : cell(table.column(c), row))
        .toList();
  }

  private static String cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    return column instanceof NumericColumn<?> numbers
        ? number(numbers, row)
        : column.getString(row);
  }

  /** A printer that the author set, such as one for percentages, goes before ours. */
  private static String number(NumericColumn<?> column, int row) {
    String printed = column.getString(row);
    // Tablesaw's own printer takes the digits of the machine's language.
    String plain = column.type().create("").appendObj(column.get(row)).getString(0);
    if (!printed.equals(plain)) {
      return printed;
    }
    return column instanceof DoubleColumn || column instanceof FloatColumn
        ? ShortNumber.of(column.getDouble(row))
        : column.getUnformattedString(row);
  }
}
