package reluctant.train;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import reluctant.data.Dataset;
import reluctant.nn.Network;
import reluctant.nn.RandomStream;
import reluctant.steps.Batches;
import reluctant.steps.Footprint;

/** The loop over epochs and batches of one {@link Trial}. */
final class FitLoop {

  private final Trial trial;
  private final Callback callback;
  private final ProgressListener listener;
  private final Trainer trainer;
  private final Batches batches;
  private final EpochMeans means;
  private final Progress progress;
  private final @Nullable Validation validation;
  private @Nullable Network best;
  private long steps;

  /**
   * Makes all that the training works on.
   *
   * @throws IllegalArgumentException if it would not fit into memory
   */
  FitLoop(Trial trial, Callback callback, ProgressListener listener) {
    this.trial = trial;
    this.callback = callback;
    this.listener = listener;
    Fit fit = trial.fit();
    Footprint.of(trial.model(), trial.data(), fit.batchSize(), fit.validationData()).check(1);
    batches = new Batches(trial.dataset(), fit.batchSize());
    trainer = new Trainer(trial.initial(), fit.batchSize(batches.size()), trial.seed());
    means = new EpochMeans(fit.metrics().size());
    progress = new Progress(trial);
    Dataset others = fit.validationData();
    validation = others == null ? null : new Validation(trial.model(), fit.loss(), others);
  }

  Run run() {
    UniformRandomProvider random = RandomStream.ORDER.ofBlock(trial.seed());
    int[] order = PermutationSampler.natural(trial.data().samples());
    while (true) {
      if (trial.fit().shuffle()) {
        PermutationSampler.shuffle(random, order);
      }
      if (!runEpoch(order)) {
        return result(History.End.INTERRUPTED);
      }
      History.End end = endEpoch();
      if (end != null) {
        return result(end);
      }
    }
  }

  /** Returns false if the thread was interrupted. A loss that is not finite ends the epoch. */
  private boolean runEpoch(int[] order) {
    means.clear();
    for (int first = 0; first < order.length; first += batches.size()) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      DMatrixRMaj x = batches.inputs(order, first);
      double batchLoss = trainer.step(x, batches.targets(order, first));
      means.add(trainer, batchLoss, (double) x.numRows / order.length);
      if (!Double.isFinite(batchLoss)) {
        return true;
      }
      steps++;
    }
    return true;
  }

  /** Returns how the training ended with this epoch, or null if it goes on. */
  private History.@Nullable End endEpoch() {
    double onOthers = validation == null ? Double.NaN : trainer.loss(validation);
    History.End end =
        progress.endEpoch(means.loss(), means.gradientNorm(), means.metrics(), onOthers);
    if (progress.isBest()) {
      best = trainer.network();
    }
    if (end != History.End.DIVERGED) {
      tell(onOthers);
    }
    return end;
  }

  private void tell(double onOthers) {
    int number = progress.epochs();
    int epochs = trial.fit().epochs();
    if (callback != Callback.NONE) {
      callback.onEpochEnd(
          new Epoch(
              number, epochs, means.loss(), onOthers, means.gradientNorm(), trainer.network()));
    }
    listener.progress(number, epochs);
  }

  private Run result(History.End end) {
    Network network = best == null ? trainer.network() : best;
    var run = new Run(trial, network, progress.history(end, steps));
    callback.onTrainEnd(run);
    return run;
  }
}
