package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;

/**
 * One or two inputs, three ReLUs or more and a linear output, under the squared error: two passes
 * over the samples for three units each, forward and backward. Samples are read where they lie, and
 * the slopes of hidden units never leave the registers.
 */
final class VectorOneHidden implements FusedStep {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  private final VectorDense hidden;
  private final VectorDense last;
  private final VectorHiddenForward forward;
  private final VectorHiddenBackward backward;

  private VectorOneHidden(VectorDense hidden, VectorDense last) {
    this.hidden = hidden;
    this.last = last;
    forward = new VectorHiddenForward(hidden, last);
    backward = new VectorHiddenBackward(hidden, last);
  }

  /** Returns the step of the network that ends with this layer, or null if it is another one. */
  static @Nullable FusedStep of(LayerLanes top) {
    return top instanceof VectorDense last
            && last.isRegression()
            && last.below instanceof VectorDense hidden
            && hidden.below == null
            && hidden.activation == Activation.RELU
            && hidden.shape.inputs() <= 2
            && hidden.shape.units() >= 3
        ? new VectorOneHidden(hidden, last)
        : null;
  }

  @Override
  public boolean squaredError(
      double[] rows, int first, int[] starts, double[] sums, int lane, int samples) {
    forward.all(rows, first, starts, lane, samples);
    residuals(rows, first, starts, sums, lane, samples);
    backward.all(rows, first, starts, lane, samples);
    return true;
  }

  private void residuals(
      double[] rows, int first, int[] starts, double[] sums, int lane, int samples) {
    var b = last.bias(0, lane);
    var sum = DoubleVector.zero(LANES);
    var ofBias = sum;
    for (int s = 0; s < samples; s++) {
      var y = fromArray(LANES, rows, first + starts[s] + hidden.shape.inputs() * WIDTH);
      var residual = fromArray(LANES, last.h, s * WIDTH).add(b).sub(y);
      sum = sum.add(residual.mul(residual));
      var d = residual.mul(2);
      ofBias = ofBias.add(d);
      d.intoArray(last.delta, s * WIDTH);
    }
    sum.intoArray(sums, lane);
    if (last.shape.useBias()) {
      ofBias.intoArray(last.gradient, last.shape.bias(0) + lane);
    }
  }
}
