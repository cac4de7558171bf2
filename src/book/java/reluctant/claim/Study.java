package reluctant.claim;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.data.Problem;
import reluctant.nn.Dense;
import reluctant.nn.Initializer;
import reluctant.optimizers.Adam;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.RMSprop;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rule;
import reluctant.train.Fit;
import reluctant.train.Trial;

/**
 * A trial that is counted over seeds, and what is changed to attack what follows from it.
 *
 * <pre>{@code
 * var study = Study.of(trial, Halves::of, firstSeed, trials)
 *     .budget(10_000, 100_000).learningRate(0.0001, 0.01).baseSeeds(1_000_000, 2_000_000)
 *     .scale("inputs from -1 to 1", absoluteValue(400, 1))
 *     .fixed(WIDTH, "the sentence speaks of two units");
 * study.outcomes()                                  // trained here, once
 * study.is(about(0.5), "both halves learnt in", BOTH)     // evidence, with every attack
 * }</pre>
 *
 * <p>The page trains the trial itself. Attacks take longer than a page may: {@code ./workbook
 * attack} runs them and keeps what they gave ({@link KeptAttacks}), and a page shows what is kept
 * for just its own trial, seeds and rule.
 *
 * <p>Immutable; a copy with more attacks shares what was trained.
 *
 * @param <O> the type of an outcome, an enum or Boolean
 */
public final class Study<O extends Comparable<? super O>> {
  private static final long MILLION = 1_000_000;

  final Cohort<O> cohort;
  final @Nullable Cohort<O> other;
  final List<Variation<O>> variations;
  final Map<ClaimAxis, String> closed;
  final int attackSeeds;
  final List<O> among;

