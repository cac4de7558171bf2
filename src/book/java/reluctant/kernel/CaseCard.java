package reluctant.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reluctant.cases.Case;
import reluctant.cases.Reported;

/** A case as a card: what was asked, where, what was trained and what was reported of it. */
final class CaseCard {
  static final String MIME_TYPE = "application/vnd.reluctant.case+json";
  static final int VERSION = 1;

  private CaseCard() {}

  static Shown shown(Case one) {
    return Shown.text(one.toString()).with(MIME_TYPE, json(one)).with(Shown.HTML, html(one));
  }

  private static Map<String, Object> json(Case one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", VERSION);
    json.put("id", one.id());
    json.put("title", one.title());
    json.put("address", one.address().toString());
    json.put("at", one.at());
    json.put("asks", one.asks());
    json.put("setup", one.setup());
    json.put("untold", one.untold());
    json.put("reported", one.reported().stream().map(Reported::toString).toList());
    json.put("symptoms", one.symptoms());
    json.put("cause", one.cause());
    return json;
  }

  /** As a claim's card: JupyterLab keeps these styles, GitHub drops them. */
  private static String html(Case one) {
    return "<blockquote style=\"margin:8px 0;padding:8px 14px;border-left:5px solid"
        + " rgb(128,128,128);background:rgba(128,128,128,0.1)\"><p>"
        + Html.text(one.asks())
        + " (<a href=\""
        + Html.text(one.address().toString())
        + "\">"
        + Html.text(one.at())
        + "</a>) <code>"
        + Html.text(one.id())
        + "</code></p><p>Set-up: "
        + Html.text(one.setup())
        + (one.untold().isBlank() ? "" : "<br>Not told there: " + Html.text(one.untold()))
        + "</p>"
        + reported(one.reported())
        + "</blockquote>";
  }

  private static String reported(List<Reported> reported) {
    return reported.isEmpty()
        ? ""
        : reported.stream()
            .map(each -> "<li>" + Html.text(each.toString()) + "</li>")
            .collect(Collectors.joining("", "<p>Reported:</p><ul>", "</ul>"));
  }
}
