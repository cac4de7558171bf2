package reluctant.kernel;

import static reluctant.Text.format;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An array of any type as a grid, and any other value as its text. */
final class ArrayGrid {
  /** How many numbers of an array in a cell are shown. */
  private static final int FEW = 4;

  /** An array may hold itself. */
  private static final int DEEPEST = 3;

  private ArrayGrid() {}

  /** What Java would show as a class and a hash, such as {@code [D@4d61bad4}, shows its numbers. */
  static Shown shown(Object value) {
    if (value.getClass().isArray()) {
      return of(value).shown();
    }
    if (value instanceof Collection<?> all && all.stream().anyMatch(ArrayGrid::isArray)) {
      return of(all.toArray()).shown();
    }
    if (value instanceof Map<?, ?> map && map.values().stream().anyMatch(ArrayGrid::isArray)) {
      return of(map.entrySet().stream()
              .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
              .toArray())
          .shown();
    }
    return Shown.text(String.valueOf(value));
  }

  private static boolean isArray(@Nullable Object value) {
    return value != null && value.getClass().isArray();
  }

  static Grid of(Object array) {
    int size = Array.getLength(array);
    boolean ofRows =
        size > 0 && IntStream.range(0, size).allMatch(i -> isArray(Array.get(array, i)));
    return ofRows ? rows(array, size) : row(array, size);
  }

  private static Grid row(Object array, int size) {
    Excerpt shown = new Excerpt(size, Excerpt.COLUMNS);
    String note =
        shown.isWhole()
            ? "Array of " + size + "."
            : format("Array of %,d; %d shown.", size, shown.most());
    return new Grid(List.of(), size == 0 ? List.of() : List.of(cells(array, shown)), note);
  }

  private static Grid rows(Object array, int size) {
    int width =
        IntStream.range(0, size).map(i -> Array.getLength(Array.get(array, i))).max().orElse(0);
    Excerpt rows = new Excerpt(size, Excerpt.ROWS);
    Excerpt columns = new Excerpt(width, Excerpt.COLUMNS);
    List<List<String>> cells =
        Arrays.stream(rows.positions())
            .mapToObj(
                i ->
                    i < 0
                        ? Arrays.stream(columns.positions()).mapToObj(any -> "…").toList()
                        : cells(Array.get(array, i), columns))
            .toList();
    String note = Excerpt.note(rows, columns, "Array");
    return new Grid(
        List.of(), cells, note.isEmpty() ? "Array of " + size + " x " + width + "." : note);
  }

  /** The cells of one row. A row that is shorter than others ends with empty ones. */
  private static List<String> cells(Object row, Excerpt columns) {
    int size = Array.getLength(row);
    return Arrays.stream(columns.positions())
        .mapToObj(i -> i < 0 ? "…" : i < size ? text(Array.get(row, i), DEEPEST) : "")
        .toList();
  }

  private static String text(@Nullable Object value, int depth) {
    if (value instanceof Double || value instanceof Float) {
      return ShortNumber.of(((Number) value).doubleValue());
    }
    if (value == null || !value.getClass().isArray()) {
      return "" + value;
    }
    int size = Array.getLength(value);
    if (depth == 0 && size > 0) {
      return "[…]";
    }
    Stream<String> first =
        IntStream.range(0, Math.min(size, FEW)).mapToObj(i -> text(Array.get(value, i), depth - 1));
    return Stream.concat(first, Stream.of("…").limit(size > FEW ? 1 : 0))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
