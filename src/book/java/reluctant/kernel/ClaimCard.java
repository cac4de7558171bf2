package reluctant.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reluctant.sweep.Interval;

/** A claim as a card: its verdict first, then what was said and what was measured. */
final class ClaimCard {
  static final String MIME_TYPE = "application/vnd.reluctant.claim+json";

  private ClaimCard() {}

  static Shown shown(Claim claim) {
    return Shown.text(claim.toString()).with(MIME_TYPE, json(claim)).with(Shown.HTML, html(claim));
  }

  private static Map<String, Object> json(Claim claim) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", claim.id);
    json.put("claim", claim.says);
    json.put("measured", claim.measured);
    @Nullable Interval interval = claim.interval;
    json.put("interval", interval == null ? null : List.of(interval.low(), interval.high()));
    json.put("verdict", claim.verdict.text());
    @Nullable Verdict expected = claim.expected;
    json.put("expected", expected == null ? null : expected.text());
    json.put("thread", claim.thread == null ? null : claim.thread.toString());
    return json;
  }

  /**
   * The claim that a card was made of.
   *
   * @throws IllegalArgumentException if there is none in it
   */
  static Claim claim(JsonNode json) {
    JsonNode bounds = json.path("interval");
    return new Claim(
        json.path("id").asText(),
        json.path("claim").asText(),
        json.path("measured").asText(),
        bounds.isArray()
            ? new Interval(bounds.path(0).asDouble(), bounds.path(1).asDouble())
            : null,
        json.path("expected").isNull() ? null : new Verdict(json.path("expected").asText()),
        new Verdict(json.path("verdict").asText()),
        json.path("thread").isTextual() ? URI.create(json.path("thread").asText()) : null);
  }

  /**
   * A quotation with a coloured edge. JupyterLab keeps these styles also in notebooks that it does
   * not trust; GitHub drops them and shows a plain quotation.
   */
  private static String html(Claim claim) {
    Verdict.Kind kind = claim.verdict.kind();
    return "<blockquote style=\"margin:8px 0;padding:8px 14px;border-left:5px solid rgb("
        + kind.color
        + ");background:rgba("
        + kind.color
        + ",0.1)\"><p><strong>"
        + kind.sign
        + Html.text(claim.verdict.text())
        + "</strong>"
        + expectation(claim)
        + " <code>"
        + Html.text(claim.id)
        + "</code></p><p>Said: "
        + Html.text(claim.says)
        + thread(claim)
        + "<br>Measured: "
        + Html.text(claim.measured)
        + "</p></blockquote>";
  }

  private static String expectation(Claim claim) {
    String told = claim.expectation(expected -> "<strong>" + Html.text(expected) + "</strong>");
    return claim.asExpected() || told.isEmpty()
        ? told
        : told + ": the parameters or the code are not the committed ones";
  }

  private static String thread(Claim claim) {
    return claim.thread == null
        ? ""
        : " (<a href=\"" + Html.text(claim.thread.toString()) + "\">the thread</a>)";
  }
}
