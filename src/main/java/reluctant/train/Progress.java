package reluctant.train;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Network;

/** What a training writes down, epoch by epoch, and what early stopping makes of it. */
final class Progress {

  private final Trial trial;
  private final Fit fit;
  private final double[] loss;
  private final double[] validationLoss;
  private final double[] gradientNorm;
  private final double[][] metrics;
  private long steps;
  private double best = Double.POSITIVE_INFINITY;
  private int epochsSinceBest;
  private @Nullable Network bestNetwork;

  Progress(Trial trial) {
    this.trial = trial;
    fit = trial.fit();
    loss = new double[fit.epochs()];
    gradientNorm = new double[fit.epochs()];
    validationLoss = new double[fit.validationData() == null ? 0 : fit.epochs()];
    metrics = new double[fit.metrics().size()][fit.epochs()];
  }

  /** Adds a batch, with its share of the epoch's samples. A diverged one makes no step. */
  void add(int epoch, Trainer trainer, double batchLoss, double share) {
    loss[epoch] += batchLoss * share;
    if (Double.isFinite(batchLoss)) {
      steps++;
      gradientNorm[epoch] += trainer.gradientNorm() * share;
      for (int m = 0; m < metrics.length; m++) {
        metrics[m][epoch] += trainer.metric(m) * share;
      }
    } else {
      gradientNorm[epoch] = Double.NaN;
    }
  }

  double loss(int epoch) {
    return loss[epoch];
  }

  /** Ends an epoch. Returns false if the training has stopped getting better. */
  boolean endEpoch(int epoch, Trainer trainer, @Nullable Validation validation) {
    if (validation != null) {
      validationLoss[epoch] = trainer.loss(validation);
    }
    EarlyStopping stopping = fit.earlyStopping();
    if (stopping == null) {
      return true;
    }
    double now = validation == null ? loss[epoch] : validationLoss[epoch];
    if (now < best - stopping.minDelta()) {
      best = now;
      epochsSinceBest = 0;
      bestNetwork = stopping.restoreBestWeights() ? trainer.network() : null;
    } else {
      epochsSinceBest++;
    }
    return epochsSinceBest < stopping.patience();
  }

  Epoch epoch(int epoch, Network network) {
    double onOthers = validationLoss.length == 0 ? Double.NaN : validationLoss[epoch];
    return new Epoch(epoch + 1, fit.epochs(), loss[epoch], onOthers, gradientNorm[epoch], network);
  }

  /** Returns the network to give away, the best one where that was asked for. */
  Network network(Trainer trainer) {
    return bestNetwork == null ? trainer.network() : bestNetwork;
  }

  History history(int epochs, History.End end) {
    var metricsSoFar = new double[metrics.length][];
    Arrays.setAll(metricsSoFar, m -> Arrays.copyOf(metrics[m], epochs));
    return new History(
        trial,
        Arrays.copyOf(loss, epochs),
        Arrays.copyOf(validationLoss, Math.min(epochs, validationLoss.length)),
        Arrays.copyOf(gradientNorm, epochs),
        metricsSoFar,
        end,
        steps);
  }
}
