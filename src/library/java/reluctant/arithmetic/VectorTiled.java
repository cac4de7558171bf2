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
  private final VectorMatrix inputs;
  private final VectorMatrix inputsBySample;
  private final VectorMatrix preActivations;
  private final VectorMatrix deltas;
  private final VectorMatrix deltasBySample;
  private final VectorMatrix kernel;
  private final VectorMatrix kernelByUnit;
  private final VectorMatrix kernelGradient;

  VectorTiled(
      DenseShape shape,
      Activation activation,
      LaneMemory memory,
      double[] x,
      @Nullable LayerLanes below) {
    super(shape, activation, memory, x, below);
    working = memory.working();
    room = room(memory.batchSize());
    int ofInputs = shape.inputs() * WIDTH;
    int ofUnits = shape.units() * WIDTH;
    int ofKernel = shape.units() * shape.lanes();
    inputs = new VectorMatrix(x, ofInputs, WIDTH);
    inputsBySample = new VectorMatrix(x, WIDTH, ofInputs);
    preActivations = new VectorMatrix(sums, ofUnits, WIDTH);
    deltas = new VectorMatrix(delta, ofUnits, WIDTH);
    deltasBySample = new VectorMatrix(delta, WIDTH, ofUnits);
    kernel = new VectorMatrix(parameters, ofKernel, shape.lanes());
    kernelByUnit = new VectorMatrix(parameters, shape.lanes(), ofKernel);
    kernelGradient = new VectorMatrix(gradient, ofKernel, shape.lanes());
  }

  private int room(int samples) {
    int forward = VectorTiles.panels(samples, shape.inputs());
    int gradient = VectorTiles.panels(shape.inputs(), samples);
    int back = VectorTiles.panels(samples, shape.units());
    return Math.max(forward, Math.max(gradient, back));
  }

  @Override
  public void forward(int lane, int samples) {
    int k = shape.weight(0, 0) + lane;
    VectorTiles.multiply(
        -0.0,
        inputs,
        0,
        kernelByUnit,
        k,
        preActivations,
        0,
        samples,
        shape.units(),
        shape.inputs(),
        working.panels(room));
    for (int unit = 0; unit < shape.units(); unit++) {
      addBias(unit, lane, samples);
    }
    activate(samples);
  }

  private void addBias(int unit, int lane, int samples) {
    var b = bias(unit, lane);
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += shape.units() * WIDTH) {
      var sum = fromArray(LANES, sums, i).add(b);
      sum.blend(0, sum.compare(LT, floor)).intoArray(sums, i);
    }
  }

  @Override
  public void backward(int lane, int samples) {
    int units = shape.units();
    int k = shape.weight(0, 0) + lane;
    VectorTiles.multiply(
        0,
        inputsBySample,
        0,
        deltasBySample,
        0,
        kernelGradient,
        k,
        shape.inputs(),
        units,
        samples,
        working.panels(room));
    if (shape.useBias()) {
      sumDeltas(lane, samples);
    }
    if (below != null) {
      var to = new VectorMatrix(below.delta, inputs.row(), WIDTH);
      VectorTiles.multiply(
          -0.0, deltas, 0, kernel, k, to, 0, samples, shape.inputs(), units, working.panels(room));
      below.slope(lane, samples);
    }
  }

  final void sumDeltas(int lane, int samples) {
    int unit = 0;
    for (; shape.units() - unit >= 4; unit += 4) {
      sumFourDeltas(unit, lane, samples);
    }
    for (; unit < shape.units(); unit++) {
      var sum = DoubleVector.zero(LANES);
      for (int s = 0, i = unit * WIDTH; s < samples; s++, i += shape.units() * WIDTH) {
        sum = sum.add(fromArray(LANES, delta, i));
      }
      sum.intoArray(gradient, shape.bias(unit) + lane);
    }
  }

  private void sumFourDeltas(int unit, int lane, int samples) {
    var sum0 = DoubleVector.zero(LANES);
    var sum1 = sum0;
    var sum2 = sum0;
    var sum3 = sum0;
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += shape.units() * WIDTH) {
      sum0 = sum0.add(fromArray(LANES, delta, i));
      sum1 = sum1.add(fromArray(LANES, delta, i + WIDTH));
      sum2 = sum2.add(fromArray(LANES, delta, i + 2 * WIDTH));
      sum3 = sum3.add(fromArray(LANES, delta, i + 3 * WIDTH));
    }
    sum0.intoArray(gradient, shape.bias(unit) + lane);
    sum1.intoArray(gradient, shape.bias(unit + 1) + lane);
    sum2.intoArray(gradient, shape.bias(unit + 2) + lane);
    sum3.intoArray(gradient, shape.bias(unit + 3) + lane);
  }
}
