package reluctant.claim;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rule;
import reluctant.train.Trial;

/**
 * A trial that is counted over seeds, and what is changed to attack what follows from it.
 *
 * <pre>{@code
 * var study = Study.of(trial, Halves::of, firstSeed, trials)
 *     .budget(10_000, 100_000).learningRate(0.0001, 0.01).baseSeeds(1_000_000, 2_000_000)
 *     .scale("inputs from -1 to 1", absoluteValue(400, 1))
 *     .fixed(WIDTH, "the sentence speaks of two units");
 * study.outcomes()                                  // counted once
 * study.is(about(0.5), "both halves learnt in", BOTH)     // evidence, with every attack
 * }</pre>
 *
 * <p>Attacks take longer than a page may, and so do thousands of seeds: {@code ./workbook attack}
 * trains them and keeps what they gave ({@link KeptAttacks}). A page shows what is kept for just
 * its own trial, seeds and rule, and trains the first 64 seeds to see that they give the same; with
 * any other parameter it trains all of them.
 *
 * <p>Immutable; a copy with more attacks shares what was trained.
 *
 * @param <O> the type of an outcome, an enum or Boolean
 */
public final class Study<O extends Comparable<? super O>> extends StudyAttacks<O> {
  final Cohort<O> cohort;
  final @Nullable Cohort<O> other;
  final List<Variation<O>> variations;
  final Map<ClaimAxis, String> closed;
  final int attackSeeds;
  final List<O> among;

  private Study(
      Cohort<O> cohort,
      @Nullable Cohort<O> other,
      List<Variation<O>> variations,
      Map<ClaimAxis, String> closed,
      int attackSeeds,
      List<O> among) {
    this.cohort = cohort;
    this.other = other;
    this.variations = List.copyOf(variations);
    this.closed = Map.copyOf(closed);
    this.attackSeeds = attackSeeds;
    this.among = List.copyOf(among);
  }

  /**
   * A trial to be counted. Nothing is trained yet.
   *
   * @param <O> the type of an outcome
   * @param trial what is repeated; its own seed does not matter
   * @param rule gives each run its outcome; it must have a name, as {@code Halves::of} has, that
   *     {@link Rules} knows
   * @param firstSeed the first seed
   * @param seeds how many, at least 1
   */
  public static <O extends Comparable<? super O>> Study<O> of(
      Trial trial, Rule<O> rule, long firstSeed, int seeds) {
    Require.present("trial", trial);
    Require.present("rule", rule);
    Require.atLeast("seeds", seeds, 1);
    var cohort = new PageCohort<>(trial, rule, List.of(), firstSeed, seeds);
    return new Study<>(cohort, null, List.of(), Map.of(), seeds, List.of());
  }

  /**
   * Says which outcomes are a success: a run that has it is at rest, however its loss moves. Said
   * before anything is trained.
   *
   * @param outcomes one or more
   */
  @SafeVarargs
  public final Study<O> settledBy(O... outcomes) {
    List<String> settled = new ArrayList<>();
    for (O each : outcomes) {
      settled.add(each.toString());
    }
    var cohort =
        new PageCohort<>(
            this.cohort.trial, this.cohort.rule, settled, this.cohort.firstSeed, this.cohort.seeds);
    return new Study<>(cohort, other, variations, closed, attackSeeds, among);
  }

  @Override
  Cohort<O> page() {
    return cohort;
  }

  @Override
  int attackSeeds() {
    return attackSeeds;
  }

  @Override
  Study<O> with(List<Variation<O>> attacks) {
    List<Variation<O>> more = Stream.concat(variations.stream(), attacks.stream()).toList();
    return new Study<>(cohort, other, more, closed, attackSeeds, among);
  }

  /**
   * Returns what the trial gave over its seeds: trained now, unless that was done or it is kept.
   */
  public Outcomes<O> outcomes() {
    return cohort.trained().outcomes();
  }

