package reluctant.kernel;

import java.util.stream.Collectors;
import reluctant.kernel.Claims.Settled;

/** Claims as a table: a row each, which leads to the chapter that settles it. */
final class ClaimsTable {
  static final String NONE = "No chapter has settled a claim yet: run ./workbook bake.";

  private ClaimsTable() {}

  static Shown shown(Claims claims) {
    return Shown.text(claims.toString()).with(Shown.HTML, html(claims));
  }

  private static String html(Claims claims) {
    if (claims.settled().isEmpty()) {
      return "<p>" + Html.text(NONE) + "</p>";
    }
    return claims.settled().stream()
        .map(ClaimsTable::row)
        .collect(
            Collectors.joining(
                "",
                "<table><thead><tr><th>claim</th><th>what is said</th><th>verdict</th>"
                    + "<th>measured</th></tr></thead><tbody>",
                "</tbody></table>"));
  }

  /** The exported page has the claim's id as an anchor; other readers open the chapter. */
  private static String row(Settled settled) {
    return "<tr><td><a href=\""
        + Html.text(settled.chapter() + "#" + settled.id())
        + "\">"
        + Html.text(settled.id())
        + "</a></td>"
        + cell(settled.says())
        + cell(ClaimCard.sign(settled.verdict()) + settled.verdict())
        + cell(settled.measured())
        + "</tr>";
  }

  private static String cell(String text) {
    return "<td style=\"text-align:left\">" + Html.text(text) + "</td>";
  }
}
