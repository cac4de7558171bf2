package reluctant.claim;

import static reluctant.Text.format;

import java.util.Set;
import java.util.stream.Collectors;
import reluctant.Require;

/**
 * What became of a claim: true, false, or true under a condition; or that too few trials were
 * counted to say it.
 *
 * @param text {@code true}, {@code false}, {@code true only when ..} or {@code not sure yet: ..}
 */
public record Verdict(String text) {
  /** What was said holds. */
  public static final Verdict TRUE = new Verdict("true");

  /** What was said does not hold. */
  public static final Verdict FALSE = new Verdict("false");

  /** A rate over fewer trials settles nothing: its interval may be 14 points wide. */
  public static final int FEWEST_TRIALS = 200;

  private static final String CONDITION = "true only when ";
  private static final String UNSURE = "not sure yet: ";

  /**
   * A verdict by its text.
   *
   * @throws IllegalArgumentException for any other text
   */
  public Verdict {
    boolean known = text.equals("true") || text.equals("false");
    if (!known && !says(text, CONDITION) && !says(text, UNSURE)) {
      throw Require.refusal(
          "text must be true, false, true only when .. or not sure yet: .. Received: " + text);
    }
  }

  private static boolean says(String text, String start) {
    return text.startsWith(start) && !text.substring(start.length()).isBlank();
  }

  /** {@link #TRUE} or {@link #FALSE}. */
  public static Verdict of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  /** What was said holds under this condition and not without it. */
  public static Verdict onlyWhen(String condition) {
    return new Verdict(CONDITION + condition.strip());
  }

  /** No verdict, since so many trials are too few. */
  public static Verdict unsure(long trials) {
    return new Verdict(
        format("%s%d trials are too few, count at least %d", UNSURE, trials, FEWEST_TRIALS));
  }

  /** No verdict, since what was counted lies between the bounds of its criterion. */
  public static Verdict undecided() {
    return new Verdict(UNSURE + "it lies between the bounds of its criterion");
  }

  /** No verdict, since attacks that no condition speaks of turn it. */
  public static Verdict turned(Set<ClaimAxis> axes) {
    String named = axes.stream().map(ClaimAxis::text).collect(Collectors.joining(", "));
    return new Verdict(UNSURE + "an attack turns it (" + named + ")");
  }

  /** Whether anything was settled. */
  public boolean isSure() {
    return !text.startsWith(UNSURE);
  }

  /** Returns the text. */
  @Override
  public String toString() {
    return text;
  }
}
