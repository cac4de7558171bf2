package reluctant.chart;

import static reluctant.Text.format;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.data.Problems;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Columns of a table as points that are written out. */
final class TablePoints {

  private TablePoints() {}

  static Dataset of(Table table, List<String> inputs, List<String> targets) {
    Require.atLeast("the number of inputs", inputs.size(), 1);
    Require.atLeast("the number of targets", targets.size(), 1);
    List<NumericColumn<?>> columns =
        Stream.concat(inputs.stream(), targets.stream())
            .<NumericColumn<?>>map(name -> column(table, name))
            .toList();
    double[][] rows =
        IntStream.range(0, table.rowCount())
            .mapToObj(row -> columns.stream().mapToDouble(column -> number(column, row)).toArray())
            .toArray(double[][]::new);
    return Problems.points(rows, targets.size());
  }

  private static NumericColumn<?> column(Table table, String name) {
    if (!table.containsColumn(name)) {
      throw Require.refusal(
          format(
              "inputs and targets must be columns of the table, which are %s. Received: %s",
              String.join(", ", table.columnNames()), name));
    }
    if (!(table.column(name) instanceof NumericColumn<?> column)) {
      throw Require.refusal(
          format(
              "inputs and targets must be columns of numbers, keep names of classes in a CSV file"
                  + " and use CsvFile.of(..).classes(\"%s\"). Received: %s of type %s",
              name, name, table.column(name).type().name()));
    }
    return column;
  }

  private static double number(NumericColumn<?> column, int row) {
    double number = column.getDouble(row);
    if (column.isMissing(row) || !Double.isFinite(number)) {
      throw Require.refusal(
          format(
              "inputs and targets must be finite numbers, drop the row by table.dropRowsWithMissing"
                  + "Values() or fill it in. Received: %s in row %d, column \"%s\"",
              column.isMissing(row) ? "nothing" : number, row, column.name()));
    }
    return number;
  }
}
