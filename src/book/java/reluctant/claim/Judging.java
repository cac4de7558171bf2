package reluctant.claim;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.claim.Finding.Source;
import reluctant.sweep.Gain;
import reluctant.sweep.Rate;
import reluctant.train.Trial;

/** How a study's counts become evidence. */
final class Judging<O extends Comparable<? super O>> {
  static final String NONE_KEPT = "no attack is kept for these parameters";

  private static final String UNTRIED = "untried: float64 here, float32 in the thread";

  private final Study<O> study;
  private final Word word;
  private final String text;

  /** Which outcomes are asked for; of a pair, none if both are to be the same. */
  private final List<String> outcomes;

  private final List<String> among;

  Judging(Study<O> study, Word word, String text, List<O> outcomes) {
    this.study = study;
    this.word = word;
    this.text = text;
    this.outcomes = outcomes.stream().map(Object::toString).toList();
    this.among = study.among.stream().map(Object::toString).toList();
  }

  static <O extends Comparable<? super O>> Judging<O> ofSame(
      Study<O> study, Word word, String text) {
    return new Judging<>(study, word, text, List.of());
  }

  Evidence evidence() {
    Cohort<O> cohort = study.cohort;
    Cohort<O> other = study.other;
    Counts page = other == null ? cohort.counts() : cohort.countsWith(other);
    var attacks = new EnumMap<ClaimAxis, List<Finding>>(ClaimAxis.class);
    var closed = new EnumMap<ClaimAxis, String>(ClaimAxis.class);
    closed.put(ClaimAxis.PRECISION, UNTRIED);
    closed.putAll(study.closed);
    var unkept = EnumSet.noneOf(ClaimAxis.class);
    for (Variation<O> variation : study.variations) {
      closed.putIfAbsent(variation.axis(), NONE_KEPT);
      attack(variation)
          .ifPresentOrElse(
              finding ->
                  attacks.computeIfAbsent(variation.axis(), axis -> new ArrayList<>()).add(finding),
              () -> unkept.add(variation.axis()));
    }
    closed.keySet().removeAll(attacks.keySet());
    List<String> lines = lines(cohort.trial, other == null ? null : other.trial);
    return new Evidence(
        text + ": " + word.text(),
        finding("", text, page, lines, source()),
        attacks,
        closed,
        unkept);
  }

  /** Kept, as far as the page did not train it. */
  private Source source() {
    Cohort<O> other = study.other;
    boolean isKept = study.cohort.isKept() || (other != null && other.isKept());
    return isKept ? Source.KEPT : Source.PAGE;
  }

  private Optional<Finding> attack(Variation<O> variation) {
    return KeptAttacks.ofWorkbook()
        .find(attackOf(variation))
        .map(
            counts ->
                finding(variation.setting(), "", counts, attackOf(variation).lines(), Source.KEPT)
                    .moving(moving(variation, counts)));
  }

  private Attack attackOf(Variation<O> variation) {
    Trial first = variation.change().apply(study.cohort.trial);
    Cohort<O> other = study.other;
    Trial second = other == null ? null : variation.change().apply(other.trial);
    return new Attack(
        page(),
        first,
        second,
        Rules.texts(variation.rule()),
        study.cohort.settled,
        variation.firstSeed(),
        variation.seeds());
  }

  /** What the attack is on, so that it is shown on no other page. */
  private String page() {
    Cohort<O> cohort = study.cohort;
    Cohort<O> other = study.other;
    return Counts.hash(
        String.join("\n", lines(cohort.trial, other == null ? null : other.trial))
            + format("\n%s %d %d", cohort.rule.name(), cohort.firstSeed, cohort.seeds));
  }

  static List<String> lines(Trial first, @Nullable Trial second) {
    return Stream.of(Optional.of(first), Optional.ofNullable(second))
        .flatMap(Optional::stream)
        .map(trial -> trial.seed(0).toString())
        .toList();
  }

  /** A budget says how many have not come to rest yet. */
  private static double moving(Variation<?> variation, Counts counts) {
    return variation.axis() == ClaimAxis.BUDGET ? (double) counts.moving() / counts.trials() : 0;
  }

  private Finding finding(
      String setting, String told, Counts counts, List<String> lines, Source source) {
    return Finding.counted(setting, told, measure(counts), word, lines, source);
  }

  private Measure measure(Counts counts) {
    if (study.other != null && outcomes.isEmpty()) {
      long same = counts.count(pair -> Counts.first(pair).equals(Counts.second(pair)));
      return new CountedShare(new Rate(same, counts.trials()));
    }
    if (study.other != null) {
      return new CountedGain(
          new Gain(
              counts.count(pair -> isBetween(pair, true, false)),
              counts.count(pair -> isBetween(pair, false, true)),
              counts.count(pair -> counts(Counts.first(pair)) && counts(Counts.second(pair)))));
    }
    return new CountedShare(new Rate(counts.count(outcomes::contains), counts.count(this::counts)));
  }

  private boolean isBetween(String pair, boolean first, boolean second) {
    String one = Counts.first(pair);
    String two = Counts.second(pair);
    return counts(one) && counts(two) && has(one) == first && has(two) == second;
  }

  private boolean counts(String outcome) {
    return among.isEmpty() || among.contains(outcome);
  }

  private boolean has(String outcome) {
    return outcomes.contains(outcome);
  }
}
