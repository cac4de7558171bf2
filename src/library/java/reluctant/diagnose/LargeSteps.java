package reluctant.diagnose;

import static reluctant.Text.format;
import static reluctant.Text.rounded;

import java.util.Optional;
import reluctant.diagnose.Diagnosis.Finding;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.SGD;
import reluctant.optimizers.Scheduled;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * Steps that are larger than is stable. Of gradient descent the limit is known: in a valley of
 * curvature lambda it diverges above 2 / lambda, with momentum m above 2 (1 + m) / lambda, with
 * Nesterov's above 2 (1 + m) / ((1 + 2 m) lambda). Of other optimizers a loss that bounces tells.
 */
final class LargeSteps {

  /** Momentum's own swings, and networks that find a wider valley, stay below. */
  private static final double SURELY = 1.5;

  /** A loss bounces that changes from epoch to epoch by more than this part of its mean. */
  private static final double LARGEST_CHANGE = 0.2;

  private static final int FEWEST_EPOCHS = 8;

  private LargeSteps() {}

  static Optional<Finding> of(Run run) {
    Trial trial = run.trial();
    double limit = limit(trial);
    double rate = trial.fit().optimizer().learningRate();
    if (rate > SURELY * limit) {
      return found(
          format(
              "Its steps are too large: at the start, gradient descent is stable below a learning"
                  + " rate of %s, and %s is %s times that.",
              rounded(limit), rounded(rate), rounded(rate / limit)));
    }
    double change = change(run.history().loss());
    return change > LARGEST_CHANGE
        ? found(
            format(
                "Its loss bounces, by %.0f %% of its mean from epoch to epoch in the last half.",
                100 * change))
        : Optional.empty();
  }

  private static Optional<Finding> found(String sentence) {
    return Optional.of(new Finding(Symptom.LARGE_STEPS, sentence));
  }

  /** The learning rate above which gradient descent leaves the start's valley; else infinite. */
  static double limit(Trial trial) {
    Optimizer optimizer = trial.fit().optimizer();
    if (optimizer instanceof Scheduled scheduled) {
      optimizer = scheduled.optimizer();
    }
    if (!(optimizer instanceof SGD sgd)) {
      return Double.POSITIVE_INFINITY;
    }
    double lambda = Curvature.largest(trial.initial(), trial.fit().loss(), trial.dataset());
    double faster = 2 * (1 + sgd.momentum()) / (sgd.nesterov() ? 1 + 2 * sgd.momentum() : 1);
    return lambda > 0 ? faster / lambda : Double.POSITIVE_INFINITY;
  }

  /** The mean change from epoch to epoch over the last half, in parts of the mean loss. */
  private static double change(double[] loss) {
    if (loss.length < FEWEST_EPOCHS) {
      return 0;
    }
    double changes = 0;
    double sum = 0;
    for (int i = loss.length / 2; i < loss.length; i++) {
      changes += Math.abs(loss[i] - loss[i - 1]);
      sum += loss[i];
    }
    return sum > 0 ? changes / sum : 0;
  }
}
