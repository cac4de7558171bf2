package reluctant.diagnose;

import reluctant.Require;
import reluctant.nn.Network;
import reluctant.train.Gradient;
import reluctant.train.Trial;

/**
 * The loss of a trial's network as a function of its parameters, over all of the trial's samples.
 * With one or two parameters it can be drawn.
 *
 * @param trial whose model, data and loss they are
 */
public record LossLandscape(Trial trial) {

  public LossLandscape {
    Require.present("trial", trial);
  }

  /**
   * Computes the height of a place.
   *
   * @param parameters a number for each parameter, in the order of {@code Network.parameters()}
   * @return the loss, without penalties
   */
  public double loss(double... parameters) {
    return gradient(parameters).loss();
  }

  /**
   * Says whether each partial derivative by what is trained is exactly 0, so that descent cannot
   * leave a place.
   */
  boolean isFlat(double... parameters) {
    double[] derivatives = gradient(parameters).parameters();
    for (int place : trial.model().trainablePlaces()) {
      if (derivatives[place] != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Computes the heights over a square of the two parameters.
   *
   * @param places the positions along each parameter, at least 1
   * @return the losses: a row for each second parameter, a column for each first one
   * @throws IllegalArgumentException if the model has not two parameters
   */
  public double[][] heights(double... places) {
    Require.present("places", places);
    requireTwo();
    var heights = new double[places.length][places.length];
    for (int row = 0; row < places.length; row++) {
      for (int column = 0; column < places.length; column++) {
        heights[row][column] = loss(places[column], places[row]);
      }
    }
    return heights;
  }

  /**
   * Measures how much of a square of the two parameters is flat.
   *
   * @param limit the square goes from -limit to limit in both, above 0
   * @return the share of 100 x 100 evenly spread places where each partial derivative is exactly 0
   * @throws IllegalArgumentException if the model has not two parameters
   */
  public double flatShare(double limit) {
    requireTwo();
    Require.positive("limit", limit);
    int steps = 100;
    int flat = 0;
    for (int i = 0; i < steps * steps; i++) {
      double first = limit * ((2 * (i % steps) + 1.0) / steps - 1);
      double second = limit * ((2 * (i / steps) + 1.0) / steps - 1);
      flat += isFlat(first, second) ? 1 : 0;
    }
    return (double) flat / (steps * steps);
  }

  private Gradient gradient(double[] parameters) {
    var network = new Network(trial.model(), parameters);
    return Gradient.of(network, trial.fit().last().loss(), trial.dataset());
  }

  private void requireTwo() {
    int count = trial.model().parameterCount();
    if (count != 2) {
      throw Require.refusal(
          "the model must have 2 parameters to be a landscape over a square. Received: " + count);
    }
  }
}