  /**
   * Compares with another trial, seed by seed: {@link #is} then judges how much more often this one
   * has an outcome. Attacks change both.
   *
   * @param other a study of the same rule and seeds
   */
  public Study<O> comparedWith(Study<O> other) {
    Require.present("other", other);
    if (cohort.firstSeed != other.cohort.firstSeed || cohort.seeds != other.cohort.seeds) {
      throw Require.refusal(
          format(
              "other must count the same seeds, %d from %d on. Received: %d from %d on",
              cohort.seeds, cohort.firstSeed, other.cohort.seeds, other.cohort.firstSeed));
    }
    return new Study<>(cohort, other.cohort, variations, closed, attackSeeds, among);
  }

  /**
   * Leaves out all other outcomes, so that shares are of these alone, and pairs those of which both
   * ended so.
   *
   * @param outcomes which stay
   */
  @SafeVarargs
  public final Study<O> among(O... outcomes) {
    List<O> kept = new ArrayList<>();
    for (O each : outcomes) {
      kept.add(each);
    }
    return new Study<>(cohort, other, variations, closed, attackSeeds, kept);
  }

  /**
   * Counts attacks over another number of seeds than the page counts itself: those that follow, and
   * those before that have none of their own.
   *
   * @param seeds at least 200
   */
  public Study<O> attackedOver(int seeds) {
    Require.atLeast("seeds", seeds, Verdict.FEWEST_TRIALS);
    List<Variation<O>> recounted =
        variations.stream().map(each -> each.over(cohort.seeds, seeds)).toList();
    return new Study<>(cohort, other, recounted, closed, seeds, among);
  }

  /**
   * Says why an axis is not open for anything that follows from this.
   *
   * @param axis which one
   * @param reason such as "the sentence speaks of two units"
   */
  public Study<O> fixed(ClaimAxis axis, String reason) {
    var more = new EnumMap<ClaimAxis, String>(ClaimAxis.class);
    more.putAll(closed);
    more.put(Require.present("axis", axis), Require.present("reason", reason));
    List<Variation<O>> less = variations.stream().filter(each -> each.axis() != axis).toList();
    return new Study<>(cohort, other, less, more, attackSeeds, among);
  }

  /**
   * Says why several axes are not open.
   *
   * @param reason such as "nothing is trained"
   * @param axes which ones
   */
  public Study<O> fixed(String reason, ClaimAxis... axes) {
    Study<O> study = this;
    for (ClaimAxis axis : axes) {
      study = study.fixed(axis, reason);
    }
    return study;
  }

  /** Says that the start alone is counted, so that nothing of the training is open. */
  public Study<O> untrained() {
    return fixed(
        "the start alone is counted",
        ClaimAxis.BUDGET,
        ClaimAxis.SCALE_OF_THE_DATA,
        ClaimAxis.WIDTH,
        ClaimAxis.LEARNING_RATE,
        ClaimAxis.OPTIMIZER,
        ClaimAxis.PRECISION,
        ClaimAxis.CUT,
        ClaimAxis.BATCH);
  }

  /**
   * Judges how often some outcomes happen or, {@link #comparedWith} another study, how much more
   * often, on the page and under each attack.
   *
   * @param word what is said of it
   * @param text what was counted, set before the number
   * @param outcomes which of them together
   * @return what speaks for and against it
   */
  @SafeVarargs
  public final Evidence is(Word word, String text, O... outcomes) {
    Require.present("word", word);
    Require.present("text", text);
    Require.atLeast("the number of outcomes", outcomes.length, 1);
    List<O> together = new ArrayList<>();
    for (O each : outcomes) {
      together.add(each);
    }
    return new Judging<>(this, word, text, together).evidence();
  }

  /**
   * Judges, of a study {@link #comparedWith} another one, how many seeds have the same outcome in
   * both, on the page and under each attack.
   *
   * @param word what is said of it
   * @param text what was counted, set before the number
   * @return what speaks for and against it
   */
  public Evidence isSame(Word word, String text) {
    Require.present("word", word);
    Require.present("text", text);
    if (other == null) {
      throw Require.refusal("other must be there to be the same as. Received: none");
    }
    return Judging.ofSame(this, word, text).evidence();
  }
}
