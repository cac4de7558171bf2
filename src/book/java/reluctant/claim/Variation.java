package reluctant.claim;

import java.util.function.UnaryOperator;
import reluctant.Require;
import reluctant.sweep.Rule;
import reluctant.train.Trial;

/**
 * An attack on a study: one thing of it is another.
 *
 * @param axis what is another
 * @param setting how a card names it
 * @param change makes the trial another
 * @param rule gives each run its outcome
 * @param firstSeed the first seed
 * @param seeds how many
 */
record Variation<O extends Comparable<? super O>>(
    ClaimAxis axis,
    String setting,
    UnaryOperator<Trial> change,
    Rule<O> rule,
    long firstSeed,
    int seeds) {

  Variation {
    Require.present("axis", axis);
    Require.present("setting", setting);
    Require.present("change", change);
  }

  /** The same over other seeds, if it has as many as the page. */
  Variation<O> over(int page, int other) {
    return seeds == page ? new Variation<>(axis, setting, change, rule, firstSeed, other) : this;
  }
}
