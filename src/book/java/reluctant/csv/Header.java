package reluctant.csv;

import static reluctant.Text.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.data.CsvFile;
import reluctant.data.CsvTable.Column;

/** The columns of a file, as its first line names them. */
final class Header {

  /** What other files than this have between their fields. */
  private static final String OTHERS = ".*[,;|\t].*";

  private final CsvFile file;
  private final List<Column> columns;
  private final Map<String, Column> named = new HashMap<>();

  Header(CsvFile file, List<String> fields) {
    this.file = file;
    columns =
        IntStream.range(0, fields.size()).mapToObj(i -> new Column(i + 1, fields.get(i))).toList();
    for (Column column : columns) {
      Column other = named.put(column.name(), column);
      if (other != null && !column.name().isEmpty()) {
        throw Require.refusal(
            format(
                "the columns of %s must have names of their own, rename one in its first line."
                    + " Received: \"%s\" as columns %d and %d",
                file.name(), column.name(), other.number(), column.number()));
      }
    }
  }

  int size() {
    return columns.size();
  }

  /** Returns a column by its place from 0. */
  Column column(int place) {
    return columns.get(place);
  }

  /** Returns the inputs, then the targets; all other columns that have a name if none is chosen. */
  List<Column> chosen(List<String> targets) {
    List<Column> first = file.inputColumns().stream().map(this::find).toList();
    List<Column> last = targets.stream().map(this::find).toList();
    if (first.isEmpty()) {
      first = columns.stream().filter(c -> !last.contains(c) && !c.name().isEmpty()).toList();
    }
    for (List<Column> side : List.of(first, last)) {
      if (side.isEmpty() || side.stream().distinct().count() < side.size()) {
        throw Require.refusal(
            format(
                "inputs and targets must each be columns of %s, which are %s, named once."
                    + " Received: %s and %s",
                file.name(), names(), file.inputColumns(), targets));
      }
    }
    return Stream.concat(first.stream(), last.stream()).toList();
  }

  private Column find(String text) {
    if (text.matches("#[1-9]\\d{0,5}")) {
      int number = Integer.parseInt(text.substring(1));
      if (number <= size()) {
        return columns.get(number - 1);
      }
    }
    Column column = named.get(text);
    if (column == null || text.isEmpty()) {
      boolean isOther = size() == 1 && columns.get(0).name().matches(OTHERS);
      throw Require.refusal(
          format(
              "inputs and targets must be columns of %s, which are %s%s. Received: \"%s\"",
              file.name(),
              names(),
              isOther ? ", choose another .separator(..) if these are several" : "",
              text));
    }
    return column;
  }

  private String names() {
    return columns.stream()
        .map(column -> column.name().isEmpty() ? "#" + column.number() : column.name())
        .map(name -> '"' + name + '"')
        .collect(Collectors.joining(", "));
  }
}