  /** One thing that is another. */
  record Variation<O extends Comparable<? super O>>(
      ClaimAxis axis,
      String setting,
      UnaryOperator<Trial> change,
      Rule<O> rule,
      long firstSeed,
      int seeds) {

    /** The same over other seeds, if it has as many as the page. */
    Variation<O> over(int page, int other) {
      return seeds == page ? new Variation<>(axis, setting, change, rule, firstSeed, other) : this;
    }
  }

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
    var cohort = new Cohort<>(trial, rule, List.of(), firstSeed, seeds);
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
        new Cohort<>(
            this.cohort.trial, this.cohort.rule, settled, this.cohort.firstSeed, this.cohort.seeds);
    return new Study<>(cohort, other, variations, closed, attackSeeds, among);
  }

  /** Trains the trial over its seeds, unless that is done, and returns what was counted. */
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
   * Adds an attack.
   *
   * @param axis what is another
   * @param setting how a card names it
   * @param change makes the trial another
   */
  public Study<O> attack(ClaimAxis axis, String setting, UnaryOperator<Trial> change) {
    return attack(axis, setting, change, cohort.rule);
  }

  /**
   * Adds an attack that is counted by another rule.
   *
   * @param axis what is another
   * @param setting how a card names it
   * @param change makes the trial another, or leaves it as it is
   * @param rule with a name of its own that {@link Rules} knows
   */
  public Study<O> attack(
      ClaimAxis axis, String setting, UnaryOperator<Trial> change, Rule<O> rule) {
    Require.present("rule", rule);
    return with(new Variation<>(axis, setting, change, rule, cohort.firstSeed, attackSeeds));
  }

  private Study<O> with(Variation<O> variation) {
    Require.present("axis", variation.axis());
    Require.present("setting", variation.setting());
    Require.present("change", variation.change());
    List<Variation<O>> more = Stream.concat(variations.stream(), Stream.of(variation)).toList();
    return new Study<>(cohort, other, more, closed, attackSeeds, among);
  }

  private Study<O> with(List<Variation<O>> variations) {
    Study<O> study = this;
    for (Variation<O> variation : variations) {
      study = study.with(variation);
    }
    return study;
  }

  private Variation<O> variation(ClaimAxis axis, String setting, UnaryOperator<Trial> change) {
    return new Variation<>(axis, setting, change, cohort.rule, cohort.firstSeed, attackSeeds);
  }

  /**
   * Adds the attacks that hardly any verdict is closed to: ten and a hundred times the epochs, a
   * tenth of the learning rate and ten times it, RMSprop (or, of RMSprop, Adam) at the same one, a
   * quarter of the batch and all samples in one, kernels that start by He's rule, and the seeds
   * from a million and from two million on.
   */
  public Study<O> attacked() {
    Fit fit = cohort.trial.fit();
    Optimizer optimizer = fit.optimizer();
    double rate = optimizer.learningRate();
    Optimizer other = optimizer instanceof RMSprop ? new Adam(rate) : new RMSprop(rate);
    return budget(10 * fit.epochs(), 100 * fit.epochs())
        .learningRate(rate / 10, rate * 10)
        .optimizer(other)
        .batch(Math.max(1, fit.batchSize() / 4), cohort.trial.data().samples())
        .start("He normal", Initializer.HE_NORMAL)
        .baseSeeds(cohort.firstSeed + MILLION, cohort.firstSeed + 2 * MILLION);
  }

  /**
   * Attacks the budget.
   *
   * @param epochs each how long is trained instead
   */
  public Study<O> budget(int... epochs) {
    return with(
        IntStream.of(epochs)
            .mapToObj(
                each ->
                    variation(
                        ClaimAxis.BUDGET, format("%,d epochs", each), trial -> trial.epochs(each)))
            .toList());
  }

  /**
   * Attacks the learning rate.
   *
   * @param rates each the size of a step instead
   */
  public Study<O> learningRate(double... rates) {
    return with(
        DoubleStream.of(rates)
            .mapToObj(
                each ->
                    variation(
                        ClaimAxis.LEARNING_RATE,
                        "learning rate " + each,
                        trial -> trial.learningRate(each)))
            .toList());
  }

  /**
   * Attacks the optimizer.
   *
   * @param optimizers each how parameters follow the gradient instead
   */
  public Study<O> optimizer(Optimizer... optimizers) {
    return with(
        Stream.of(optimizers)
            .map(
                each ->
                    variation(ClaimAxis.OPTIMIZER, each.toString(), trial -> trial.optimizer(each)))
            .toList());
  }

  /**
   * Attacks the batch.
   *
   * @param sizes each how many samples a step sees instead
   */
  public Study<O> batch(int... sizes) {
    return with(
        IntStream.of(sizes)
            .mapToObj(
                each ->
                    variation(
                        ClaimAxis.BATCH,
                        "batches of " + each,
                        trial -> trial.fit(trial.fit().batchSize(each))))
            .toList());
  }

  /**
   * Attacks the width.
   *
   * @param units each how many units a hidden layer has instead
   */
  public Study<O> units(int... units) {
    return with(
        IntStream.of(units)
            .mapToObj(
                each ->
                    variation(ClaimAxis.WIDTH, each + " units", trial -> trial.hiddenUnits(each)))
            .toList());
  }

  /**
   * Attacks the start.
   *
   * @param setting how a card names it
   * @param initializers of the kernels instead: one for all, or one for each in order
   */
  public Study<O> start(String setting, Initializer... initializers) {
    return attack(
        ClaimAxis.START,
        setting,
        trial ->
            initializers.length == 1
                ? trial.kernels(each(trial, initializers[0]))
                : trial.kernels(initializers));
  }

  private static Initializer[] each(Trial trial, Initializer initializer) {
    return trial.model().layers().stream()
        .filter(Dense.class::isInstance)
        .map(layer -> initializer)
        .toArray(Initializer[]::new);
  }

  /**
   * Attacks the scale of the data.
   *
   * @param setting how a card names it
   * @param data the same data in another scale
   */
  public Study<O> scale(String setting, Problem data) {
    return attack(ClaimAxis.SCALE_OF_THE_DATA, setting, trial -> trial.data(data));
  }

  /**
   * Attacks the cut.
   *
   * @param setting how a card names it
   * @param rule with another cut, and a name of its own that {@link Rules} knows
   */
  public Study<O> cut(String setting, Rule<O> rule) {
    return attack(ClaimAxis.CUT, setting, UnaryOperator.identity(), rule);
  }

  /**
   * Attacks the seeds: as many from another one on.
   *
   * @param seeds each a first seed instead
   */
  public Study<O> baseSeeds(long... seeds) {
    var more = new ArrayList<Variation<O>>();
    for (long each : seeds) {
      more.add(
          new Variation<>(
              ClaimAxis.BASE_SEED,
              format("seeds from %,d on", each),
              UnaryOperator.identity(),
              cohort.rule,
              each,
              attackSeeds));
    }
    return with(more);
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
