package reluctant.kernel;

import static reluctant.Text.format;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.chart.Palette;
import reluctant.claim.Answer;
import reluctant.claim.Claim;
import reluctant.claim.ClaimAxis;
import reluctant.claim.Evidence;
import reluctant.claim.Finding;
import reluctant.claim.Sentences;
import reluctant.claim.Sentences.Sentence;
import reluctant.claim.Verdict;
import reluctant.sweep.Interval;

/**
 * A claim as a card: its verdict first, then what was said, what was measured, what it survived.
 */
final class ClaimCard {
  static final String MIME_TYPE = "application/vnd.reluctant.claim+json";
  static final int VERSION = 2;

  private ClaimCard() {}

  static Shown shown(Claim claim) {
    return Shown.text(claim.toString()).with(MIME_TYPE, json(claim)).with(Shown.HTML, html(claim));
  }

  /** What was measured and what it survived, before any sentence is judged by it. */
  static Shown shown(Evidence evidence) {
    return Shown.text(evidence.toString()).with(Shown.HTML, table(evidence));
  }

  static String sign(Verdict verdict) {
    return verdict.equals(Verdict.TRUE) ? "✔ " : verdict.equals(Verdict.FALSE) ? "✘ " : "◐ ";
  }

  private static String sign(Answer answer) {
    return switch (answer) {
      case YES -> "✔";
      case NO -> "✘";
      case UNDECIDED -> "◐";
    };
  }

  private static Map<String, Object> json(Claim claim) {
    Evidence evidence = claim.evidence();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", VERSION);
    json.put("id", claim.id());
    json.put("claim", claim.says());
    json.put("said", Sentences.of(claim.id()).stream().map(ClaimCard::said).toList());
    json.put("criterion", evidence.criterion());
    json.putAll(finding(evidence.page()));
    json.put("source", evidence.page().source().text());
    json.put("verdict", claim.verdict().text());
    @Nullable Verdict expected = claim.expected();
    json.put("expected", expected == null ? null : expected.text());
    @Nullable URI thread = claim.thread();
    json.put("thread", thread == null ? null : thread.toString());
    json.put("axes", evidence.criterion().isEmpty() ? List.of() : axes(evidence));
    return json;
  }

  private static Map<String, Object> said(Sentence sentence) {
    return Map.of(
        "speaker", sentence.speaker(),
        "post", sentence.post(),
        "thread", sentence.thread().toString());
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    @Nullable Interval interval = finding.interval();
    json.put("measured", finding.measured());
    json.put("interval", interval == null ? null : List.of(interval.low(), interval.high()));
    json.put("count", finding.count());
    json.put("trials", finding.trials());
    json.put("lines", finding.lines());
    return json;
  }

  private static List<Object> axes(Evidence evidence) {
    return Arrays.stream(ClaimAxis.values()).<Object>map(axis -> axis(evidence, axis)).toList();
  }

  private static Map<String, Object> axis(Evidence evidence, ClaimAxis axis) {
    return Map.of(
        "axis", axis.text(),
        "reason", evidence.reason(axis),
        "attacks", evidence.attacks(axis).stream().map(ClaimCard::attack).toList());
  }

  private static Map<String, Object> attack(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("setting", finding.told());
    json.putAll(finding(finding));
    json.put("source", finding.source().text());
    json.put("answer", finding.answer().text());
    return json;
  }

  /**
   * A quotation with a coloured edge. JupyterLab keeps these styles also in notebooks that it does
   * not trust; GitHub drops them and shows a plain quotation.
   */
  private static String html(Claim claim) {
    Verdict verdict = claim.verdict();
    String color = color(verdict);
    return "<blockquote style=\"margin:8px 0;padding:8px 14px;border-left:5px solid rgb("
        + color
        + ");background:rgba("
        + color
        + ",0.1)\"><p><strong>"
        + sign(verdict)
        + Html.text(verdict.text())
        + "</strong>"
        + expectation(claim)
        + " <code>"
        + Html.text(claim.id())
        + "</code></p><p>Said: "
        + Html.text(claim.says())
        + thread(claim)
        + "<br>Measured: "
        + Html.text(claim.evidence().page().measured())
        + (claim.evidence().page().source() == Finding.Source.KEPT ? " (kept)" : "")
        + "</p>"
        + survived(claim.evidence())
        + "</blockquote>";
  }

  private static String color(Verdict verdict) {
    return verdict.equals(Verdict.TRUE)
        ? rgb(Palette.color(2))
        : verdict.equals(Verdict.FALSE) ? rgb(Palette.color(1)) : "230,159,0";
  }

  private static String rgb(String hex) {
    return Stream.of(1, 3, 5)
        .map(place -> Integer.valueOf(hex.substring(place, place + 2), 16).toString())
        .collect(Collectors.joining(","));
  }

  private static String survived(Evidence evidence) {
    if (evidence.criterion().isEmpty()) {
      return "";
    }
    return "<details><summary>"
        + Html.text(attacks(evidence))
        + "</summary><p>Criterion: "
        + Html.text(evidence.criterion())
        + "</p>"
        + table(evidence)
        + "</details>";
  }

  private static String table(Evidence evidence) {
    var rows = new StringBuilder();
    for (ClaimAxis axis : ClaimAxis.values()) {
      for (Finding each : evidence.attacks(axis)) {
        rows.append(row(axis.text(), each.told(), each.measured(), sign(each.answer())));
      }
    }
    evidence.notAttacked().forEach((reason, axes) -> rows.append(left(reason, axes)));
    return "<table><thead><tr><th>what was changed</th><th>to</th><th>measured</th>"
        + "<th>holds?</th></tr></thead><tbody>"
        + rows
        + "</tbody></table>";
  }

  private static String left(String reason, List<ClaimAxis> axes) {
    String named = axes.stream().map(ClaimAxis::text).collect(Collectors.joining(", "));
    return row("not " + named, reason.isEmpty() ? "not attacked" : reason, "", "");
  }

  private static String attacks(Evidence evidence) {
    int count =
        Arrays.stream(ClaimAxis.values()).mapToInt(axis -> evidence.attacks(axis).size()).sum();
    return count == 0
        ? "What it rests on"
        : format(count == 1 ? "Attacked %d time" : "Attacked %d times", count);
  }

  private static String row(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> "<td style=\"text-align:left\">" + Html.text(cell) + "</td>")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String expectation(Claim claim) {
    String told = claim.expectation(expected -> "<strong>" + Html.text(expected) + "</strong>");
    return claim.asExpected() || told.isEmpty()
        ? told
        : told + ": the parameters or the code are not the committed ones";
  }

  /** Who said it, by the list of sentences or by the claim itself. */
  private static String thread(Claim claim) {
    List<Sentence> said = Sentences.of(claim.id());
    if (!said.isEmpty()) {
      return said.stream()
          .map(each -> link(each.thread(), each.post()))
          .distinct()
          .collect(Collectors.joining(", ", " (", ")"));
    }
    @Nullable URI thread = claim.thread();
    return thread == null ? "" : " (" + link(thread, "the thread") + ")";
  }

  private static String link(URI thread, String text) {
    return "<a href=\"" + Html.text(thread.toString()) + "\">" + Html.text(text) + "</a>";
  }
}
