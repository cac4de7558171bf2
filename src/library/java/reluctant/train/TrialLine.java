package reluctant.train;

import static reluctant.Text.format;

import java.util.Map;
import java.util.Optional;
import reluctant.Require;
import reluctant.data.Dataset;

/** A trial as one line of text, which is the Java that it prints itself as, and back. */
final class TrialLine {

  /** As many as a string literal of Java holds. */
  private static final int LONGEST = 65_535;

  private TrialLine() {}

  /**
   * Returns the trial that a line names.
   *
   * @throws IllegalArgumentException if it names none, saying where it stops being understood
   */
  static Trial parse(String line) {
    checkLength(line, "read a longer one from a file by Trial.load(file)");
    return parse(line, Map.of());
  }

  /** Refuses a line that no string literal could hold, and says what to do instead. */
  static void checkLength(String line, String cure) {
    if (line.length() > LONGEST) {
      throw Require.refusal(
          format(
              "line must have at most %d characters, %s. Received: %d",
              LONGEST, cure, line.length()));
    }
  }

  /**
   * Returns the trial that a line of any length names, with the data that stand for names in it.
   */
  static Trial parse(String line, Map<String, Dataset> data) {
    return Words.ALL.parse(Trial.class, "trial", "new Trial(", line, data);
  }

  /** Returns the line of a trial, or nothing if it has parts that no line can name. */
  static Optional<String> of(Trial trial) {
    String line = trial.toString();
    try {
      return parse(line).equals(trial) ? Optional.of(line) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
