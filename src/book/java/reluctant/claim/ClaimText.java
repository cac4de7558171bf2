package reluctant.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A claim, or its evidence, in some lines. */
final class ClaimText {
  private ClaimText() {}

  static String of(Claim claim) {
    return claim.says()
        + "\n"
        + of(claim.evidence())
        + "\nVerdict: "
        + claim.verdict()
        + claim.expectation(text -> text)
        + " ["
        + claim.id()
        + "]";
  }

  static String of(Evidence evidence) {
    var lines = new ArrayList<String>();
    lines.add("Measured: " + evidence.page().measured());
    if (!evidence.criterion().isEmpty()) {
      lines.add("Criterion: " + evidence.criterion());
      for (ClaimAxis axis : ClaimAxis.values()) {
        if (!evidence.attacks(axis).isEmpty()) {
          lines.add("  " + axis.text() + ": " + attacks(evidence.attacks(axis)));
        }
      }
      evidence.notAttacked().forEach((reason, axes) -> lines.add("  " + left(reason, axes)));
    }
    return String.join("\n", lines);
  }

  private static String attacks(List<Finding> attacks) {
    return attacks.stream()
        .map(each -> each.told() + ": " + each.measured() + " (" + each.answer().text() + ")")
        .collect(Collectors.joining("; "));
  }

  private static String left(String reason, List<ClaimAxis> axes) {
    String named = axes.stream().map(ClaimAxis::text).collect(Collectors.joining(", "));
    return named + ": not attacked" + (reason.isEmpty() ? "" : ", " + reason);
  }
}
