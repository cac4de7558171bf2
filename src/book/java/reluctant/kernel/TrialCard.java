package reluctant.kernel;

import reluctant.Require;
import reluctant.train.History;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * A trial, or what it gave, with the line that replays it. The exported page puts a button beside
 * the line that copies it.
 */
final class TrialCard {
  private static final String NO_LINE =
      "No line names this trial, which has data or parts of your own, or many numbers: keep it"
          + " with trial.save(java.nio.file.Path.of(\"mine.json\")), which Trial.load reads again, or"
          + " copy the cell that makes a part of your own.";

  /** As long as a line may be. */
  private static final int LONGEST = 65_535;

  private TrialCard() {}

  static Shown shown(Trial trial) {
    return Shown.text(text(trial)).with(Shown.HTML, line("Replayed by", trial));
  }

  static Shown shown(Run run) {
    return shown(run.history());
  }

  static Shown shown(History history) {
    return Shown.text(history + "\n" + text(history.trial()))
        .with(
            Shown.HTML,
            "<p>" + Html.text(history.toString()) + "</p>" + line("Replayed by", history.trial()));
  }

  /** All but the middle of a text that is too long for a line. */
  private static String text(Trial trial) {
    String all = trial.toString();
    return all.length() > LONGEST ? Require.told(all) : all;
  }

  /** The line of a trial behind what it is, such as "Replayed by". */
  static String line(String what, Trial trial) {
    try {
      String line = Html.text(trial.line());
      return "<p>" + what + ": <code class=\"trial\">" + line + "</code></p>";
    } catch (IllegalArgumentException e) {
      return "<p>" + Html.text(NO_LINE) + "</p><p><code>" + Html.text(text(trial)) + "</code></p>";
    }
  }
}
