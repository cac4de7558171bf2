package reluctant.train;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.Require;

/**
 * What happened in a training, epoch by epoch. Immutable.
 *
 * <p>Loss and metrics of an epoch are means over its samples, each taken before its batch's step,
 * as Keras' History has them. Where fits follow each other, see {@link Fit#then}, their epochs do
 * too.
 */
public final class History {

  /** How a training ended, or the last of the fits that it is made of. */
  public enum End {
    /** All its epochs were run. */
    COMPLETED,
    /** Its loss was low enough, see {@link Fit#untilLoss(double)}. */
    REACHED,
    /** It had stopped getting better, see {@link EarlyStopping}. */
    STOPPED_EARLY,
    /** The loss stopped being finite. */
    DIVERGED,
    /**
     * The thread was interrupted. The network is as the last whole batch left it, or that of the
     * best epoch where early stopping restores it and one has ended.
     */
    INTERRUPTED
  }

  private final Trial trial;
  private final double[] loss;
  private final double[] validationLoss;
  private final double[] gradientNorm;
  private final double[][] metricValues;
  private final int[] epochsOfFits;
  private final End end;
  private final long steps;

  /**
   * Writes down what happened in a training of a single fit.
   *
   * @param trial what was run
   * @param loss of each epoch
   * @param validationLoss of each epoch, or none
   * @param gradientNorm of each epoch
   * @param metricValues of each metric, for each epoch
   * @param end why it ended
   * @param steps how often the parameters moved
   */
  public History(
      Trial trial,
      double[] loss,
      double[] validationLoss,
      double[] gradientNorm,
      double[][] metricValues,
      End end,
      long steps) {
    this(
        trial,
        loss,
        validationLoss,
        gradientNorm,
        metricValues,
        new int[] {Require.present("loss", loss).length},
        end,
        steps);
  }

  /**
   * Writes down what happened, as a trainer does.
   *
   * @param trial what was run
   * @param loss of each epoch
   * @param validationLoss of each epoch, or none
   * @param gradientNorm of each epoch
   * @param metricValues of each metric, for each epoch
   * @param epochsOfFits how many of these epochs were of each fit that began, one after the other
   * @param end why the last one ended
   * @param steps how often the parameters moved
   */
  public History(
      Trial trial,
      double[] loss,
      double[] validationLoss,
      double[] gradientNorm,
      double[][] metricValues,
      int[] epochsOfFits,
      End end,
      long steps) {
    if (steps < 0) {
      throw Require.refusal("steps must be at least 0. Received: " + steps);
    }
    this.trial = Require.present("trial", trial);
    this.loss = Require.present("loss", loss).clone();
    this.validationLoss = Require.present("validationLoss", validationLoss).clone();
    this.gradientNorm = Require.present("gradientNorm", gradientNorm).clone();
    this.metricValues =
        Stream.of(Require.present("metricValues", metricValues))
            .map(values -> Require.present("metricValues", values).clone())
            .toArray(double[][]::new);
    this.epochsOfFits = Require.present("epochsOfFits", epochsOfFits).clone();
    this.end = Require.present("end", end);
    int fits = trial.fit().fits().size();
    if (epochsOfFits.length < 1
        || epochsOfFits.length > fits
        || IntStream.of(epochsOfFits).sum() != loss.length) {
      throw Require.refusal(
          format(
              "epochsOfFits must be of 1 to %d fits, with %d epochs in all. Received: %s",
              fits, loss.length, Arrays.toString(epochsOfFits)));
    }
    this.steps = steps;
  }

  /** Returns what was run, which is enough to make this history again. */
  public Trial trial() {
    return trial;
  }

  /**
   * Returns how many epochs were recorded. A diverged training records the epoch in which it
   * diverged; an interrupted one only whole epochs.
   */
  public int epochs() {
    return loss.length;
  }

  /**
   * Returns how many of these epochs were of each fit that began, in order: one number for most
   * trainings, and fewer than there are fits where one diverged or was interrupted. A copy.
   */
  public int[] epochsOfFits() {
    return epochsOfFits.clone();
  }

  /**
   * Returns the loss of each epoch, a copy; the last one is not finite where the training diverged.
   */
  public double[] loss() {
    return loss.clone();
  }

  /**
   * Returns the loss of the last epoch, not finite where the training diverged, and NaN if no epoch
   * was recorded.
   */
  public double finalLoss() {
    return loss.length == 0 ? Double.NaN : loss[loss.length - 1];
  }

