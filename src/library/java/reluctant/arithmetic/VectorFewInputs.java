package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;

/**
 * A layer of one to three inputs, written out. The loop over the samples is the innermost one, so
 * that the weights and sums of four units stay in registers.
 */
final class VectorFewInputs extends VectorDense {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  private final VectorGradient gradients;

  VectorFewInputs(
      DenseShape shape,
      Activation activation,
      LaneMemory memory,
      double[] x,
      @Nullable LayerLanes below) {
    super(shape, activation, memory, x, below);
    gradients = new VectorGradient(this);
  }

  @Override
  public void forward(int lane, int samples) {
    int unit = 0;
    for (; shape.units() - unit >= 4; unit += 4) {
      switch (shape.inputs()) {
        case 1 -> forwardFour1(unit, lane, samples);
        case 2 -> forwardFour2(unit, lane, samples);
        default -> forwardFour3(unit, lane, samples);
      }
    }
    for (; unit < shape.units(); unit++) {
      switch (shape.inputs()) {
        case 1 -> forward1(unit, lane, samples);
        case 2 -> forward2(unit, lane, samples);
        default -> forward3(unit, lane, samples);
      }
    }
    activate(samples);
  }

  private void forward1(int unit, int lane, int samples) {
    var w = weight(0, unit, lane);
    var b = bias(unit, lane);
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += shape.units() * WIDTH) {
      var sum = fromArray(LANES, x, s * WIDTH).mul(w).add(b);
      sum.blend(0, sum.compare(LT, floor)).intoArray(sums, i);
    }
  }

  private void forward2(int unit, int lane, int samples) {
    var w0 = weight(0, unit, lane);
    var w1 = weight(1, unit, lane);
    var b = bias(unit, lane);
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += shape.units() * WIDTH) {
      int from = 2 * s * WIDTH;
      var sum = fromArray(LANES, x, from).mul(w0).add(fromArray(LANES, x, from + WIDTH).mul(w1));
      sum = sum.add(b);
      sum.blend(0, sum.compare(LT, floor)).intoArray(sums, i);
    }
  }

  private void forward3(int unit, int lane, int samples) {
    var w0 = weight(0, unit, lane);
    var w1 = weight(1, unit, lane);
    var w2 = weight(2, unit, lane);
    var b = bias(unit, lane);
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += shape.units() * WIDTH) {
      int from = 3 * s * WIDTH;
      var sum = fromArray(LANES, x, from).mul(w0).add(fromArray(LANES, x, from + WIDTH).mul(w1));
      sum = sum.add(fromArray(LANES, x, from + 2 * WIDTH).mul(w2));
      sum = sum.add(b);
      sum.blend(0, sum.compare(LT, floor)).intoArray(sums, i);
    }
  }

  private void forwardFour1(int unit, int lane, int samples) {
    var w00 = weight(0, unit, lane);
    var b0 = bias(unit, lane);
    var w01 = weight(0, unit + 1, lane);
    var b1 = bias(unit + 1, lane);
    var w02 = weight(0, unit + 2, lane);
    var b2 = bias(unit + 2, lane);
    var w03 = weight(0, unit + 3, lane);
    var b3 = bias(unit + 3, lane);
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += shape.units() * WIDTH) {
      var x0 = fromArray(LANES, x, s * WIDTH);
      var sum0 = x0.mul(w00).add(b0);
      sum0.blend(0, sum0.compare(LT, floor)).intoArray(sums, i);
      var sum1 = x0.mul(w01).add(b1);
      sum1.blend(0, sum1.compare(LT, floor)).intoArray(sums, i + WIDTH);
      var sum2 = x0.mul(w02).add(b2);
      sum2.blend(0, sum2.compare(LT, floor)).intoArray(sums, i + 2 * WIDTH);
      var sum3 = x0.mul(w03).add(b3);
      sum3.blend(0, sum3.compare(LT, floor)).intoArray(sums, i + 3 * WIDTH);
    }
  }

  private void forwardFour2(int unit, int lane, int samples) {
    var w00 = weight(0, unit, lane);
    var w10 = weight(1, unit, lane);
    var b0 = bias(unit, lane);
    var w01 = weight(0, unit + 1, lane);
    var w11 = weight(1, unit + 1, lane);
    var b1 = bias(unit + 1, lane);
    var w02 = weight(0, unit + 2, lane);
    var w12 = weight(1, unit + 2, lane);
    var b2 = bias(unit + 2, lane);
    var w03 = weight(0, unit + 3, lane);
    var w13 = weight(1, unit + 3, lane);
    var b3 = bias(unit + 3, lane);
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += shape.units() * WIDTH) {
      var x0 = fromArray(LANES, x, 2 * s * WIDTH);
      var x1 = fromArray(LANES, x, 2 * s * WIDTH + WIDTH);
      var sum0 = x0.mul(w00).add(x1.mul(w10)).add(b0);
      sum0.blend(0, sum0.compare(LT, floor)).intoArray(sums, i);
      var sum1 = x0.mul(w01).add(x1.mul(w11)).add(b1);
      sum1.blend(0, sum1.compare(LT, floor)).intoArray(sums, i + WIDTH);
      var sum2 = x0.mul(w02).add(x1.mul(w12)).add(b2);
      sum2.blend(0, sum2.compare(LT, floor)).intoArray(sums, i + 2 * WIDTH);
      var sum3 = x0.mul(w03).add(x1.mul(w13)).add(b3);
      sum3.blend(0, sum3.compare(LT, floor)).intoArray(sums, i + 3 * WIDTH);
    }
  }

  private void forwardFour3(int unit, int lane, int samples) {
    var w00 = weight(0, unit, lane);
    var w10 = weight(1, unit, lane);
    var w20 = weight(2, unit, lane);
    var b0 = bias(unit, lane);
    var w01 = weight(0, unit + 1, lane);
    var w11 = weight(1, unit + 1, lane);
    var w21 = weight(2, unit + 1, lane);
    var b1 = bias(unit + 1, lane);
    var w02 = weight(0, unit + 2, lane);
    var w12 = weight(1, unit + 2, lane);
    var w22 = weight(2, unit + 2, lane);
    var b2 = bias(unit + 2, lane);
    var w03 = weight(0, unit + 3, lane);
    var w13 = weight(1, unit + 3, lane);
    var w23 = weight(2, unit + 3, lane);
    var b3 = bias(unit + 3, lane);
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += shape.units() * WIDTH) {
      var x0 = fromArray(LANES, x, 3 * s * WIDTH);
      var x1 = fromArray(LANES, x, 3 * s * WIDTH + WIDTH);
      var x2 = fromArray(LANES, x, 3 * s * WIDTH + 2 * WIDTH);
      var sum0 = x0.mul(w00).add(x1.mul(w10)).add(x2.mul(w20)).add(b0);
      sum0.blend(0, sum0.compare(LT, floor)).intoArray(sums, i);
      var sum1 = x0.mul(w01).add(x1.mul(w11)).add(x2.mul(w21)).add(b1);
      sum1.blend(0, sum1.compare(LT, floor)).intoArray(sums, i + WIDTH);
      var sum2 = x0.mul(w02).add(x1.mul(w12)).add(x2.mul(w22)).add(b2);
      sum2.blend(0, sum2.compare(LT, floor)).intoArray(sums, i + 2 * WIDTH);
      var sum3 = x0.mul(w03).add(x1.mul(w13)).add(x2.mul(w23)).add(b3);
      sum3.blend(0, sum3.compare(LT, floor)).intoArray(sums, i + 3 * WIDTH);
    }
  }

  @Override
  public void backward(int lane, int samples) {
    gradients.ofAll(lane, samples);
    if (below != null) {
      for (int input = 0; input < shape.inputs(); input++) {
        gradients.ofInput(input, lane, samples, below.delta);
      }
      below.slope(lane, samples);
    }
  }

  @Override
  public void squaredError(double[] y, double[] squares, int lane, int samples) {
    if (!isRegression() || below == null || shape.inputs() == 1) {
      super.squaredError(y, squares, lane, samples);
      return;
    }
    if (shape.inputs() == 2) {
      squaredError2(below, y, squares, lane, samples);
    } else {
      squaredError3(below, y, squares, lane, samples);
    }
    if (!isRelu(below)) {
      below.slope(lane, samples);
    }
  }

  /** Leaves the slope to do where the layer below has no ReLU, as squaredError3 does. */
  private void squaredError2(
      LayerLanes layer, double[] y, double[] squares, int lane, int samples) {
    var w0 = weight(0, 0, lane);
    var w1 = weight(1, 0, lane);
    var b = bias(0, lane);
    var sum = DoubleVector.zero(LANES);
    var g0 = sum;
    var g1 = sum;
    var ofBias = sum;
    for (int s = 0; s < samples; s++) {
      int i = 2 * s * WIDTH;
      var h0 = fromArray(LANES, x, i);
      var h1 = fromArray(LANES, x, i + WIDTH);
      var residual = h0.mul(w0).add(h1.mul(w1)).add(b).sub(fromArray(LANES, y, s * WIDTH));
      sum = sum.add(residual.mul(residual));
      var d = residual.mul(2);
      g0 = g0.add(h0.mul(d));
      g1 = g1.add(h1.mul(d));
      ofBias = ofBias.add(d);
      d.mul(w0).blend(0, h0.compare(LT, floorBelow)).intoArray(layer.delta, i);
      d.mul(w1).blend(0, h1.compare(LT, floorBelow)).intoArray(layer.delta, i + WIDTH);
    }
    sum.intoArray(squares, lane);
    g0.intoArray(gradient, shape.weight(0, 0) + lane);
    g1.intoArray(gradient, shape.weight(1, 0) + lane);
    if (shape.useBias()) {
      ofBias.intoArray(gradient, shape.bias(0) + lane);
    }
  }

  private void squaredError3(
      LayerLanes layer, double[] y, double[] squares, int lane, int samples) {
    var w0 = weight(0, 0, lane);
    var w1 = weight(1, 0, lane);
    var w2 = weight(2, 0, lane);
    var b = bias(0, lane);
    var sum = DoubleVector.zero(LANES);
    var g0 = sum;
    var g1 = sum;
    var g2 = sum;
    var ofBias = sum;
    for (int s = 0; s < samples; s++) {
      int i = 3 * s * WIDTH;
      var h0 = fromArray(LANES, x, i);
      var h1 = fromArray(LANES, x, i + WIDTH);
      var h2 = fromArray(LANES, x, i + 2 * WIDTH);
      var p = h0.mul(w0).add(h1.mul(w1)).add(h2.mul(w2)).add(b);
      var residual = p.sub(fromArray(LANES, y, s * WIDTH));
      sum = sum.add(residual.mul(residual));
      var d = residual.mul(2);
      g0 = g0.add(h0.mul(d));
      g1 = g1.add(h1.mul(d));
      g2 = g2.add(h2.mul(d));
      ofBias = ofBias.add(d);
      d.mul(w0).blend(0, h0.compare(LT, floorBelow)).intoArray(layer.delta, i);
      d.mul(w1).blend(0, h1.compare(LT, floorBelow)).intoArray(layer.delta, i + WIDTH);
      d.mul(w2).blend(0, h2.compare(LT, floorBelow)).intoArray(layer.delta, i + 2 * WIDTH);
    }
    sum.intoArray(squares, lane);
    g0.intoArray(gradient, shape.weight(0, 0) + lane);
    g1.intoArray(gradient, shape.weight(1, 0) + lane);
    g2.intoArray(gradient, shape.weight(2, 0) + lane);
    if (shape.useBias()) {
      ofBias.intoArray(gradient, shape.bias(0) + lane);
    }
  }
}
