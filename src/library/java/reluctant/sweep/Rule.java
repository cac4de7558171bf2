package reluctant.sweep;

import java.io.Serializable;
import reluctant.Require;
import reluctant.json.LineWriter;
import reluctant.train.History;
import reluctant.train.Run;

/**
 * Says what became of a run: {@code Halves::of}, or any function of the trained network; {@link
 * #finalLoss} and {@link #epochsTo} give a number.
 *
 * <p>It is called by several threads and, on a cluster, sent to other machines. It must give the
 * same outcome for the same run.
 *
 * @param <O> the type of an outcome
 */
@FunctionalInterface
public interface Rule<O> extends Serializable {

  /**
   * Says what became of a run.
   *
   * @param run a trial that was trained
   * @return the outcome, never null
   */
  O of(Run run);

  /**
   * Returns what this rule is called where its outcomes are kept or sent. A method has its own
   * name, such as {@code Halves::of}; a lambda expression gets one by {@link OutcomeSweep#named}. A
   * class of rules overrides this, with a name that tells its rules apart.
   *
   * @return the name, the same in each JVM
   * @throws IllegalArgumentException if it has none
   */
  default String name() {
    return RuleCode.name(this);
  }

  /**
   * The number of epochs until the loss was first this low, NaN of a run that never came down to
   * it.
   *
   * @param loss any finite number
   * @return the rule, named after the loss
   */
  static Rule<Double> epochsTo(double loss) {
    Require.finite("loss", loss);
    return new NamedRule<>(
        LineWriter.onEachJdk("epochs to loss " + loss), run -> epochsTo(run.history(), loss));
  }

  private static double epochsTo(History history, double most) {
    double[] losses = history.loss();
    int epoch = 0;
    while (epoch < losses.length && !(losses[epoch] <= most)) {
      epoch++;
    }
    return epoch < losses.length ? epoch + 1 : Double.NaN;
  }

  /**
   * The loss of the last epoch, which is no number of a run that diverged.
   *
   * @return the rule, named "final loss"
   */
  static Rule<Double> finalLoss() {
    return new NamedRule<>("final loss", run -> run.history().finalLoss());
  }
}
