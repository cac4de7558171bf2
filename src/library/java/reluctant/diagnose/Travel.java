package reluctant.diagnose;

import static reluctant.Text.format;
import static reluctant.Text.rounded;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;
import reluctant.diagnose.Diagnosis.Finding;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.optimizers.Adam;
import reluctant.optimizers.AdamW;
import reluctant.optimizers.Adamax;
import reluctant.optimizers.Lion;
import reluctant.optimizers.Nadam;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.RMSprop;
import reluctant.optimizers.Scheduled;
import reluctant.train.Trial;

/**
 * How far a parameter can go. Adam and its kin move each number by hardly more than the learning
 * rate in a step, whatever the gradient (Kingma and Ba 2015, section 2.1), so that a bias cannot
 * follow inputs that spread over more than the rates of all steps.
 */
final class Travel {

  /** Kinks must be able to move by this part of the units' spread. */
  private static final double LEAST_SHARE = 0.1;

  private Travel() {}

  /** What the data ask for and the architecture or the budget does not give. */
  static Optional<Finding> of(Trial trial) {
    return outside(trial).or(() -> biases(trial));
  }

  private static Optional<Finding> outside(Trial trial) {
    OutputRange range = OutputRange.of(trial.model());
    double[] y = trial.dataset().targets().getDDRM().data;
    long outside = range.outside(y);
    return outside == 0
        ? Optional.empty()
        : found("Its targets are out of reach: " + range.told(outside, y.length) + ".");
  }

  private static Optional<Finding> biases(Trial trial) {
    double all = all(trial);
    boolean bends = trial.model().layers().size() > 1 && !trial.model().isLinear();
    if (!bends || !(trial.model().layers().get(0) instanceof Dense first) || !first.useBias()) {
      return Optional.empty();
    }
    double spread = spread(trial.initial(), trial);
    return all >= LEAST_SHARE * spread
        ? Optional.empty()
        : found(
            format(
                "A bias moves by hardly more than %s in all its steps, and what it is to shift"
                    + " spreads over %s: no kink can follow inputs of this scale.",
                rounded(all), rounded(spread)));
  }

  private static Optional<Finding> found(String sentence) {
    return Optional.of(new Finding(Symptom.OUT_OF_REACH, sentence));
  }

  /**
   * The sum of the rates of all steps, of optimizers that move no number by more; else infinite.
   */
  static double all(Trial trial) {
    Optimizer optimizer = trial.fit().optimizer();
    if (!isBounded(optimizer instanceof Scheduled scheduled ? scheduled.optimizer() : optimizer)) {
      return Double.POSITIVE_INFINITY;
    }
    int batch = trial.fit().batchSize();
    long steps = (trial.data().samples() + batch - 1L) / batch * trial.fit().epochs();
    if (!(optimizer instanceof Scheduled)) {
      return steps * optimizer.learningRate();
    }
    double all = 0;
    for (long step = 0; step < steps; step++) {
      all += optimizer.rate(step);
    }
    return all;
  }

  private static boolean isBounded(Optimizer optimizer) {
    return optimizer instanceof Adam
        || optimizer instanceof AdamW
        || optimizer instanceof Adamax
        || optimizer instanceof Nadam
        || optimizer instanceof Lion
        || optimizer instanceof RMSprop;
  }

  /** The median, over the units of the first layer, of the root mean square of w x at the start. */
  private static double spread(Network initial, Trial trial) {
    SimpleMatrix z = initial.preActivations(0, trial.dataset().inputs());
    SimpleMatrix bias = initial.bias(0);
    var spreads = new double[z.getNumCols()];
    for (int unit = 0; unit < spreads.length; unit++) {
      double squares = 0;
      for (int row = 0; row < z.getNumRows(); row++) {
        double wx = z.get(row, unit) - bias.get(unit);
        squares += wx * wx;
      }
      spreads[unit] = Math.sqrt(squares / z.getNumRows());
    }
    Arrays.sort(spreads);
    return spreads[spreads.length / 2];
  }
}
