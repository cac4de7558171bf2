package reluctant.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Network;
import reluctant.steps.Series;

/** What a training writes down, epoch by epoch, and what early stopping makes of it. */
final class Progress {

  private final Trial trial;
  private final Fit fit;
  private final Series loss;
  private final Series validationLoss;
  private final Series gradientNorm;
  private final List<Series> metrics;
  private double epochLoss;
  private double epochNorm;
  private final double[] epochMetrics;
  private long steps;
  private double best = Double.POSITIVE_INFINITY;
  private int epochsSinceBest;
  private @Nullable Network bestNetwork;

  Progress(Trial trial) {
    this.trial = trial;
    fit = trial.fit();
    loss = new Series(fit.epochs());
    gradientNorm = new Series(fit.epochs());
    validationLoss = new Series(fit.epochs());
    epochMetrics = new double[fit.metrics().size()];
    metrics = Stream.generate(() -> new Series(fit.epochs())).limit(epochMetrics.length).toList();
  }

  /** Adds a batch, with its share of the epoch's samples. A diverged one makes no step. */
  void add(Trainer trainer, double batchLoss, double share) {
    epochLoss += batchLoss * share;
    if (Double.isFinite(batchLoss)) {
      steps++;
      epochNorm += trainer.gradientNorm() * share;
      for (int m = 0; m < epochMetrics.length; m++) {
        epochMetrics[m] += trainer.metric(m) * share;
      }
    } else {
      epochNorm = Double.NaN;
    }
  }

  /** Returns the loss of the last epoch. */
  double loss() {
    return loss.last();
  }

  /** Ends an epoch. Returns false if the training has stopped getting better. */
  boolean endEpoch(Trainer trainer, @Nullable Validation validation) {
    write();
    if (validation != null) {
      validationLoss.add(trainer.loss(validation));
    }
    EarlyStopping stopping = fit.earlyStopping();
    if (stopping == null) {
      return true;
    }
    double now = validation == null ? loss.last() : validationLoss.last();
    if (stopping.isBetter(now, best)) {
      best = now;
      epochsSinceBest = 0;
      bestNetwork = stopping.restoreBestWeights() ? trainer.network() : null;
    } else {
      epochsSinceBest++;
    }
    return epochsSinceBest < stopping.patience();
  }

  private void write() {
    loss.add(epochLoss);
    gradientNorm.add(epochNorm);
    for (int m = 0; m < epochMetrics.length; m++) {
      metrics.get(m).add(epochMetrics[m]);
    }
    epochLoss = 0;
    epochNorm = 0;
    Arrays.fill(epochMetrics, 0);
  }

  /** Returns the last epoch. */
  Epoch epoch(Network network) {
    double onOthers = validationLoss.size() == 0 ? Double.NaN : validationLoss.last();
    return new Epoch(
        loss.size(), fit.epochs(), loss.last(), onOthers, gradientNorm.last(), network);
  }

  /** Returns the network to give away, the best one where that was asked for. */
  Network network(Trainer trainer) {
    return bestNetwork == null ? trainer.network() : bestNetwork;
  }

  /** Returns the epochs that have ended. */
  History history(History.End end) {
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
