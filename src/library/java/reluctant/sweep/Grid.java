package reluctant.sweep;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.List;
import reluctant.Require;

/**
 * The cells of a sweep, row by row: one if there are no axes.
 *
 * @param axes that of the rows and that of the columns, as far as there are any
 */
record Grid(List<Axis<?>> axes) {

  int rows() {
    return length(0);
  }

  int columns() {
    return length(1);
  }

  int cells() {
    return rows() * columns();
  }

  private int length(int axis) {
    return axis < axes.size() ? axes.get(axis).values().size() : 1;
  }

  /** Returns which cell stands at a row and a column. */
  int cell(int row, int column) {
    return Require.index("row", row, rows()) * columns()
        + Require.index("column", column, columns());
  }

  /** Returns which cell stands at a value of each axis. */
  int at(Object... values) {
    Require.each("values", Arrays.asList(Require.present("values", values)));
    if (values.length != axes.size()) {
      throw Require.refusal(
          format(
              "values must be one for each of the %d axes. Received: %d",
              axes.size(), values.length));
    }
    int cell = 0;
    for (int axis = 0; axis < values.length; axis++) {
      cell = cell * length(axis) + place(axis, values[axis]);
    }
    return cell;
  }

  private int place(int axis, Object value) {
    int place = axes.get(axis).values().indexOf(value);
    if (place < 0) {
      throw Require.refusal(
          format("the value must be one of %s. Received: %s", axes.get(axis), value));
    }
    return place;
  }
}
