package reluctant.train;

import static reluctant.Text.format;
import static reluctant.train.History.End.DIVERGED;
import static reluctant.train.History.End.INTERRUPTED;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.steps.Series;

/**
 * What a training writes down, epoch by epoch, and when it ends. Both trainers keep to it; it is
 * the library's own.
 *
 * <p>The first of these ends a fit: a loss that is not finite, the loss that is enough, see {@link
 * Fit#untilLoss(double)}, no progress for the patience of {@link EarlyStopping}, the last epoch.
 */
public final class Progress {

  private final Trial trial;
  private final List<Fit> fits;
  private final int[] epochsOfFits;
  private final Series loss;
  private final Series validationLoss;
  private final Series gradientNorm;
  private final List<Series> metrics;
  private int begun;
  private long steps;
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
    fits = fit.fits();
    epochsOfFits = new int[fits.size()];
    int most = fit.totalEpochs();
    loss = new Series(most);
    gradientNorm = new Series(most);
    validationLoss = new Series(fit.validationData() == null ? 0 : most);
    metrics = Stream.generate(() -> new Series(most)).limit(fit.metrics().size()).toList();
  }

  /** Returns the fit that goes on, or was the last. */
  private Fit fit() {
    return fits.get(begun);
  }

  /**
   * Ends an epoch.
   *
   * @param loss the mean loss over its samples
   * @param gradientNorm the mean length of the gradient
   * @param metrics the mean of each of the fit's metrics. Not modified.
   * @param validationLoss the loss on the validation data, not looked at if there are none
   * @return how the fit ended, or null if it goes on
   * @throws IllegalArgumentException if metrics are not as many as the fit's, or all its epochs
   *     have ended
   */
  public History.@Nullable End endEpoch(
      double loss, double gradientNorm, double[] metrics, double validationLoss) {
    check(Require.present("metrics", metrics));
    epochsOfFits[begun]++;
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
    int epochs = fit().epochs();
    if (epochsOfFits[begun] == epochs) {
      throw Require.refusal(
          format("the epoch must be one of the fit's %d. Received: %d", epochs, epochs + 1L));
    }
  }

  private void watch(double now) {
    EarlyStopping stopping = fit().earlyStopping();
    if (stopping != null && stopping.isBetter(now, best)) {
      best = now;
      epochsSinceBest = 0;
    } else {
      epochsSinceBest++;
    }
  }

  private History.@Nullable End end(double loss) {
    Fit fit = fit();
    EarlyStopping stopping = fit.earlyStopping();
    if (!Double.isFinite(loss)) {
      return DIVERGED;
    }
    if (loss <= fit.untilLoss().orElse(Double.NEGATIVE_INFINITY)) {
      return History.End.REACHED;
    }
    if (stopping != null && epochsSinceBest >= stopping.patience()) {
      return History.End.STOPPED_EARLY;
    }
    return epochsOfFits[begun] == fit.epochs() ? History.End.COMPLETED : null;
  }

  /** Returns how many epochs have ended, of all fits so far. */
  public int epochs() {
    return loss.size();
  }

  /**
   * Says whether the network is to be kept as it is, since the epoch that ended last was the best
   * and early stopping restores that one.
   */
  public boolean isBest() {
    EarlyStopping stopping = fit().earlyStopping();
    return stopping != null
        && stopping.restoreBestWeights()
        && epochsOfFits[begun] > 0
        && epochsSinceBest == 0;
  }

  /**
   * Ends a fit. Another one begins, if there is one, unless the loss was not finite or the training
   * was interrupted.
   *
   * @param end how it ended
   * @param steps how often the parameters moved in it
   * @return what happened in all fits, or null if another one has begun
   */
  public @Nullable History endFit(History.End end, long steps) {
    boolean isWhole = Require.present("end", end) != DIVERGED && end != INTERRUPTED;
    this.steps += steps;
    if (isWhole && begun + 1 < fits.size()) {
      begun++;
      best = Double.POSITIVE_INFINITY;
      epochsSinceBest = 0;
      return null;
    }
    return history(end, this.steps);
  }

  /**
   * Returns what happened so far, as of a training that is interrupted now.
   *
   * @param steps how often the parameters moved in the fit that goes on
   */
  public History soFar(long steps) {
    return history(INTERRUPTED, this.steps + steps);
  }

  private History history(History.End end, long steps) {
    return new History(
        trial,
        loss.toArray(),
        validationLoss.toArray(),
        gradientNorm.toArray(),
        metrics.stream().map(Series::toArray).toArray(double[][]::new),
        Arrays.copyOf(epochsOfFits, begun + 1),
        end,
        steps);
  }
}
