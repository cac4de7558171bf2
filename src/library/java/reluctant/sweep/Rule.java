package reluctant.sweep;

import java.io.Serializable;
import java.util.OptionalInt;
import reluctant.Require;
import reluctant.json.LineWriter;
import reluctant.train.Evaluation;
import reluctant.train.Metric;
import reluctant.train.Run;

/**
 * Says what became of a run: {@code Halves::of}, or any function of the trained network; {@link
 * #atLeast} asks for an accuracy, {@link #metric}, {@link #finalLoss} and {@link #epochsTo} give a
 * number.
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
   * The epoch, from 1, in which the loss was first at or below this one, NaN of a run in which it
   * never was: {@link reluctant.train.History#reached}. A trial whose fit has the same {@code
   * untilLoss} trains no further and gives the same.
   *
   * @param loss any finite number
   * @return the rule, named after the loss
   */
  static Rule<Double> epochsTo(double loss) {
    Require.finite("loss", loss);
    return new NamedRule<>(
        LineWriter.onEachJdk("epochs to loss " + loss),
        run -> epochOf(run.history().reached(loss)));
  }

  private static double epochOf(OptionalInt reached) {
    return reached.isPresent() ? reached.getAsInt() : Double.NaN;
  }

  /**
   * What a metric gives of the trained network on what it learnt from, such as {@code
   * BINARY_ACCURACY}: {@link Evaluation}.
   *
   * @param metric one of the library's, or of your own that can be sent
   * @return the rule, named after the metric
   */
  static Rule<Double> metric(Metric metric) {
    Require.present("metric", metric);
    return new NamedRule<>(
        LineWriter.onEachJdk(metric.toString()),
        run -> Evaluation.of(run.network(), metric, run.trial().dataset()));
  }

  /**
   * Whether a metric is as high as that, such as all samples right by {@code
   * Rule.atLeast(CATEGORICAL_ACCURACY, 1)}.
   *
   * @param metric one of the library's, or of your own that can be sent
   * @param least any finite number
   * @return the rule, named after both
   */
  static Rule<Boolean> atLeast(Metric metric, double least) {
    Require.present("metric", metric);
    Require.finite("least", least);
    return new NamedRule<>(
        LineWriter.onEachJdk(metric + " at least " + least),
        run -> Evaluation.of(run.network(), metric, run.trial().dataset()) >= least);
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
