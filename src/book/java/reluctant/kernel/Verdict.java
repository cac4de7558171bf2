package reluctant.kernel;

import static reluctant.Text.format;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.chart.Palette;
import reluctant.sweep.Rate;

/**
 * What became of a claim: true, false, or true under a condition; or that too few trials were
 * counted to say it.
 *
 * @param text {@code true}, {@code false}, {@code true only when ..} or {@code not sure yet: ..}
 */
record Verdict(String text) {
  /** What was said holds. */
  static final Verdict TRUE = new Verdict("true");

  /** What was said does not hold. */
  static final Verdict FALSE = new Verdict("false");

  /** A rate over fewer trials settles nothing: its interval may be 14 points wide. */
  static final int FEWEST_TRIALS = 200;

  private static final String CONDITION = "true only when ";
  private static final String UNSURE = "not sure yet: ";

  /**
   * A verdict by its text.
   *
   * @throws IllegalArgumentException for any other text
   */
  Verdict {
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
  static Verdict of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  /** What was said holds under this condition and not without it. */
  static Verdict onlyWhen(String condition) {
    return new Verdict(CONDITION + condition.strip());
  }

  /** No verdict, since so many trials are too few. */
  static Verdict unsure(long trials) {
    return new Verdict(
        format("%s%d trials are too few, count at least %d", UNSURE, trials, FEWEST_TRIALS));
  }

  /** What a reader sees first: a sign, and a colour as red, green and blue. */
  enum Kind {
    HOLDS("✔ ", rgb(Palette.color(2))),
    FAILS("✘ ", rgb(Palette.color(1))),
    OTHER("◐ ", "230,159,0");

    final String sign;
    final String color;

    Kind(String sign, String color) {
      this.sign = sign;
      this.color = color;
    }

    private static String rgb(String hex) {
      return Stream.of(1, 3, 5)
          .map(place -> Integer.valueOf(hex.substring(place, place + 2), 16).toString())
          .collect(Collectors.joining(","));
    }
  }

  Kind kind() {
    return equals(TRUE) ? Kind.HOLDS : equals(FALSE) ? Kind.FAILS : Kind.OTHER;
  }

  /** Whether anything was settled. */
  boolean isSure() {
    return !text.startsWith(UNSURE);
  }

  /**
   * The verdict on what is said to happen always: {@link #TRUE} if its rate is surely above 99 %,
   * {@link #FALSE} if it is surely below 1 %, and else true only under the condition.
   */
  static Verdict always(Rate rate, String condition) {
    return rate.isAbove(0.99) ? TRUE : rate.isBelow(0.01) ? FALSE : onlyWhen(condition);
  }

  @Override
  public String toString() {
    return text;
  }
}
