package reluctant.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import reluctant.chart.DrawnText;

/**
 * A bounded grid of short texts, shown as a table.
 *
 * @param heading the names of the columns, empty if they have none
 * @param rows the cells, each row as long as the others
 * @param note what was left out, or empty
 */
record Grid(List<String> heading, List<List<String>> rows, String note) {
  /** A longer cell is cut. */
  private static final int WIDTH = 60;

  Grid {
    heading = heading.stream().map(Grid::cut).toList();
    rows = rows.stream().map(row -> row.stream().map(Grid::cut).toList()).toList();
  }

  Shown shown() {
    return Shown.text(text()).with(Shown.HTML, html());
  }

  String html() {
    StringBuilder html = new StringBuilder("<table>");
    if (!heading.isEmpty()) {
      html.append("<thead>").append(row("th", heading)).append("</thead>");
    }
    html.append("<tbody>");
    rows.forEach(row -> html.append(row("td", row)));
    html.append("</tbody></table>");
    if (!note.isEmpty()) {
      html.append("<p>").append(Html.text(note)).append("</p>");
    }
    return html.toString();
  }

  String text() {
    List<List<String>> all = new ArrayList<>();
    if (!heading.isEmpty()) {
      all.add(heading);
    }
    all.addAll(rows);
    List<Integer> widths = widths(all);
    String lines = all.stream().map(row -> aligned(row, widths)).collect(Collectors.joining("\n"));
    return note.isEmpty() ? lines : lines + "\n" + note;
  }

  private static String row(String element, List<String> cells) {
    return cells.stream()
        .map(cell -> "<" + element + ">" + Html.text(cell) + "</" + element + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static List<Integer> widths(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    int columns = rows.isEmpty() ? 0 : rows.get(0).size();
    for (int i = 0; i < columns; i++) {
      int column = i;
      widths.add(Collections.max(rows.stream().map(row -> row.get(column).length()).toList()));
    }
    return widths;
  }

  private static String aligned(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(i == 0 ? "" : "  ").append(" ".repeat(widths.get(i) - row.get(i).length()));
      line.append(row.get(i));
    }
    return line.toString();
  }

  private static String cut(String cell) {
    return DrawnText.cut(cell.replaceAll("\\R", " "), WIDTH);
  }
}
