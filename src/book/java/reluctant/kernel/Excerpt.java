package reluctant.kernel;

import static reluctant.Text.format;

import java.util.stream.IntStream;

/**
 * The rows or columns that are shown of many: all of a few, else the first and the last.
 *
 * @param size how many there are
 * @param most how many are shown
 */
record Excerpt(int size, int most) {
  static final int ROWS = 12;
  static final int COLUMNS = 10;

  /** The shown positions in order, with -1 where some are left out. */
  int[] positions() {
    if (size <= most) {
      return IntStream.range(0, size).toArray();
    }
    int tail = most / 4;
    int head = most - tail;
    return IntStream.concat(
            IntStream.concat(IntStream.range(0, head), IntStream.of(-1)),
            IntStream.range(size - tail, size))
        .toArray();
  }

  boolean isWhole() {
    return size <= most;
  }

  static String note(Excerpt rows, Excerpt columns, String kind) {
    if (rows.isWhole() && columns.isWhole()) {
      return "";
    }
    return format(
        "%s of %,d rows x %,d columns; %s shown.",
        kind,
        rows.size(),
        columns.size(),
        rows.isWhole()
            ? columns.most() + " columns"
            : columns.isWhole()
                ? rows.most() + " rows"
                : rows.most() + " rows and " + columns.most() + " columns");
  }
}
