package reluctant.arithmetic;

import static reluctant.Text.format;

import reluctant.Require;

/**
 * What the layers of one block share.
 *
 * @param parameters all parameters of all lanes
 * @param gradient their gradient
 * @param batchSize the largest batch
 */
@SuppressWarnings("ArrayRecordComponent") // Handed around, never compared.
public record LaneMemory(double[] parameters, double[] gradient, int batchSize) {

  public LaneMemory {
    Require.present("parameters", parameters);
    Require.present("gradient", gradient);
    Require.atLeast("batchSize", batchSize, 1);
    if (gradient.length != parameters.length) {
      throw Require.refusal(
          format(
              "gradient must have a number for each of the %d parameters. Received: %d",
              parameters.length, gradient.length));
    }
  }
}
