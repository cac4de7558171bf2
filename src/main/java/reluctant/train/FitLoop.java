package reluctant.train;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.ejml.data.DMatrixRMaj;
import reluctant.nn.RandomStream;

/** The loop over epochs and batches of one {@link Trial}. */
final class FitLoop {

  private final Trial trial;
  private final Callback callback;
  private final Trainer trainer;
  private final Batches batches;
  private final double[] loss;
  private final double[][] metrics;
  private long steps;

  FitLoop(Trial trial, Callback callback) {
    this.trial = trial;
    this.callback = callback;
    Fit fit = trial.fit();
    trainer = new Trainer(trial.initial(), fit, trial.seed());
    batches = new Batches(trial.data(), fit.batchSize());
    loss = new double[fit.epochs()];
    metrics = new double[fit.metrics().size()][fit.epochs()];
  }

  Run run() {
    Fit fit = trial.fit();
    UniformRandomProvider random = RandomStream.ORDER.ofBlock(trial.seed());
    int[] order = PermutationSampler.natural(trial.data().samples());
    for (int epoch = 0; epoch < fit.epochs(); epoch++) {
      if (fit.shuffle()) {
        PermutationSampler.shuffle(random, order);
      }
      if (!runEpoch(epoch, order)) {
        return result(epoch, History.End.INTERRUPTED);
      }
      if (!Double.isFinite(loss[epoch])) {
        return result(epoch + 1, History.End.DIVERGED);
      }
      if (callback != Callback.NONE) {
        callback.onEpochEnd(new Epoch(epoch + 1, fit.epochs(), loss[epoch], trainer.network()));
      }
    }
    return result(fit.epochs(), History.End.COMPLETED);
  }

  /** Returns false if the thread was interrupted. A loss that is not finite ends the epoch. */
  private boolean runEpoch(int epoch, int[] order) {
    for (int first = 0; first < order.length; first += batches.size()) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      DMatrixRMaj x = batches.inputs(order, first);
      double batchLoss = trainer.step(x, batches.targets(order, first));
      double share = (double) x.numRows / order.length;
      loss[epoch] += batchLoss * share;
      if (!Double.isFinite(batchLoss)) {
        return true;
      }
      for (int m = 0; m < metrics.length; m++) {
        metrics[m][epoch] += trainer.metric(m) * share;
      }
      steps++;
    }
    return true;
  }

  private Run result(int epochs, History.End end) {
    var metricsSoFar = new double[metrics.length][];
    Arrays.setAll(metricsSoFar, m -> Arrays.copyOf(metrics[m], epochs));
    var history =
        new History(Arrays.copyOf(loss, epochs), trial.fit().metrics(), metricsSoFar, end, steps);
    return new Run(trial, trainer.network(), history);
  }
}
