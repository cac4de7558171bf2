package reluctant.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reluctant.Require;
import reluctant.sweep.Rate;

/**
 * What speaks for or against a sentence: what the page measured, the same under attack, and why
 * other attacks are not open. Immutable; {@link Study#is} makes it, or {@link #fact}.
 */
public final class Evidence {
  private static final String UNTRAINED = "nothing is trained";

  private final String criterion;
  private final Finding page;
  private final Map<ClaimAxis, List<Finding>> attacks;
  private final Map<ClaimAxis, String> closed;
  private final Set<ClaimAxis> unkept;

  Evidence(
      String criterion,
      Finding page,
      Map<ClaimAxis, List<Finding>> attacks,
      Map<ClaimAxis, String> closed,
      Set<ClaimAxis> unkept) {
    this.criterion = criterion;
    this.page = page;
    this.attacks = copy(attacks);
    this.closed = closed.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(closed));
    this.unkept = Set.copyOf(unkept);
  }

  private static Map<ClaimAxis, List<Finding>> copy(Map<ClaimAxis, List<Finding>> attacks) {
    var copy = new EnumMap<ClaimAxis, List<Finding>>(ClaimAxis.class);
    attacks.forEach((axis, findings) -> copy.put(axis, List.copyOf(findings)));
    return Collections.unmodifiableMap(copy);
  }

  /**
   * What needs no training, such as a network by hand or a closed form: no axis is open but those
   * that {@link #attacked} adds.
   *
   * @param criterion what makes the sentence true, such as "the largest error is 0"
   * @param measured what was found, in words
   * @param holds whether the criterion is met, computed from it
   */
  public static Evidence fact(String criterion, String measured, boolean holds) {
    Require.present("criterion", criterion);
    Require.present("measured", measured);
    var closed = new EnumMap<ClaimAxis, String>(ClaimAxis.class);
    EnumSet.allOf(ClaimAxis.class).forEach(axis -> closed.put(axis, UNTRAINED));
    return new Evidence(criterion, Finding.fact("", measured, holds), Map.of(), closed, Set.of());
  }

  /**
   * A rate that cells have counted, judged by a word. No axis is attacked yet.
   *
   * @param word what is said of it
   * @param text what was counted, set before the number
   * @param rate how often it happened
   */
  public static Evidence counted(Word word, String text, Rate rate) {
    Require.present("word", word);
    Require.present("text", text);
    String criterion = text + ": " + word.text();
    return new Evidence(criterion, finding("", text, word, rate), Map.of(), Map.of(), Set.of());
  }

  private static Finding finding(String setting, String text, Word word, Rate rate) {
    var share = new CountedShare(Require.present("rate", rate));
    return Finding.counted(setting, text, share, word, List.of(), Finding.Source.PAGE);
  }

  /**
   * Adds a rate that cells have counted under another setting, judged by a word.
   *
   * @param axis what differs
   * @param setting how, such as "batches of 1"
   * @param word what is said of it
   * @param rate how often it happened then
   */
  public Evidence attacked(ClaimAxis axis, String setting, Word word, Rate rate) {
    Require.present("axis", axis);
    return with(axis, finding(setting, "", Require.present("word", word), rate));
  }

  /**
   * Adds what was found under another setting.
   *
   * @param axis what differs
   * @param setting how, such as "float32"
   * @param measured what was found then, in words
   * @param holds whether the criterion is met then
   */
  public Evidence attacked(ClaimAxis axis, String setting, String measured, boolean holds) {
    Require.present("axis", axis);
    return with(axis, Finding.fact(setting, measured, holds));
  }

  Evidence with(ClaimAxis axis, Finding finding) {
    var more = new EnumMap<ClaimAxis, List<Finding>>(ClaimAxis.class);
    more.putAll(attacks);
    var findings = new ArrayList<>(attacks.getOrDefault(axis, List.of()));
    findings.add(finding);
    more.put(axis, findings);
    return new Evidence(criterion, page, more, closed, unkept);
  }

  /**
   * Says why an axis is not open.
   *
   * @param axis which one
   * @param reason such as "the sentence speaks of two units"
   */
  public Evidence fixed(ClaimAxis axis, String reason) {
    Require.present("axis", axis);
    if (Require.present("reason", reason).isBlank()) {
      throw Require.refusal("reason must say something. Received: a blank text");
    }
    var less = new EnumMap<ClaimAxis, List<Finding>>(ClaimAxis.class);
    less.putAll(attacks);
    less.remove(axis);
    var more = new EnumMap<ClaimAxis, String>(ClaimAxis.class);
    more.putAll(closed);
    more.put(axis, reason);
    var others = EnumSet.noneOf(ClaimAxis.class);
    others.addAll(unkept);
    others.remove(axis);
    return new Evidence(criterion, page, less, more, others);
  }

  /**
   * Puts two together for a sentence that says two things: it holds where both do. Attacks with the
   * same setting are put together too; one that only one of them has stands by itself, beside what
   * the page measured of the other.
   *
   * @param other what speaks of the other half of the sentence
   */
  public Evidence and(Evidence other) {
    Require.present("other", other);
    var both = new EnumMap<ClaimAxis, List<Finding>>(ClaimAxis.class);
    for (ClaimAxis axis : ClaimAxis.values()) {
      List<Finding> findings = together(axis, other);
      if (!findings.isEmpty()) {
        both.put(axis, findings);
      }
    }
    var reasons = new EnumMap<ClaimAxis, String>(ClaimAxis.class);
    for (ClaimAxis axis : ClaimAxis.values()) {
      String reason = reason(axis).equals(UNTRAINED) ? other.reason(axis) : reason(axis);
      if (!both.containsKey(axis) && !reason.isEmpty() && !other.reason(axis).isEmpty()) {
        reasons.put(axis, reason);
      }
    }
    var missing = EnumSet.noneOf(ClaimAxis.class);
    missing.addAll(unkept);
    missing.addAll(other.unkept);
    return new Evidence(
        criterion + "; " + other.criterion, page.and(other.page), both, reasons, missing);
  }

  private List<Finding> together(ClaimAxis axis, Evidence other) {
    List<Finding> ours = attacks(axis);
    List<Finding> theirs = other.attacks(axis);
    var both = new ArrayList<Finding>();
    for (Finding one : ours) {
      both.add(
          theirs.stream()
              .filter(two -> two.setting().equals(one.setting()))
              .findFirst()
              .map(one::and)
              .orElseGet(() -> one.and(other.page)));
    }
    for (Finding two : theirs) {
      if (ours.stream().noneMatch(one -> one.setting().equals(two.setting()))) {
        both.add(two.and(page));
      }
    }
    return both;
  }

  /** Returns what makes the sentence true. */
  public String criterion() {
    return criterion;
  }

  /** Returns what the page measured. */
  public Finding page() {
    return page;
  }

  /** Returns what was found when one thing was another, in order; empty if it was not attacked. */
  public List<Finding> attacks(ClaimAxis axis) {
    return attacks.getOrDefault(axis, List.of());
  }

  /** Returns why an axis is not open, or blank if that is not said. */
  public String reason(ClaimAxis axis) {
    return closed.getOrDefault(axis, "");
  }

  /** Returns the axes that were not attacked, by the reason; a blank one where none is said. */
  public Map<String, List<ClaimAxis>> notAttacked() {
    return Arrays.stream(ClaimAxis.values())
        .filter(axis -> !attacks.containsKey(axis))
        .collect(Collectors.groupingBy(this::reason, LinkedHashMap::new, Collectors.toList()));
  }

  /** Returns the axes on which an attack turns what the page says. */
  Set<ClaimAxis> turning() {
    var turning = EnumSet.noneOf(ClaimAxis.class);
    attacks.forEach(
        (axis, findings) -> {
          if (findings.stream().anyMatch(this::turns)) {
            turning.add(axis);
          }
        });
    return turning;
  }

  private boolean turns(Finding finding) {
    return finding.answer() != Answer.UNDECIDED
        && page.answer() != Answer.UNDECIDED
        && finding.answer() != page.answer();
  }

  /** Returns the axes of which an attack is not kept for the parameters of the page. */
  Set<ClaimAxis> unkept() {
    return unkept;
  }

  /** Returns the axes of which nothing is said. */
  Set<ClaimAxis> untouched() {
    var untouched = EnumSet.allOf(ClaimAxis.class);
    untouched.removeAll(attacks.keySet());
    untouched.removeAll(closed.keySet());
    return untouched;
  }

  /** Returns what was measured, the criterion, and a line for each axis. */
  @Override
  public String toString() {
    return ClaimText.of(this);
  }
}
