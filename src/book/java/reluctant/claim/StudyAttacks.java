package reluctant.claim;

import static reluctant.Text.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.data.Problem;
import reluctant.nn.Dense;
import reluctant.nn.Initializer;
import reluctant.optimizers.Adam;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.RMSprop;
import reluctant.sweep.Rule;
import reluctant.train.Fit;
import reluctant.train.Trial;

/**
 * The ways in which a {@link Study} is attacked, axis by axis.
 *
 * @param <O> the type of an outcome
 */
abstract sealed class StudyAttacks<O extends Comparable<? super O>> permits Study {
  private static final long MILLION = 1_000_000;

  /** What the page counts. */
  abstract Cohort<O> page();

  /** Over how many seeds the next attacks are counted. */
  abstract int attackSeeds();

  /** The study with these attacks behind those that it has. */
  abstract Study<O> with(List<Variation<O>> attacks);

  /**
   * Adds an attack.
   *
   * @param axis what is another
   * @param setting how a card names it
   * @param change makes the trial another
   */
  public Study<O> attack(ClaimAxis axis, String setting, UnaryOperator<Trial> change) {
    return attack(axis, setting, change, page().rule);
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
    return with(
        List.of(new Variation<>(axis, setting, change, rule, page().firstSeed, attackSeeds())));
  }

  private Variation<O> variation(ClaimAxis axis, String setting, UnaryOperator<Trial> change) {
    Cohort<O> page = page();
    return new Variation<>(axis, setting, change, page.rule, page.firstSeed, attackSeeds());
  }

  /**
   * Adds the attacks that hardly any verdict is closed to: ten and a hundred times the epochs, a
   * tenth of the learning rate and ten times it, RMSprop (or, of RMSprop, Adam) at the same one, a
   * quarter of the batch and all samples in one, kernels that start by He's rule, and the seeds
   * from a million and from two million on.
   */
  public Study<O> attacked() {
    Fit fit = page().trial.fit();
    Optimizer optimizer = fit.optimizer();
    double rate = optimizer.learningRate();
    Optimizer other = optimizer instanceof RMSprop ? new Adam(rate) : new RMSprop(rate);
    return budget(10 * fit.epochs(), 100 * fit.epochs())
        .learningRate(rate / 10, rate * 10)
        .optimizer(other)
        .batch(Math.max(1, fit.batchSize() / 4), page().trial.data().samples())
        .start("He normal", Initializer.HE_NORMAL)
        .baseSeeds(page().firstSeed + MILLION, page().firstSeed + 2 * MILLION);
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
                        "learning rate "
                            + BigDecimal.valueOf(each).stripTrailingZeros().toPlainString(),
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
                    variation(
                        ClaimAxis.OPTIMIZER,
                        each.toString().replace("new ", ""),
                        trial -> trial.optimizer(each)))
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
              page().rule,
              each,
              attackSeeds()));
    }
    return with(more);
  }
}
