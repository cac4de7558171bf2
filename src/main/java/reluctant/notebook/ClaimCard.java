package reluctant.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reluctant.sweep.Interval;

/** A claim as a card: a small table that looks well wherever tables do. */
final class ClaimCard {
  static final String MIME_TYPE = "application/vnd.reluctant.claim+json";

  private ClaimCard() {}

  static Shown shown(Claim claim) {
    return Shown.text(claim.toString()).with(MIME_TYPE, json(claim)).with(Shown.HTML, html(claim));
  }

  private static Map<String, Object> json(Claim claim) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", claim.id());
    json.put("claim", claim.says());
    json.put("measured", claim.measured());
    @Nullable Interval interval = claim.interval();
    json.put("interval", interval == null ? null : List.of(interval.low(), interval.high()));
    json.put("verdict", claim.verdict().text());
    json.put("expected", claim.expected().text());
    json.put("thread", claim.thread() == null ? null : claim.thread().toString());
    return json;
  }

  private static String html(Claim claim) {
    return "<table><tbody>"
        + row("Claim", Html.text(claim.says()) + thread(claim))
        + row("Measured", Html.text(claim.measured()))
        + row("Verdict", verdict(claim))
        + "</tbody></table>";
  }

  private static String row(String name, String html) {
    return "<tr><th>" + name + "</th><td>" + html + "</td></tr>";
  }

  private static String thread(Claim claim) {
    return claim.thread() == null
        ? ""
        : " <a href=\"" + Html.text(claim.thread().toString()) + "\">the thread</a>";
  }

  private static String verdict(Claim claim) {
    String verdict = claim.verdict().text();
    String sign = verdict.equals("true") ? "✔ " : verdict.equals("false") ? "✘ " : "◐ ";
    return "<strong>"
        + sign
        + Html.text(verdict)
        + "</strong>"
        + (claim.asExpected()
            ? ", as expected"
            : ", but <strong>"
                + Html.text(claim.expected().text())
                + "</strong> was expected: the parameters or the code are not the committed ones")
        + " <code>"
        + Html.text(claim.id())
        + "</code>";
  }
}
