package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;

/**
 * On the Vector API: a group fills one vector. {@link VectorFewInputs} keeps what a unit needs in
 * registers, {@link VectorTiled} is for layers of more inputs.
 *
 * <p>No method of ours takes or gives a vector in a loop: where the JVM chooses not to inline it,
 * each turn of the loop allocates the vector as an object. And ReLU is no maximum, which would be
 * slower, having more rules for NaN and -0.
 */
abstract class VectorDense extends DenseLanes {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  static final int WIDTH = LANES.length();

  /** Where the sums of a unit go, to which its activation is applied. */
  final double[] sums;

  /** Outputs below this one become 0: those up to 0 under a ReLU, none otherwise. */
  final double floor;

  /** The same of the layer below. */
  final double floorBelow;

  VectorDense(
      DenseShape shape,
      Activation activation,
      LaneMemory memory,
      double[] x,
      @Nullable LayerLanes below) {
    super(WIDTH, shape, activation, memory, x, below);
    floor = floor(this);
    floorBelow = floor(below);
    sums = isRelu(this) ? h : z;
  }

  private static double floor(@Nullable LayerLanes layer) {
    return isRelu(layer) ? Double.MIN_VALUE : Double.NEGATIVE_INFINITY;
  }

  static boolean isRelu(@Nullable LayerLanes layer) {
    return layer instanceof DenseLanes dense && dense.activation == Activation.RELU;
  }

  /** Computes h = f(z) of all activations but ReLU, which {@link #floor} has done. */
  final void activate(int samples) {
    if (activation == Activation.SOFTMAX) {
      VectorSoftmax.forward(z, h, samples, shape.units());
    } else if (sums != h) {
      VectorActivation.apply(activation, z, h, samples * shape.units() * WIDTH);
    }
  }

  @Override
  public final void slope(int lane, int samples) {
    int count = samples * shape.units() * WIDTH;
    if (isRelu(this)) {
      for (int i = 0; i < count; i += WIDTH) {
        fromArray(LANES, delta, i)
            .blend(0, fromArray(LANES, h, i).compare(LT, floor))
            .intoArray(delta, i);
      }
    } else if (activation == Activation.SOFTMAX) {
      VectorSoftmax.backward(h, delta, samples, shape.units());
    } else if (z != h) {
      VectorActivation.multiplySlope(activation, z, h, delta, count);
    }
  }

  @Override
  public void squaredError(double[] y, double[] squares, int lane, int samples) {
    forward(lane, samples);
    addSquares(y, squares, lane, samples);
    slope(lane, samples);
    backward(lane, samples);
  }

  private void addSquares(double[] y, double[] squares, int lane, int samples) {
    var sum = DoubleVector.zero(LANES);
    int count = samples * shape.units() * WIDTH;
    for (int i = 0; i < count; i += WIDTH) {
      var residual = fromArray(LANES, h, i).sub(fromArray(LANES, y, i));
      sum = sum.add(residual.mul(residual));
      residual.mul(2).intoArray(delta, i);
    }
    sum.intoArray(squares, lane);
  }

  final DoubleVector weight(int input, int unit, int lane) {
    return fromArray(LANES, parameters, shape.weight(input, unit) + lane);
  }

  /** Where there is none, 0 is added all the same: it makes 0 of -0. */
  final DoubleVector bias(int unit, int lane) {
    return shape.useBias()
        ? fromArray(LANES, parameters, shape.bias(unit) + lane)
        : DoubleVector.zero(LANES);
  }
}
