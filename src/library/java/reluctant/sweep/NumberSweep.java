package reluctant.sweep;

import reluctant.train.ProgressListener;

/**
 * A sweep with the rule that gives each of its runs a number.
 *
 * @param <N> the type of a number
 */
public final class NumberSweep<N extends Number & Comparable<? super N>> {

  private final OutcomeSweep<N> outcomes;

  NumberSweep(OutcomeSweep<N> outcomes) {
    this.outcomes = outcomes;
  }

  /**
   * Gives the rule a name, as {@link OutcomeSweep#named} does: {@code numbers(run ->
   * ..).named("largest weight")}.
   *
   * @param name any text but a blank one; another one whenever the rule changes
   * @return the changed copy
   */
  public NumberSweep<N> named(String name) {
    return new NumberSweep<>(outcomes.named(name));
  }

  /**
   * Runs all trials, as {@link OutcomeSweep#run()} does: with the same files, interrupts and
   * errors.
   *
   * @return the numbers, the same for any engine and number of threads
   */
  public Numbers run() {
    return Numbers.of(outcomes.run());
  }

  /**
   * Runs all trials and tells how far it is.
   *
   * @param listener told of the trials
   * @return the numbers
   */
  public Numbers run(ProgressListener listener) {
    return Numbers.of(outcomes.run(listener));
  }
}
