package reluctant.notebook;

import reluctant.sweep.Rate;

/**
 * What became of a claim: true, false, or true under a condition.
 *
 * @param text {@code true}, {@code false} or {@code true only when ..}
 */
public record Verdict(String text) {
  /** What was said holds. */
  public static final Verdict TRUE = new Verdict("true");

  /** What was said does not hold. */
  public static final Verdict FALSE = new Verdict("false");

  private static final String CONDITION = "true only when ";

  /**
   * A verdict by its text.
   *
   * @param text {@code true}, {@code false} or {@code true only when ..}
   * @throws IllegalArgumentException for any other text
   */
  public Verdict {
    boolean known = text.equals("true") || text.equals("false");
    if (!known && (!text.startsWith(CONDITION) || text.substring(CONDITION.length()).isBlank())) {
      throw new IllegalArgumentException(
          "text must be true, false or true only when .. Received: " + text);
    }
  }

  /**
   * {@link #TRUE} or {@link #FALSE}.
   *
   * @param holds whether what was said holds
   * @return the verdict
   */
  public static Verdict of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  /**
   * What was said holds under this condition and not without it.
   *
   * @param condition what follows "true only when"
   * @return the verdict
   */
  public static Verdict onlyWhen(String condition) {
    return new Verdict(CONDITION + condition.strip());
  }

  /**
   * The verdict on what is said to happen always: {@link #TRUE} if its rate is surely above 99 %,
   * {@link #FALSE} if it is surely below 1 %, and else true only under the condition.
   *
   * @param rate how often it happened
   * @param condition what follows "true only when"
   * @return the verdict
   */
  public static Verdict always(Rate rate, String condition) {
    return rate.isAbove(0.99) ? TRUE : rate.isBelow(0.01) ? FALSE : onlyWhen(condition);
  }

  @Override
  public String toString() {
    return text;
  }
}
