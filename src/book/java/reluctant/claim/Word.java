package reluctant.claim;

import static reluctant.Text.format;

import reluctant.Require;

/**
 * What the words of a sentence mean in numbers, the same on every card. A word is met when the
 * share surely lies in one range, not met when it surely lies outside a wider one, and undecided
 * between.
 *
 * <table>
 * <caption>The scale</caption>
 * <tr><th>word</th><th>met</th><th>not met</th></tr>
 * <tr><td>always</td><td>above 99 %</td><td>below 98 %</td></tr>
 * <tr><td>almost always</td><td>above 95 %</td><td>below 90 %</td></tr>
 * <tr><td>mostly, usually, likely</td><td>above 60 %</td><td>below 55 %</td></tr>
 * <tr><td>about p</td><td>within 5 points of p</td><td>beyond 10 points</td></tr>
 * <tr><td>within d of p</td><td>within d</td><td>beyond 2 d</td></tr>
 * <tr><td>sometimes, can</td><td>above 1 %</td><td>below 0.5 %</td></tr>
 * <tr><td>varies</td><td>from 5 % to 95 %</td><td>below 2 %, above 98 %</td></tr>
 * <tr><td>rarely</td><td>below 10 %</td><td>above 20 %</td></tr>
 * <tr><td>never, cannot</td><td>below 1 %</td><td>above 2 %</td></tr>
 * <tr><td>better, helps</td><td>a gain above 5 points</td><td>a gain below 3 points</td></tr>
 * <tr><td>no worse, harmless</td><td>a loss below 3 points</td><td>a loss above 5 points</td></tr>
 * <tr><td>no better</td><td>a gain below 3 points</td><td>a gain above 5 points</td></tr>
 * </table>
 *
 * @param text how a card says it
 * @param low met above this, or -2 for no bound
 * @param high met below this, or 2
 * @param lowest not met below this, or -2
 * @param highest not met above this, or 2
 */
public record Word(String text, double low, double high, double lowest, double highest) {
  private static final double NONE = 2;

  public Word {
    Require.present("text", text);
    if (!(lowest <= low && low < high && high <= highest)) {
      throw Require.refusal(
          format(
              "a word is met in a range inside the one beyond which it is not met. Received: %s to"
                  + " %s in %s to %s",
              low, high, lowest, highest));
    }
  }

  private static Word above(String text, double met, double notMet) {
    return new Word(
        format("%s: above %s, not below %s", text, percent(met), percent(notMet)),
        met,
        NONE,
        notMet,
        NONE);
  }

  private static Word below(String text, double met, double notMet) {
    return new Word(
        format("%s: below %s, not above %s", text, percent(met), percent(notMet)),
        -NONE,
        met,
        -NONE,
        notMet);
  }

  private static String percent(double share) {
    double points = Math.rint(1e6 * share) / 1e4;
    return points == Math.rint(points) ? format("%.0f %%", points) : format("%.1f %%", points);
  }

  /** Above 99 %. */
  public static Word always() {
    return above("always", 0.99, 0.98);
  }

  /** Above 95 %. */
  public static Word almostAlways() {
    return above("almost always", 0.95, 0.90);
  }

  /** Above 60 %. */
  public static Word mostly() {
    return above("mostly", 0.60, 0.55);
  }

  /** Above 1 %. */
  public static Word sometimes() {
    return above("sometimes", 0.01, 0.005);
  }

  /** Neither always nor never: from 5 % to 95 %, for what chance decides. */
  public static Word varies() {
    String text = "varies: from 5 % to 95 %, not below 2 % or above 98 %";
    return new Word(text, 0.05, 0.95, 0.02, 0.98);
  }

  /** Below 10 %. */
  public static Word rarely() {
    return below("rarely", 0.10, 0.20);
  }

  /** Below 1 %. */
  public static Word never() {
    return below("never", 0.01, 0.02);
  }

  /**
   * Within 5 points of a share.
   *
   * @param share from 0 to 1
   */
  public static Word about(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw Require.refusal("share must be 0 to 1. Received: " + share);
    }
    String text = format("about %s: within 5 points, not beyond 10", percent(share));
    return new Word(text, share - 0.05, share + 0.05, share - 0.10, share + 0.10);
  }

  /**
   * Nearer to a share than {@link #about}, for what a closed form says.
   *
   * @param points the largest distance, as a share; not met beyond twice as much
   * @param share from 0 to 1
   */
  public static Word within(double points, double share) {
    Require.positive("points", points);
    String text = format("within %s of %s, not beyond twice that", percent(points), percent(share));
    return new Word(text, share - points, share + points, share - 2 * points, share + 2 * points);
  }

  /** More often by at least 5 points, of the same seeds. */
  public static Word better() {
    return new Word("better: by more than 5 points, not by less than 3", 0.05, NONE, 0.03, NONE);
  }

  /** Less often by at least 5 points, of the same seeds. */
  public static Word worse() {
    return new Word("worse: by more than 5 points, not by less than 3", -NONE, -0.05, -NONE, -0.03);
  }

  /** Not less often by 5 points or more, of the same seeds: what {@link #worse} is not. */
  public static Word noWorse() {
    return new Word(
        "no worse: by less than 3 points, not by more than 5", -0.03, NONE, -0.05, NONE);
  }

  /** Not more often by 5 points, of the same seeds: what {@link #better} is not. */
  public static Word noBetter() {
    return new Word(
        "no better: by less than 3 points, not by more than 5", -NONE, 0.03, -NONE, 0.05);
  }

  /** What a measure says of this word. */
  Answer of(Measure measure) {
    if (measure.isSurelyBelow(lowest) || measure.isSurelyAbove(highest)) {
      return Answer.NO;
    }
    boolean met =
        (low == -NONE || measure.isSurelyAbove(low))
            && (high == NONE || measure.isSurelyBelow(high));
    return met ? Answer.YES : Answer.UNDECIDED;
  }
}
