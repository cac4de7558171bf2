package reluctant.train;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import reluctant.data.Dataset;
import reluctant.nn.Network;
import reluctant.nn.RandomStream;
import reluctant.steps.Batches;

/** The loop over epochs and batches of one fit of a {@link Trial}. */
final class FitLoop {

  private final Trial trial;
  private final Fit fit;
  private final Callback callback;
  private final ProgressListener listener;
  private final Trainer trainer;
  private final Batches batches;
  private final EpochMeans means;
  private final Progress progress;
  private final @Nullable Validation validation;
  private final UniformRandomProvider random;
  private final int[] order;
  private @Nullable Network best;
  private long steps;

  /** Makes all that the fit of this number, from 0, works on. */
  FitLoop(
      Trial trial,
      int number,
      Network start,
      Dataset data,
      Progress progress,
      Callback callback,
      ProgressListener listener) {
    this.trial = trial;
    this.progress = progress;
    this.callback = callback;
    this.listener = listener;
    fit = trial.fit().fits().get(number);
    batches = new Batches(data, fit.batchSize());
    var dropout = RandomStream.DROPOUT.of(trial.seed(), number);
    trainer = new Trainer(start, fit.batchSize(batches.size()), dropout);
    means = new EpochMeans(fit.metrics().size());
    Dataset others = fit.validationData();
    validation = others == null ? null : new Validation(trial.model(), fit.loss(), others);
    random = RandomStream.ORDER.ofBlock(trial.seed(), number);
    order = PermutationSampler.natural(trial.data().samples());
  }

  /** Runs one more epoch. Returns how the fit ended with it, or null if it goes on. */
  History.@Nullable End epoch() {
    if (fit.shuffle()) {
      PermutationSampler.shuffle(random, order);
    }
    return runEpoch() ? endEpoch() : History.End.INTERRUPTED;
  }

  /** Returns false if the thread was interrupted. A loss that is not finite ends the epoch. */
  private boolean runEpoch() {
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

  /** Returns how the fit ended with this epoch, or null if it goes on. */
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
    int epoch = progress.epochs();
    int epochs = trial.fit().totalEpochs();
    if (callback != Callback.NONE) {
      callback.onEpochEnd(
          new Epoch(
              epoch, epochs, means.loss(), onOthers, means.gradientNorm(), trainer.network()));
    }
    listener.progress(epoch, epochs);
  }

  /** Returns the network at the end, or the best one where early stopping restores it. */
  Network network() {
    return best == null ? trainer.network() : best;
  }

  /** Returns the network as it is now. */
  Network now() {
    return trainer.network();
  }

  /** Returns how often the parameters moved. */
  long steps() {
    return steps;
  }
}