  /**
   * Returns the loss on the validation data at the end of each epoch, as a prediction gives it, a
   * copy; empty if there were no validation data.
   */
  public double[] validationLoss() {
    return validationLoss.clone();
  }

  /**
   * Returns the mean length of the gradient by what is trained, over the samples of each epoch,
   * before any clipping, a copy; NaN for the epoch in which the training diverged.
   */
  public double[] gradientNorm() {
    return gradientNorm.clone();
  }

  /**
   * Returns the epoch with the lowest loss, from 1, the first of several, or nothing if no loss is
   * finite. The loss is that on the validation data where there are any: training can bounce after
   * it has converged. With early stopping, an epoch must be better by its minDelta to count, so
   * that this is the epoch whose network it restores. Of fits that follow each other the last one
   * that began is looked at, since each may have another loss.
   */
  public OptionalInt bestEpoch() {
    int last = epochsOfFits.length - 1;
    EarlyStopping stopping = trial.fit().fits().get(last).earlyStopping();
    EarlyStopping rule = stopping == null ? new EarlyStopping(1) : stopping;
    double[] measured = validationLoss.length > 0 ? validationLoss : loss;
    OptionalInt best = OptionalInt.empty();
    double least = Double.POSITIVE_INFINITY;
    for (int epoch = epochs() - epochsOfFits[last]; epoch < measured.length; epoch++) {
      if (rule.isBetter(measured[epoch], least)) {
        least = measured[epoch];
        best = OptionalInt.of(epoch + 1);
      }
    }
    return best;
  }

  /**
   * Returns the first epoch whose {@link #loss} was finite and at or below the given one, from 1,
   * or nothing if none was.
   *
   * @param loss any finite number
   */
  public OptionalInt reached(double loss) {
    Require.finite("loss", loss);
    return IntStream.range(0, epochs())
        .filter(epoch -> Double.isFinite(this.loss[epoch]) && this.loss[epoch] <= loss)
        .map(epoch -> epoch + 1)
        .findFirst();
  }

  /**
   * Returns a metric of each epoch.
   *
   * @param metric one that the fit asked for
   * @return a copy
   * @throws IllegalArgumentException if the fit did not ask for it
   */
  public double[] metric(@Nullable Metric metric) {
    for (int i = 0; i < metrics().size(); i++) {
      if (metrics().get(i).equals(metric)) {
        return metricValues[i].clone();
      }
    }
    throw Require.refusal(
        "metric must be one of those that the fit measures, "
            + metrics()
            + ". Received: "
            + metric);
  }

  /** Returns what was measured, the metrics of the fit. */
  public List<Metric> metrics() {
    return trial.fit().metrics();
  }

  /** Returns how the training ended. */
  public End end() {
    return end;
  }

  /** Returns how many steps the optimizer made, one for each batch trained on. */
  long steps() {
    return steps;
  }

  /**
   * Returns the step at which the loss was not finite any more, from 1, or nothing if it stayed
   * finite.
   */
  public OptionalLong divergedAt() {
    return end == End.DIVERGED ? OptionalLong.of(steps + 1) : OptionalLong.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof History history
        && Arrays.equals(loss, history.loss)
        && Arrays.equals(validationLoss, history.validationLoss)
        && Arrays.equals(gradientNorm, history.gradientNorm)
        && trial.equals(history.trial)
        && Arrays.deepEquals(metricValues, history.metricValues)
        && Arrays.equals(epochsOfFits, history.epochsOfFits)
        && end == history.end
        && steps == history.steps;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(loss) + Long.hashCode(steps);
  }

  /** Returns one line: the epochs, the first and the last loss, and how it ended. */
  @Override
  public String toString() {
    String how =
        switch (end) {
          case COMPLETED -> "";
          case REACHED -> ", reached its loss";
          case STOPPED_EARLY -> ", stopped early";
          case DIVERGED -> ", diverged at step " + (steps + 1);
          case INTERRUPTED ->
              format(
                  ", interrupted before epoch %d of %d",
                  loss.length + 1, trial.fit().totalEpochs());
        };
    if (loss.length == 0) {
      return "0 epochs" + how;
    }
    return format("%d epochs, loss %.4g to %.4g%s", loss.length, loss[0], finalLoss(), how);
  }
}
