package reluctant.train;

import org.jspecify.annotations.Nullable;
import reluctant.data.Dataset;
import reluctant.nn.Network;
import reluctant.steps.Footprint;

/** The fits of one {@link Trial}, each of which goes on with the network of the one before. */
final class TrialLoop {

  private final Trial trial;
  private final Callback callback;
  private final ProgressListener listener;

  /**
   * Begins nothing yet.
   *
   * @throws IllegalArgumentException if the training would not fit into memory
   */
  TrialLoop(Trial trial, Callback callback, ProgressListener listener) {
    this.trial = trial;
    this.callback = callback;
    this.listener = listener;
    for (Fit fit : trial.fit().fits()) {
      Footprint.of(trial.model(), trial.data(), fit.batchSize(), fit.validationData()).check(1);
    }
  }

  Run run() {
    Dataset data = trial.dataset();
    var progress = new Progress(trial);
    Network network = trial.initial();
    @Nullable History history = null;
    for (int number = 0; history == null; number++) {
      var loop = new FitLoop(trial, number, network, data, progress, callback, listener);
      History.End end = loop.run();
      network = loop.network();
      history = progress.endFit(end, loop.steps());
    }
    var run = new Run(trial, network, history);
    callback.onTrainEnd(run);
    return run;
  }
}
