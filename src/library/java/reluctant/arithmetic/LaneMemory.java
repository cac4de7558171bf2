package reluctant.arithmetic;

import static reluctant.Text.format;

import reluctant.Require;

/**
 * What the layers of one block share.
 *
 * @param parameters all parameters of all lanes
 * @param gradient their gradient
 * @param batchSize the largest batch
 * @param working arrays for what is of no use after a step
 */
@SuppressWarnings("ArrayRecordComponent") // Handed around, never compared.
public record LaneMemory(
    double[] parameters, double[] gradient, int batchSize, WorkingMemory working) {

  public LaneMemory {
    Require.present("parameters", parameters);
    Require.present("gradient", gradient);
    Require.atLeast("batchSize", batchSize, 1);
    Require.present("working", working);
    if (gradient.length != parameters.length) {
      throw Require.refusal(
          format(
              "gradient must have a number for each of the %d parameters. Received: %d",
              parameters.length, gradient.length));
    }
  }

  /** Returns an array for values of a group of lanes, so many a sample of the largest batch. */
  double[] values(int ofSample, int width) {
    return working.next(batchSize * ofSample * width);
  }
}
