package reluctant.lanes;

/**
 * What the layers of one block share.
 *
 * @param parameters all parameters of all lanes
 * @param gradient their gradient
 * @param batchSize the largest batch
 */
@SuppressWarnings("ArrayRecordComponent") // Handed around, never compared.
public record LaneMemory(double[] parameters, double[] gradient, int batchSize) {}
