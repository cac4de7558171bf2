package reluctant.lanes;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Network;
import reluctant.train.History;
import reluctant.train.Progress;
import reluctant.train.Run;
import reluctant.train.Trial;

/** One of neighbouring networks, from fit to fit. */
final class LaneRun {

  private final Trial trial;
  private final Progress progress;
  private @Nullable Network network;
  private @Nullable History history;

  LaneRun(Trial trial) {
    this.trial = trial;
    progress = new Progress(trial);
  }

  /** Returns what it writes down. */
  Progress progress() {
    return progress;
  }

  /** Returns the parameters that the next fit begins with. */
  double[] start() {
    return network == null ? trial.initial().parameters() : network.parameters();
  }

  /** Ends a fit, and the training if no other one follows. */
  void endFit(History.End end, long steps, Network network) {
    this.network = network;
    history = progress.endFit(end, steps);
  }

  /** Says whether the training has ended. */
  boolean isOver() {
    return history != null;
  }

  /** Returns what it gave, once it is over. */
  Run run() {
    return new Run(trial, Objects.requireNonNull(network), Objects.requireNonNull(history));
  }
}
