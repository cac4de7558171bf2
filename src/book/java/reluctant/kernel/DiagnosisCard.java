package reluctant.kernel;

import java.util.List;
import java.util.stream.Collectors;
import reluctant.diagnose.Diagnosis;
import reluctant.diagnose.Diagnosis.Finding;

/** What happened in a run: the headline, what else was seen, and the line that replays it. */
final class DiagnosisCard {

  private DiagnosisCard() {}

  static Shown shown(Diagnosis diagnosis) {
    List<Finding> others = diagnosis.findings().subList(1, diagnosis.findings().size());
    String list =
        others.stream()
            .map(finding -> "<li>" + Html.text(finding.sentence()) + "</li>")
            .collect(Collectors.joining("", "<ul>", "</ul>"));
    return Shown.text(diagnosis.toString())
        .with(
            Shown.HTML,
            "<p><strong>"
                + Html.text(diagnosis.headline().sentence())
                + "</strong></p>"
                + (others.isEmpty() ? "" : list)
                + TrialCard.line("Replayed by", diagnosis.run().trial()));
  }
}
