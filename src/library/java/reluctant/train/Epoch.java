package reluctant.train;

import reluctant.Require;
import reluctant.nn.Network;

/**
 * An epoch that has ended.
 *
 * @param number which, from 1
 * @param epochs how many there will be
 * @param loss the mean loss over its samples, each taken before its batch's step
 * @param validationLoss the loss on the validation data at its end, NaN if there are none
 * @param gradientNorm the mean length of the gradient over its samples, before any clipping
 * @param network the network at its end
 */
public record Epoch(
    int number,
    int epochs,
    double loss,
    double validationLoss,
    double gradientNorm,
    Network network) {

  public Epoch {
    Require.atLeast("number", number, 1);
    Require.atLeast("epochs", epochs, number);
    Require.present("network", network);
  }
}
