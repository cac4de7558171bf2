package reluctant.claim;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.sweep.Interval;
import reluctant.sweep.Rate;

/** A claim that has no verdict yet. Each method gives a new draft. */
public final class ClaimDraft {
  private final String id;
  private final String says;
  private final String measured;
  private final @Nullable Interval interval;
  private final @Nullable Rate fewest;
  private final @Nullable Verdict expected;
  private final @Nullable URI thread;

  private ClaimDraft(
      String id,
      String says,
      String measured,
      @Nullable Interval interval,
      @Nullable Rate fewest,
      @Nullable Verdict expected,
      @Nullable URI thread) {
    this.id = id;
    this.says = says;
    this.measured = measured;
    this.interval = interval;
    this.fewest = fewest;
    this.expected = expected;
    this.thread = thread;
  }

  static ClaimDraft of(String id, String says) {
    return new ClaimDraft(id, says, "", null, null, null, null);
  }

  /**
   * The claim that this speaks for or against.
   *
   * @param evidence what was measured, with its attacks
   */
  public Claim by(Evidence evidence) {
    return Claim.of(id, says, Require.present("evidence", evidence), expected, thread);
  }

  /**
   * What was measured.
   *
   * @param text in words
   */
  public ClaimDraft measured(String text) {
    Require.present("text", text);
    return new ClaimDraft(id, says, text, null, null, expected, thread);
  }

  /**
   * What was measured and the interval that it lies in.
   *
   * @param text in words, which the interval is set behind
   * @param low the lower bound
   * @param high the upper bound
   */
  public ClaimDraft measured(String text, double low, double high) {
    Require.present("text", text);
    var interval = new Interval(low, high);
    return new ClaimDraft(id, says, text + " " + interval, interval, null, expected, thread);
  }

  /**
   * What was counted, with its interval.
   *
   * @param text in words, which the rate is set behind
   * @param rate the rate that the claim is about
   */
  public ClaimDraft measured(String text, Rate rate) {
    return measured(text).and("", rate);
  }

  /**
   * More of what was counted, in the same sentence. The card's interval is that of the last rate,
   * and the rate with the fewest trials decides whether there are enough.
   *
   * @param text set behind what was said so far, as in {@code ", by Adam in"}
   * @param rate set behind the text
   */
  public ClaimDraft and(String text, Rate rate) {
    Require.present("text", text);
    Require.present("rate", rate);
    String told = measured + text + " " + rate;
    Rate few = fewest == null || rate.trials() < fewest.trials() ? rate : fewest;
    return new ClaimDraft(id, says, told, rate.interval(), few, expected, thread);
  }

  private ClaimDraft expected(Verdict verdict) {
    return new ClaimDraft(id, says, measured, interval, fewest, verdict, thread);
  }

  /**
   * The verdict of the committed notebook. Without it the card shows the verdict of this run alone.
   *
   * @param holds whether the claim holds with the committed parameters
   */
  public ClaimDraft expected(boolean holds) {
    return expected(Verdict.of(holds));
  }

  /**
   * Where it was said.
   *
   * @param address starts with {@code https://}
   */
  public ClaimDraft thread(String address) {
    Require.present("address", address);
    URI said = URI.create(address);
    return new ClaimDraft(id, says, measured, interval, fewest, expected, said);
  }

  /**
   * The claim with this verdict, or with none if a rate has fewer than 200 trials. Nothing is said
   * of any attack.
   *
   * @param holds whether the claim holds, computed from what was measured
   */
  public Claim verdict(boolean holds) {
    return Claim.of(id, says, evidence(Answer.of(holds)), expected, thread);
  }

  private Evidence evidence(Answer answer) {
    long count = fewest == null ? 0 : fewest.count();
    long trials = fewest == null ? 0 : fewest.trials();
    var page =
        new Finding(
            "", measured, interval, count, trials, List.of(), Finding.Source.PAGE, answer, 0);
    return new Evidence("", page, Map.of(), Map.of(), Set.of());
  }

  /**
   * The claim with the verdict on what is said to happen always: true if its rate is surely above
   * 99 %, false if it is surely below 1 %, and else true only under the condition, as the committed
   * notebook is to find.
   *
   * @param condition what follows "true only when"
   * @param rate how often it happened
   */
  public Claim trueOnlyWhen(String condition, Rate rate) {
    Require.present("condition", condition);
    Require.present("rate", rate);
    return trueOnlyWhen(condition, !rate.isBelow(0.01), rate.isAbove(0.99));
  }

  /**
   * The claim with the verdict on what holds under a condition, which the committed notebook is to
   * give: true if it holds in the other cases too, false if it does not hold under it either.
   *
   * @param condition what follows "true only when"
   * @param then whether the claim holds under the condition, computed from what was measured
   * @param otherwise whether it holds without
   */
  public Claim trueOnlyWhen(String condition, boolean then, boolean otherwise) {
    Verdict only = Verdict.onlyWhen(Require.present("condition", condition));
    Evidence page = evidence(Answer.of(then));
    if (!then || otherwise) {
      return Claim.of(id, says, page, only, thread);
    }
    Evidence both = page.attacked(ClaimAxis.START, "otherwise", measured, otherwise);
    return new Claim(id, says, both, condition, Set.of(ClaimAxis.START), only, thread);
  }
}
