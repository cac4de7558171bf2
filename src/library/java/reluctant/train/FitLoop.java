package reluctant.train;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import reluctant.data.Dataset;
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
  private final Progress progress;
  private final @Nullable Validation validation;

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
    progress = new Progress(trial);
    Dataset others = fit.validationData();
    validation = others == null ? null : new Validation(trial.model(), fit.loss(), others);
  }

  Run run() {
    Fit fit = trial.fit();
    UniformRandomProvider random = RandomStream.ORDER.ofBlock(trial.seed());
    int[] order = PermutationSampler.natural(trial.data().samples());
    for (int epoch = 0; epoch < fit.epochs(); epoch++) {
      if (fit.shuffle()) {
        PermutationSampler.shuffle(random, order);
      }
      if (!runEpoch(order)) {
        return result(History.End.INTERRUPTED);
      }
      boolean better = progress.endEpoch(trainer, validation);
      if (!Double.isFinite(progress.loss())) {
        return result(History.End.DIVERGED);
      }
      if (callback != Callback.NONE) {
        callback.onEpochEnd(progress.epoch(trainer.network()));
      }
      listener.progress(epoch + 1, fit.epochs());
      if (!better) {
        return result(History.End.STOPPED_EARLY);
      }
    }
    return result(History.End.COMPLETED);
  }

  /** Returns false if the thread was interrupted. A loss that is not finite ends the epoch. */
  private boolean runEpoch(int[] order) {
    for (int first = 0; first < order.length; first += batches.size()) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      DMatrixRMaj x = batches.inputs(order, first);
      double batchLoss = trainer.step(x, batches.targets(order, first));
      progress.add(trainer, batchLoss, (double) x.numRows / order.length);
      if (!Double.isFinite(batchLoss)) {
        return true;
      }
    }
    return true;
  }

  private Run result(History.End end) {
    var run = new Run(trial, progress.network(trainer), progress.history(end));
    callback.onTrainEnd(run);
    return run;
  }
}
