package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.ASHR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;

/**
 * One input, two ReLUs and a linear output, under the squared error: the network of |x|, which is
 * trained more often than all others. Nothing but x and y is read from memory and nothing is
 * written but sums, in the operations and the order of {@link VectorDense}.
 *
 * <p>A unit is on where its pre-activation z, read as an integer, is above 0. That takes fewer
 * instructions than a comparison, and is the same unless z is -0 or NaN. It is never -0, since the
 * bias that is added last is not, and never NaN as long as weights and biases are finite; where one
 * is not, the layers do the step.
 */
final class VectorTwoUnits implements FusedStep {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final int SIGN = Long.SIZE - 1;

  private final double[] parameters;
  private final double[] gradient;
  private final int lanes;

  private VectorTwoUnits(DenseLanes first) {
    parameters = first.parameters;
    gradient = first.gradient;
    lanes = first.shape.lanes();
  }

  /** Returns the step of the network that ends with these layers, or null if it is another one. */
  static @Nullable FusedStep of(LayerLanes top) {
    return top instanceof DenseLanes last
            && last.below instanceof DenseLanes first
            && first.below == null
            && first.activation == Activation.RELU
            && isOf(first.shape, 1, 2)
            && last.isRegression()
            && isOf(last.shape, 2, 1)
        ? new VectorTwoUnits(first)
        : null;
  }

  private static boolean isOf(DenseShape shape, int inputs, int units) {
    return shape.inputs() == inputs && shape.units() == units && shape.useBias();
  }

  @Override
  public boolean squaredError(
      double[] rows, int first, int[] starts, double[] sums, int lane, int samples) {
    if (!isFinite(lane)) {
      return false;
    }
    step(rows, first, starts, sums, lane, samples);
    return true;
  }

  private boolean isFinite(int lane) {
    for (int number = lane; number < 4 * lanes; number += lanes) {
      for (int i = number; i < number + VectorDense.WIDTH; i++) {
        if (!Double.isFinite(parameters[i])) {
          return false;
        }
      }
    }
    return true;
  }

  private void step(double[] rows, int first, int[] starts, double[] sums, int lane, int samples) {
    var k0 = fromArray(LANES, parameters, lane);
    var k1 = fromArray(LANES, parameters, lane + lanes);
    var b0 = fromArray(LANES, parameters, lane + 2 * lanes).add(0.0);
    var b1 = fromArray(LANES, parameters, lane + 3 * lanes).add(0.0);
    var w0 = fromArray(LANES, parameters, lane + 4 * lanes);
    var w1 = fromArray(LANES, parameters, lane + 5 * lanes);
    var b = fromArray(LANES, parameters, lane + 6 * lanes);
    var sum = DoubleVector.zero(LANES);
    var gradientK0 = sum;
    var gradientK1 = sum;
    var gradientB0 = sum;
    var gradientB1 = sum;
    var gradientW0 = sum;
    var gradientW1 = sum;
    var gradientB = sum;
    var zero = LongVector.zero(LONGS);
    for (int s = 0; s < samples; s++) {
      int row = first + starts[s];
      var input = fromArray(LANES, rows, row);
      var z0 = input.mul(k0).add(b0).reinterpretAsLongs();
      var z1 = input.mul(k1).add(b1).reinterpretAsLongs();
      var on0 = zero.sub(z0).lanewise(ASHR, SIGN);
      var on1 = zero.sub(z1).lanewise(ASHR, SIGN);
      var h0 = z0.and(on0).reinterpretAsDoubles();
      var h1 = z1.and(on1).reinterpretAsDoubles();
      var p = h0.mul(w0).add(h1.mul(w1)).add(b);
      var residual = p.sub(fromArray(LANES, rows, row + VectorDense.WIDTH));
      sum = sum.add(residual.mul(residual));
      var d = residual.mul(2);
      var d0 = d.mul(w0).reinterpretAsLongs().and(on0).reinterpretAsDoubles();
      var d1 = d.mul(w1).reinterpretAsLongs().and(on1).reinterpretAsDoubles();
      gradientK0 = gradientK0.add(input.mul(d0));
      gradientK1 = gradientK1.add(input.mul(d1));
      gradientB0 = gradientB0.add(d0);
      gradientB1 = gradientB1.add(d1);
      gradientW0 = gradientW0.add(h0.mul(d));
      gradientW1 = gradientW1.add(h1.mul(d));
      gradientB = gradientB.add(d);
    }
    sum.intoArray(sums, lane);
    gradientK0.intoArray(gradient, lane);
    gradientK1.intoArray(gradient, lane + lanes);
    gradientB0.intoArray(gradient, lane + 2 * lanes);
    gradientB1.intoArray(gradient, lane + 3 * lanes);
    gradientW0.intoArray(gradient, lane + 4 * lanes);
    gradientW1.intoArray(gradient, lane + 5 * lanes);
    gradientB.intoArray(gradient, lane + 6 * lanes);
  }
}
