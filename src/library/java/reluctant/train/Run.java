package reluctant.train;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Scaling;
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

  /**
   * Computes what the network means in the data's own units, whatever {@link
   * reluctant.data.Problem#standardized()} and its like made of them for the training. For data
   * that were not changed it is {@code network().predict(sample)}.
   *
   * @param sample a number for each input, in the data's units
   * @return a number for each output, in the data's units
   */
  public double[] predict(double... sample) {
    Require.present("sample", sample);
    return predict(new SimpleMatrix(1, sample.length, true, sample)).getDDRM().data;
  }

  /**
   * Computes what the network means for many samples in the data's own units.
   *
   * @param x the samples (samples x inputs), in the data's units
   * @return the outputs (samples x outputs), in the data's units
   */
  public SimpleMatrix predict(SimpleMatrix x) {
    Scaling scaling = trial.dataset().scaling();
    return scaling.predictions(network.predict(scaling.inputs(Require.present("x", x))));
  }

  /** Returns the trial and its history in two lines. */
  @Override
  public String toString() {
    return trial + "\n" + history;
  }
}
