package reluctant.kernel;

import java.util.List;
import java.util.stream.Collectors;
import reluctant.cases.Published;
import reluctant.cases.Replication;

/** Published numbers with ours beside them: a row each. */
final class PublishedTable {
  private PublishedTable() {}

  static Shown shown(Published published) {
    return shown(published.toString(), published.rows());
  }

  static Shown shown(Replication one) {
    return shown(one.toString(), List.of(one));
  }

  private static Shown shown(String text, List<Replication> rows) {
    return Shown.text(text).with(Shown.HTML, html(rows));
  }

  private static String html(List<Replication> rows) {
    return rows.stream()
        .map(PublishedTable::row)
        .collect(
            Collectors.joining(
                "",
                "<table><thead><tr><th>case</th><th>number</th><th>published</th><th>here</th>"
                    + "<th>together</th></tr></thead><tbody>",
                "</tbody></table>"));
  }

  private static String row(Replication one) {
    return "<tr>"
        + cell(one.id())
        + cell(one.reported().name())
        + cell(one.reported().told())
        + cell(one.ours())
        + cell(one.verdict())
        + "</tr>";
  }

  private static String cell(String text) {
    return "<td style=\"text-align:left\">" + Html.text(text) + "</td>";
  }
}
