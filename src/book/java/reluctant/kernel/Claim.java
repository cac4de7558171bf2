package reluctant.kernel;

import java.net.URI;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.sweep.Interval;
import reluctant.sweep.Rate;

/**
 * What a notebook settles: what a thread says, what was measured, and the verdict that follows.
 *
 * <pre>{@code
 * Claim.of("abs.half-the-time", "It should work in about half of the runs.")
 *     .measured("both halves learnt in", rate)
 *     .expected(false).verdict(rate.interval().contains(0.5))
 * }</pre>
 *
 * <p>A verdict other than the expected one does not throw: a reader may have changed the
 * parameters. The card says so, and a run with the committed parameters fails. A claim that expects
 * nothing, as one of your own, shows its verdict alone. A rate over fewer than 200 trials gives no
 * verdict at all: it is not sure yet.
 */
public final class Claim {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

  final String id;
  final String says;
  final String measured;
  final @Nullable Interval interval;

  /** The verdict of the committed notebook, if one is expected. */
  final @Nullable Verdict expected;

  final Verdict verdict;

  /** Where it was said, if that is known. */
  final @Nullable URI thread;

  Claim(
      String id,
      String says,
      String measured,
      @Nullable Interval interval,
      @Nullable Verdict expected,
      Verdict verdict,
      @Nullable URI thread) {
    if (!ID.matcher(id).matches()) {
      throw Require.refusal(
          "id must be lower case words joined by dots and hyphens. Received: " + id);
    }
    requireText("says", says);
    requireText("measured", measured);
    if (thread != null && !("https".equals(thread.getScheme()) && thread.getHost() != null)) {
      throw Require.refusal(
          "thread must be an address that starts with https://. Received: " + thread);
    }
    this.id = id;
    this.says = says;
    this.measured = measured;
    this.interval = interval;
    this.expected = expected;
    this.verdict = verdict;
    this.thread = thread;
  }

  /**
   * A claim in the making.
   *
   * @param id names the claim in every index
   * @param says what the thread says, in our own words
   * @return a claim that has yet to be measured and judged
   */
  public static Draft of(String id, String says) {
    Require.present("id", id);
    Require.present("says", says);
    return new Draft(id, says, "", null, Draft.MANY, null, null);
  }

  /**
   * Says whether the verdict is the expected one, if one is. It is not if the parameters or the
   * code are not the committed ones, or the library has a fault.
   */
  boolean asExpected() {
    return expected == null || verdict.equals(expected);
  }

  /** The claim in three lines. */
  @Override
  public String toString() {
    return says
        + "\nMeasured: "
        + measured
        + "\nVerdict: "
        + verdict
        + expectation(expected -> expected)
        + " ["
        + id
        + "]";
  }

  /** What stands behind a verdict, which may be the expected one. */
  String expectation(UnaryOperator<String> marked) {
    if (expected == null || !verdict.isSure()) {
      return "";
    }
    return asExpected()
        ? ", as expected"
        : ", but " + marked.apply(expected.text()) + " was expected";
  }

  private static void requireText(String name, String text) {
    if (text.isBlank()) {
      throw Require.refusal(name + " must say something. Received: a blank text");
    }
  }

  /** A claim that has no verdict yet. Each method gives a new draft. */
  public static final class Draft {
    /** As good as many trials: what was measured is no rate. */
    private static final long MANY = Long.MAX_VALUE;

    private final String id;
    private final String says;
    private final String measured;
    private final @Nullable Interval interval;
    private final long trials;
    private final @Nullable Verdict expected;
    private final @Nullable URI thread;

    private Draft(
        String id,
        String says,
        String measured,
        @Nullable Interval interval,
        long trials,
        @Nullable Verdict expected,
        @Nullable URI thread) {
      this.id = id;
      this.says = says;
      this.measured = measured;
      this.interval = interval;
      this.trials = trials;
      this.expected = expected;
      this.thread = thread;
    }

    /**
     * What was measured.
     *
     * @param text in words
     */
    public Draft measured(String text) {
      Require.present("text", text);
      return new Draft(id, says, text, null, MANY, expected, thread);
    }

    /**
     * What was measured and the interval that it lies in.
     *
     * @param text in words, which the interval is set behind
     * @param low the lower bound
     * @param high the upper bound
     */
    public Draft measured(String text, double low, double high) {
      Require.present("text", text);
      var interval = new Interval(low, high);
      return new Draft(id, says, text + " " + interval, interval, MANY, expected, thread);
    }

    /**
     * What was counted, with its interval.
     *
     * @param text in words, which the rate is set behind
     * @param rate the rate that the claim is about
     */
    public Draft measured(String text, Rate rate) {
      Require.present("text", text);
      Require.present("rate", rate);
      String told = text + " " + rate;
      return new Draft(id, says, told, rate.interval(), rate.trials(), expected, thread);
    }

    /**
     * More of what was counted, in the same sentence. The card's interval is that of the last rate,
     * and the rate with the fewest trials decides whether there are enough.
     *
     * @param text set behind what was said so far, as in {@code ", by Adam in"}
     * @param rate set behind the text
     */
    public Draft and(String text, Rate rate) {
      Require.present("text", text);
      Require.present("rate", rate);
      String told = measured + text + " " + rate;
      long fewest = Math.min(trials, rate.trials());
      return new Draft(id, says, told, rate.interval(), fewest, expected, thread);
    }

    Draft expected(Verdict verdict) {
      return new Draft(id, says, measured, interval, trials, verdict, thread);
    }

    /**
     * The verdict of the committed notebook. Without it the card shows the verdict of this run
     * alone.
     *
     * @param holds whether the claim holds with the committed parameters
     */
    public Draft expected(boolean holds) {
      return expected(Verdict.of(holds));
    }

    /**
     * Where it was said.
     *
     * @param address starts with {@code https://}
     */
    public Draft thread(String address) {
      Require.present("address", address);
      return new Draft(id, says, measured, interval, trials, expected, URI.create(address));
    }

    /** The claim with this verdict, or with none if a rate has too few trials. */
    Claim verdict(Verdict verdict) {
      Verdict said = trials < Verdict.FEWEST_TRIALS ? Verdict.unsure(trials) : verdict;
      return new Claim(id, says, measured, interval, expected, said, thread);
    }

    /**
     * The claim with this verdict, or with none if a rate has fewer than 200 trials.
     *
     * @param holds whether the claim holds, computed from what was measured
     * @return the claim
     */
    public Claim verdict(boolean holds) {
      return verdict(Verdict.of(holds));
    }

    /**
     * The claim with the verdict on what is said to happen always: true if its rate is surely above
     * 99 %, false if it is surely below 1 %, and else true only under the condition, as the
     * committed notebook is to find.
     *
     * @param condition what follows "true only when"
     * @param rate how often it happened
     * @return the claim
     */
    public Claim trueOnlyWhen(String condition, Rate rate) {
      Require.present("condition", condition);
      Require.present("rate", rate);
      return expected(Verdict.onlyWhen(condition)).verdict(Verdict.always(rate, condition));
    }

    /**
     * The claim with the verdict on what holds under a condition, which the committed notebook is
     * to give: true if it holds in the other cases too, false if it does not hold under it either.
     *
     * @param condition what follows "true only when"
     * @param then whether the claim holds under the condition, computed from what was measured
     * @param otherwise whether it holds without
     * @return the claim
     */
    public Claim trueOnlyWhen(String condition, boolean then, boolean otherwise) {
      Require.present("condition", condition);
      Verdict only = Verdict.onlyWhen(condition);
      return expected(only).verdict(then && !otherwise ? only : Verdict.of(then));
    }
  }
}
