package reluctant.train;

import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.nn.Network;
import reluctant.steps.Footprint;

/**
 * The training of a {@link Trial}, which stands still between its epochs: whoever holds it says
 * when the next ones are run, and may look at the network before. It gives what {@link Trial#run()}
 * gives, to the bit. Not for several threads at once.
 */
public final class Training {

  private final Trial trial;
  private final Callback callback;
  private final ProgressListener listener;
  private final Dataset data;
  private final Progress progress;
  private FitLoop loop;
  private int number;
  private @Nullable Run run;

  /**
   * Draws the samples and the initial network, and trains nothing yet.
   *
   * @param trial what is trained
   * @throws IllegalArgumentException if the training would not fit into memory
   */
  public Training(Trial trial) {
    this(Require.present("trial", trial), Callback.NONE, ProgressListener.NONE);
  }

  Training(Trial trial, Callback callback, ProgressListener listener) {
    this.trial = trial;
    this.callback = callback;
    this.listener = listener;
    for (Fit fit : trial.fit().fits()) {
      Footprint.of(trial.model(), trial.data(), fit.batchSize(), fit.validationData()).check(1);
    }
    data = trial.dataset();
    progress = new Progress(trial);
    loop = loop(trial.initial());
  }

  /** Each of several fits goes on with the network of the one before. */
  private FitLoop loop(Network start) {
    return new FitLoop(trial, number, start, data, progress, callback, listener);
  }

  /**
   * Trains on, for so many epochs or until it is over. An interrupt of the thread ends it after the
   * batch at hand.
   *
   * @param epochs how many at most, at least 1
   * @return whether it is over
   */
  public boolean advance(int epochs) {
    Require.atLeast("epochs", epochs, 1);
    for (int i = 0; i < epochs && run == null; i++) {
      History.End end = loop.epoch();
      if (end != null) {
        endFit(end);
      }
    }
    return run != null;
  }

  private void endFit(History.End end) {
    Network network = loop.network();
    History history = progress.endFit(end, loop.steps());
    if (history == null) {
      number++;
      loop = loop(network);
    } else {
      run = new Run(trial, network, history);
      callback.onTrainEnd(run);
    }
  }

  /** Returns how many epochs have ended. */
  public int epochs() {
    return progress.epochs();
  }

  /** Returns the samples that it learns from. */
  public Dataset data() {
    return data;
  }

  /** Returns the network as it is now: when it is over, the one that the trial gives. */
  public Network network() {
    return run == null ? loop.now() : run.network();
  }

  /** Returns what it gave, or would give if it were interrupted now. */
  public Run soFar() {
    return run == null ? new Run(trial, network(), progress.soFar(loop.steps())) : run;
  }

  /** Trains to the end and returns what the trial gives. */
  public Run toEnd() {
    while (run == null) {
      advance(Integer.MAX_VALUE);
    }
    return run;
  }
}
