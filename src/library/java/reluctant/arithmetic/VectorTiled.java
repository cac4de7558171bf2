package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;

/**
 * A layer of many inputs or units, as {@link VectorDense} is one of few: its three products are
 * those of {@link VectorTiles}, and all else are passes of their own.
 */
class VectorTiled extends VectorDense {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  private final WorkingMemory working;
  private final int room;
  private final int more;
  private final VectorTiles forward;
  private final VectorTiles gradients;
  private final @Nullable VectorTiles back;

  VectorTiled(
      DenseShape shape,
      Activation activation,
      LaneMemory memory,
      double[] x,
      @Nullable LayerLanes below) {
    super(shape, activation, memory, x, below);
    working = memory.working();
    room = room(memory.batchSize());
    more = shape.useBias() ? 1 : 0;
    int inputs = shape.inputs();
    int units = shape.units();
    int ofInputs = inputs * WIDTH;
    int ofUnits = units * WIDTH;
    int next = shape.lanes();
    int ofKernel = units * next;
    // The bias is one more row of the kernel, for an input that is always 1.
    forward =
        new VectorTiles(
            shape.useBias() ? -0.0 : 0.0,
            new VectorMatrix(x, ofInputs, WIDTH),
            Integer.MAX_VALUE,
            inputs,
            new VectorMatrix(parameters, next, ofKernel),
            new VectorMatrix(sums, ofUnits, WIDTH));
    gradients =
        new VectorTiles(
            0.0,
            new VectorMatrix(x, WIDTH, ofInputs),
            inputs,
            Integer.MAX_VALUE,
            new VectorMatrix(delta, WIDTH, ofUnits),
            new VectorMatrix(gradient, ofKernel, next));
    back =
        below == null
            ? null
            : new VectorTiles(
                -0.0,
                new VectorMatrix(delta, ofUnits, WIDTH),
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                new VectorMatrix(parameters, ofKernel, next),
                new VectorMatrix(below.delta, ofInputs, WIDTH));
  }

  private int room(int samples) {
    int ofForward = VectorTiles.panels(samples, shape.inputs() + 1);
    int ofGradients = VectorTiles.panels(shape.inputs() + 1, samples);
    int ofBack = VectorTiles.panels(samples, shape.units());
    return Math.max(ofForward, Math.max(ofGradients, ofBack));
  }

  @Override
  public void forward(int lane, int samples) {
    int k = shape.weight(0, 0) + lane;
    int depth = shape.inputs() + more;
    forward.multiply(k, 0, samples, shape.units(), depth, working.panels(room));
    if (isRelu(this)) {
      rectify(samples * shape.units() * WIDTH);
    }
    activate(samples);
  }

  private void rectify(int count) {
    for (int i = 0; i < count; i += WIDTH) {
      var sum = fromArray(LANES, sums, i);
      sum.blend(0, sum.compare(LT, floor)).intoArray(sums, i);
    }
  }

  @Override
  public void backward(int lane, int samples) {
    int k = shape.weight(0, 0) + lane;
    gradients.multiply(0, k, shape.inputs() + more, shape.units(), samples, working.panels(room));
    if (below != null && back != null) {
      back.multiply(k, 0, samples, shape.inputs(), shape.units(), working.panels(room));
      below.slope(lane, samples);
    }
  }
}
