package reluctant.train;

import static reluctant.Text.format;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.steps.Series;

/**
 * What a training writes down, epoch by epoch, and when it ends. Both trainers keep to it; it is
 * the library's own.
 *
 * <p>The first of these ends a training: a loss that is not finite, the loss that is enough, see
 * {@link Fit#untilLoss(double)}, no progress for the patience of {@link EarlyStopping}, the last
 * epoch.
 */
public final class Progress {

  private final Trial trial;
  private final Series loss;
  private final Series validationLoss;
  private final Series gradientNorm;
  private final List<Series> metrics;
  private double best = Double.POSITIVE_INFINITY;
  private int epochsSinceBest;

  /**
   * No epoch has ended yet.
   *
   * @param trial what is run
   */
  public Progress(Trial trial) {
    this.trial = Require.present("trial", trial);
    Fit fit = trial.fit();
    loss = new Series(fit.epochs());
    gradientNorm = new Series(fit.epochs());
    validationLoss = new Series(fit.validationData() == null ? 0 : fit.epochs());
    metrics = Stream.generate(() -> new Series(fit.epochs())).limit(fit.metrics().size()).toList();
  }

  /**
   * Ends an epoch.
   *
   * @param loss the mean loss over its samples
   * @param gradientNorm the mean length of the gradient
   * @param metrics the mean of each of the fit's metrics. Not modified.
   * @param validationLoss the loss on the validation data, not looked at if there are none
   * @return how the training ended, or null if it goes on
   * @throws IllegalArgumentException if metrics are not as many as the fit's, or all its epochs
   *     have ended
   */
  public History.@Nullable End endEpoch(
      double loss, double gradientNorm, double[] metrics, double validationLoss) {
    check(Require.present("metrics", metrics));
    this.loss.add(loss);
    this.gradientNorm.add(gradientNorm);
    for (int m = 0; m < metrics.length; m++) {
      this.metrics.get(m).add(metrics[m]);
    }
    boolean isValidated = trial.fit().validationData() != null;
    if (isValidated) {
      this.validationLoss.add(validationLoss);
    }
    watch(isValidated ? validationLoss : loss);
    return end(loss);
  }

  private void check(double[] metrics) {
    if (metrics.length != this.metrics.size()) {
      throw Require.refusal(
          format(
              "metrics must be as many as the fit's, %d. Received: %d",
              this.metrics.size(), metrics.length));
    }
    int epochs = trial.fit().epochs();
    if (epochs() == epochs) {
      throw Require.refusal(
          format("the epoch must be one of the fit's %d. Received: %d", epochs, epochs + 1L));
    }
  }

  private void watch(double now) {
    EarlyStopping stopping = trial.fit().earlyStopping();
    if (stopping != null && stopping.isBetter(now, best)) {
      best = now;
      epochsSinceBest = 0;
    } else {
      epochsSinceBest++;
    }
  }

  private History.@Nullable End end(double loss) {
    Fit fit = trial.fit();
    EarlyStopping stopping = fit.earlyStopping();
    if (!Double.isFinite(loss)) {
      return History.End.DIVERGED;
    }
    if (loss <= fit.untilLoss().orElse(Double.NEGATIVE_INFINITY)) {
      return History.End.REACHED;
    }
    if (stopping != null && epochsSinceBest >= stopping.patience()) {
      return History.End.STOPPED_EARLY;
    }
    return epochs() == fit.epochs() ? History.End.COMPLETED : null;
  }

  /** Returns how many epochs have ended. */
  public int epochs() {
    return loss.size();
  }

  /**
   * Says whether the network is to be kept as it is, since the epoch that ended last was the best
   * and early stopping restores that one.
   */
  public boolean isBest() {
    EarlyStopping stopping = trial.fit().earlyStopping();
    return stopping != null
        && stopping.restoreBestWeights()
        && epochs() > 0
        && epochsSinceBest == 0;
  }

  /**
   * Returns the epochs that have ended.
   *
   * @param end why it ended
   * @param steps how often the parameters moved
   */
  public History history(History.End end, long steps) {
    return new History(
        trial,
        loss.toArray(),
        validationLoss.toArray(),
        gradientNorm.toArray(),
        metrics.stream().map(Series::toArray).toArray(double[][]::new),
        end,
        steps);
  }
}
