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
        lines.add("  " + axis.text() + ": " + axis(evidence, axis));
      }
    }
    return String.join("\n", lines);
  }

  private static String axis(Evidence evidence, ClaimAxis axis) {
    List<Finding> attacks = evidence.attacks(axis);
    if (attacks.isEmpty()) {
      String reason = evidence.reason(axis);
      return reason.isEmpty() ? "not attacked" : "not attacked, " + reason;
    }
    return attacks.stream()
        .map(each -> each.setting() + ": " + each.measured() + " (" + each.answer().text() + ")")
        .collect(Collectors.joining("; "));
  }
}
