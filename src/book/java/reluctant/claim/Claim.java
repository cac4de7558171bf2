package reluctant.claim;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reluctant.Require;

/**
 * What a notebook settles: a sentence as it was meant, what speaks for and against it, and the
 * verdict that follows.
 *
 * <pre>{@code
 * Claim.of("abs.half-the-time", "With two units it works in about half of all cases.")
 *     .by(two.is(about(0.5), "both halves learnt in", BOTH))
 *     .trueOnlyWhen("no unit dies", START);
 * }</pre>
 *
 * <p>The verdict is true where the page and all attacks say so, false where all say the opposite,
 * and, where attacks turn it, true only under a condition, which names the axes on which they do.
 * An attack that turns it on another axis leaves it unsettled. Whatever no attack was made on
 * stands on the card with its reason.
 *
 * <p>A verdict other than the expected one does not throw: a reader may have changed the
 * parameters. The card says so, and a run with the committed parameters fails. A claim that expects
 * nothing, as one of your own, shows its verdict alone.
 *
 * @param id names the claim in every index
 * @param says what is said, in our own words
 * @param evidence what speaks for and against it
 * @param condition what follows "true only when", if attacks turn it
 * @param turning the axes on which they may
 * @param expected the verdict of the committed notebook, if one is expected
 * @param thread where it was said, if that is known
 */
public record Claim(
    String id,
    String says,
    Evidence evidence,
    @Nullable String condition,
    Set<ClaimAxis> turning,
    @Nullable Verdict expected,
    @Nullable URI thread) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

  public Claim {
    if (!ID.matcher(id).matches()) {
      throw Require.refusal(
          "id must be lower case words joined by dots and hyphens. Received: " + id);
    }
    if (says.isBlank()) {
      throw Require.refusal("says must say something. Received: a blank text");
    }
    Require.present("evidence", evidence);
    turning = Set.copyOf(turning);
    if (thread != null && !("https".equals(thread.getScheme()) && thread.getHost() != null)) {
      throw Require.refusal(
          "thread must be an address that starts with https://. Received: " + thread);
    }
  }

  /**
   * A claim in the making.
   *
   * @param id names the claim in every index
   * @param says what the thread says, in our own words
   * @return a claim that has yet to be measured and judged
   */
  public static ClaimDraft of(String id, String says) {
    Require.present("id", id);
    Require.present("says", says);
    return ClaimDraft.of(id, says);
  }

  /**
   * Says why an axis is not open for this sentence.
   *
   * @param axis which one
   * @param reason such as "the sentence speaks of two units"
   */
  public Claim fixed(ClaimAxis axis, String reason) {
    return new Claim(id, says, evidence.fixed(axis, reason), condition, turning, expected, thread);
  }

  /**
   * Says why several axes are not open for this sentence.
   *
   * @param reason such as "the sentence is about the start"
   * @param axes which ones
   */
  public Claim fixed(String reason, ClaimAxis... axes) {
    Claim claim = this;
    for (ClaimAxis axis : axes) {
      claim = claim.fixed(axis, reason);
    }
    return claim;
  }

  /**
   * Adds what another trainer measured, in its own float32: {@link OutsideRates}.
   *
   * @param name the rate's name in its file
   * @param word what the sentence says of it
   */
  public Claim outside(String name, Word word) {
    Evidence more =
        OutsideRates.ofWorkbook()
            .find(name)
            .map(rate -> evidence.with(ClaimAxis.PRECISION, rate.judgedBy(word)))
            .orElse(evidence);
    return new Claim(id, says, more, condition, turning, expected, thread);
  }

  /**
   * The verdict of the committed notebook. Without it the card shows the verdict of this run alone.
   *
   * @param holds whether the claim holds with the committed parameters
   */
  public Claim expected(boolean holds) {
    return new Claim(id, says, evidence, condition, turning, Verdict.of(holds), thread);
  }

  /**
   * The condition under which the claim is true, as attacks find. On a page with other parameters,
   * for which none are kept, the card shows the verdict of the page alone.
   *
   * @param condition what follows "true only when"
   * @param axes on which attacks turn it, at least one
   */
  public Claim trueOnlyWhen(String condition, ClaimAxis... axes) {
    Verdict only = Verdict.onlyWhen(Require.present("condition", condition));
    var turning = EnumSet.noneOf(ClaimAxis.class);
    turning.addAll(Arrays.asList(axes));
    boolean isKept = turning.stream().noneMatch(evidence.unkept()::contains);
    return new Claim(id, says, evidence, condition, turning, isKept ? only : null, thread);
  }

  /** Returns what became of the claim. */
  public Verdict verdict() {
    Finding page = evidence.page();
    if (page.isTooFew()) {
      return Verdict.unsure(page.trials());
    }
    if (page.answer() == Answer.UNDECIDED) {
      return Verdict.undecided();
    }
    var turned = evidence.turning();
    if (turned.isEmpty()) {
      return Verdict.of(page.answer() == Answer.YES);
    }
    return condition != null && turning.containsAll(turned)
        ? Verdict.onlyWhen(condition)
        : Verdict.turned(turned);
  }

  /**
   * Says whether the verdict is the expected one, if one is. It is not if the parameters or the
   * code are not the committed ones, or the library has a fault.
   */
  public boolean asExpected() {
    return expected == null || verdict().equals(expected);
  }

  /**
   * Returns what stands behind a verdict, which may be the expected one.
   *
   * @param marked how the expected verdict is set
   */
  public String expectation(UnaryOperator<String> marked) {
    if (expected == null || !verdict().isSure()) {
      return "";
    }
    return asExpected()
        ? ", as expected"
        : ", but " + marked.apply(expected.text()) + " was expected";
  }

  /** Returns the claim in some lines: what is said, what was measured, its attacks, the verdict. */
  @Override
  public String toString() {
    return ClaimText.of(this);
  }

  static Claim of(
      String id, String says, Evidence evidence, @Nullable Verdict expected, @Nullable URI thread) {
    return new Claim(id, says, evidence, null, Set.of(), expected, thread);
  }
}
