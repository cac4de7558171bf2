package reluctant.train;

import reluctant.Require;
import reluctant.nn.Network;

/**
 * What a trial gave, with the trial that gave it.
 *
 * @param trial what was run
 * @param network the network at the end
 * @param history what happened on the way
 */
public record Run(Trial trial, Network network, History history) {

  public Run {
    Require.present("trial", trial);
    Require.present("network", network);
    Require.present("history", history);
    if (!network.model().equals(trial.model())) {
      throw Require.refusal(
          "the network must be of the trial's model, "
              + trial.model()
              + ". Received: "
              + network.model());
    }
  }

  /** Returns the trial and its history in two lines. */
  @Override
  public String toString() {
    return trial + "\n" + history;
  }
}
