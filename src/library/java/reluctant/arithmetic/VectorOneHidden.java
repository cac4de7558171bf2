package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LT;

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
  private final double[] gradient;
  private final int inputs;
  private final int units;

  private VectorOneHidden(VectorDense hidden, VectorDense last) {
    this.hidden = hidden;
    this.last = last;
    gradient = last.gradient;
    inputs = hidden.shape.inputs();
    units = hidden.shape.units();
  }

  /** Returns the step of the network that ends with this layer, or null if it is another one. */
  static @Nullable FusedStep of(LayerLanes top) {
    return top instanceof VectorDense last
            && last.isRegression()
            && last.below instanceof VectorDense first
            && first.below == null
            && first.activation == Activation.RELU
            && first.shape.inputs() <= 2
            && first.shape.units() >= 3
        ? new VectorOneHidden(first, last)
        : null;
  }

  @Override
  public boolean squaredError(double[] rows, int[] starts, double[] sums, int lane, int samples) {
    forward(rows, starts, lane, samples);
    residuals(rows, starts, sums, lane, samples);
    backward(rows, starts, lane, samples);
    return true;
  }

  private void forward(double[] rows, int[] starts, int lane, int samples) {
    for (int i = 0; i < samples * WIDTH; i += WIDTH) {
      broadcast(LANES, -0.0).intoArray(last.h, i); // A sum that starts with its first product.
    }
    int unit = 0;
    for (; units - unit >= 3; unit += 3) {
      if (inputs == 1) {
        forwardThree1(rows, starts, unit, lane, samples);
      } else {
        forwardThree2(rows, starts, unit, lane, samples);
      }
    }
    for (; unit < units; unit++) {
      if (inputs == 1) {
        forwardOne1(rows, starts, unit, lane, samples);
      } else {
        forwardOne2(rows, starts, unit, lane, samples);
      }
    }
  }

  private void forwardOne1(double[] rows, int[] starts, int unit, int lane, int samples) {
    var w00 = hidden.weight(0, unit, lane);
    var b0 = hidden.bias(unit, lane);
    var v0 = last.weight(unit, 0, lane);
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += units * WIDTH) {
      int row = starts[s];
      var x0 = fromArray(LANES, rows, row);
      var p = fromArray(LANES, last.h, s * WIDTH);
      var z0 = x0.mul(w00).add(b0);
      var h0 = z0.blend(0, z0.compare(LT, Double.MIN_VALUE));
      h0.intoArray(hidden.h, i);
      p = p.add(h0.mul(v0));
      p.intoArray(last.h, s * WIDTH);
    }
  }

  private void forwardThree1(double[] rows, int[] starts, int unit, int lane, int samples) {
    var w00 = hidden.weight(0, unit, lane);
    var b0 = hidden.bias(unit, lane);
    var v0 = last.weight(unit, 0, lane);
    var w01 = hidden.weight(0, unit + 1, lane);
    var b1 = hidden.bias(unit + 1, lane);
    var v1 = last.weight(unit + 1, 0, lane);
    var w02 = hidden.weight(0, unit + 2, lane);
    var b2 = hidden.bias(unit + 2, lane);
    var v2 = last.weight(unit + 2, 0, lane);
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += units * WIDTH) {
      int row = starts[s];
      var x0 = fromArray(LANES, rows, row);
      var p = fromArray(LANES, last.h, s * WIDTH);
      var z0 = x0.mul(w00).add(b0);
      var h0 = z0.blend(0, z0.compare(LT, Double.MIN_VALUE));
      h0.intoArray(hidden.h, i);
      p = p.add(h0.mul(v0));
      var z1 = x0.mul(w01).add(b1);
      var h1 = z1.blend(0, z1.compare(LT, Double.MIN_VALUE));
      h1.intoArray(hidden.h, i + WIDTH);
      p = p.add(h1.mul(v1));
      var z2 = x0.mul(w02).add(b2);
      var h2 = z2.blend(0, z2.compare(LT, Double.MIN_VALUE));
      h2.intoArray(hidden.h, i + 2 * WIDTH);
      p = p.add(h2.mul(v2));
      p.intoArray(last.h, s * WIDTH);
    }
  }

  private void forwardOne2(double[] rows, int[] starts, int unit, int lane, int samples) {
    var w00 = hidden.weight(0, unit, lane);
    var w10 = hidden.weight(1, unit, lane);
    var b0 = hidden.bias(unit, lane);
    var v0 = last.weight(unit, 0, lane);
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += units * WIDTH) {
      int row = starts[s];
      var x0 = fromArray(LANES, rows, row);
      var x1 = fromArray(LANES, rows, row + WIDTH);
      var p = fromArray(LANES, last.h, s * WIDTH);
      var z0 = x0.mul(w00).add(x1.mul(w10)).add(b0);
      var h0 = z0.blend(0, z0.compare(LT, Double.MIN_VALUE));
      h0.intoArray(hidden.h, i);
      p = p.add(h0.mul(v0));
      p.intoArray(last.h, s * WIDTH);
    }
  }

  private void forwardThree2(double[] rows, int[] starts, int unit, int lane, int samples) {
    var w00 = hidden.weight(0, unit, lane);
    var w10 = hidden.weight(1, unit, lane);
    var b0 = hidden.bias(unit, lane);
    var v0 = last.weight(unit, 0, lane);
    var w01 = hidden.weight(0, unit + 1, lane);
    var w11 = hidden.weight(1, unit + 1, lane);
    var b1 = hidden.bias(unit + 1, lane);
    var v1 = last.weight(unit + 1, 0, lane);
    var w02 = hidden.weight(0, unit + 2, lane);
    var w12 = hidden.weight(1, unit + 2, lane);
    var b2 = hidden.bias(unit + 2, lane);
    var v2 = last.weight(unit + 2, 0, lane);
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += units * WIDTH) {
      int row = starts[s];
      var x0 = fromArray(LANES, rows, row);
      var x1 = fromArray(LANES, rows, row + WIDTH);
      var p = fromArray(LANES, last.h, s * WIDTH);
      var z0 = x0.mul(w00).add(x1.mul(w10)).add(b0);
      var h0 = z0.blend(0, z0.compare(LT, Double.MIN_VALUE));
      h0.intoArray(hidden.h, i);
      p = p.add(h0.mul(v0));
      var z1 = x0.mul(w01).add(x1.mul(w11)).add(b1);
      var h1 = z1.blend(0, z1.compare(LT, Double.MIN_VALUE));
      h1.intoArray(hidden.h, i + WIDTH);
      p = p.add(h1.mul(v1));
      var z2 = x0.mul(w02).add(x1.mul(w12)).add(b2);
      var h2 = z2.blend(0, z2.compare(LT, Double.MIN_VALUE));
      h2.intoArray(hidden.h, i + 2 * WIDTH);
      p = p.add(h2.mul(v2));
      p.intoArray(last.h, s * WIDTH);
    }
  }

  private void residuals(double[] rows, int[] starts, double[] sums, int lane, int samples) {
    var b = last.bias(0, lane);
    var sum = DoubleVector.zero(LANES);
    var ofBias = sum;
    for (int s = 0; s < samples; s++) {
      var y = fromArray(LANES, rows, starts[s] + inputs * WIDTH);
      var residual = fromArray(LANES, last.h, s * WIDTH).add(b).sub(y);
      sum = sum.add(residual.mul(residual));
      var d = residual.mul(2);
      ofBias = ofBias.add(d);
      d.intoArray(last.delta, s * WIDTH);
    }
    sum.intoArray(sums, lane);
    if (last.shape.useBias()) {
      ofBias.intoArray(gradient, last.shape.bias(0) + lane);
    }
  }

  private void backward(double[] rows, int[] starts, int lane, int samples) {
    int unit = 0;
    for (; units - unit >= 3; unit += 3) {
      if (inputs == 1) {
        backwardThree1(rows, starts, unit, lane, samples);
      } else {
        backwardThree2(rows, starts, unit, lane, samples);
      }
    }
    for (; unit < units; unit++) {
      if (inputs == 1) {
        backwardOne1(rows, starts, unit, lane, samples);
      } else {
        backwardOne2(rows, starts, unit, lane, samples);
      }
    }
  }

  private void backwardOne1(double[] rows, int[] starts, int unit, int lane, int samples) {
    var gradientV0 = DoubleVector.zero(LANES);
    var v0 = last.weight(unit, 0, lane);
    var gradient00 = gradientV0;
    var gradientB0 = gradientV0;
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += units * WIDTH) {
      int row = starts[s];
      var x0 = fromArray(LANES, rows, row);
      var d = fromArray(LANES, last.delta, s * WIDTH);
      var h0 = fromArray(LANES, hidden.h, i);
      gradientV0 = gradientV0.add(h0.mul(d));
      var d0 = d.mul(v0).blend(0, h0.compare(LT, Double.MIN_VALUE));
      gradient00 = gradient00.add(x0.mul(d0));
      gradientB0 = gradientB0.add(d0);
    }
    gradientV0.intoArray(gradient, last.shape.weight(unit, 0) + lane);
    gradient00.intoArray(gradient, hidden.shape.weight(0, unit) + lane);
    if (hidden.shape.useBias()) {
      gradientB0.intoArray(gradient, hidden.shape.bias(unit) + lane);
    }
  }

  private void backwardThree1(double[] rows, int[] starts, int unit, int lane, int samples) {
    var gradientV0 = DoubleVector.zero(LANES);
    var v0 = last.weight(unit, 0, lane);
    var gradient00 = gradientV0;
    var gradientB0 = gradientV0;
    var v1 = last.weight(unit + 1, 0, lane);
    var gradientV1 = gradientV0;
    var gradient01 = gradientV0;
    var gradientB1 = gradientV0;
    var v2 = last.weight(unit + 2, 0, lane);
    var gradientV2 = gradientV0;
    var gradient02 = gradientV0;
    var gradientB2 = gradientV0;
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += units * WIDTH) {
      int row = starts[s];
      var x0 = fromArray(LANES, rows, row);
      var d = fromArray(LANES, last.delta, s * WIDTH);
      var h0 = fromArray(LANES, hidden.h, i);
      gradientV0 = gradientV0.add(h0.mul(d));
      var d0 = d.mul(v0).blend(0, h0.compare(LT, Double.MIN_VALUE));
      gradient00 = gradient00.add(x0.mul(d0));
      gradientB0 = gradientB0.add(d0);
      var h1 = fromArray(LANES, hidden.h, i + WIDTH);
      gradientV1 = gradientV1.add(h1.mul(d));
      var d1 = d.mul(v1).blend(0, h1.compare(LT, Double.MIN_VALUE));
      gradient01 = gradient01.add(x0.mul(d1));
      gradientB1 = gradientB1.add(d1);
      var h2 = fromArray(LANES, hidden.h, i + 2 * WIDTH);
      gradientV2 = gradientV2.add(h2.mul(d));
      var d2 = d.mul(v2).blend(0, h2.compare(LT, Double.MIN_VALUE));
      gradient02 = gradient02.add(x0.mul(d2));
      gradientB2 = gradientB2.add(d2);
    }
    gradientV0.intoArray(gradient, last.shape.weight(unit, 0) + lane);
    gradient00.intoArray(gradient, hidden.shape.weight(0, unit) + lane);
    gradientV1.intoArray(gradient, last.shape.weight(unit + 1, 0) + lane);
    gradient01.intoArray(gradient, hidden.shape.weight(0, unit + 1) + lane);
    gradientV2.intoArray(gradient, last.shape.weight(unit + 2, 0) + lane);
    gradient02.intoArray(gradient, hidden.shape.weight(0, unit + 2) + lane);
    if (hidden.shape.useBias()) {
      gradientB0.intoArray(gradient, hidden.shape.bias(unit) + lane);
      gradientB1.intoArray(gradient, hidden.shape.bias(unit + 1) + lane);
      gradientB2.intoArray(gradient, hidden.shape.bias(unit + 2) + lane);
    }
  }

  private void backwardOne2(double[] rows, int[] starts, int unit, int lane, int samples) {
    var gradientV0 = DoubleVector.zero(LANES);
    var v0 = last.weight(unit, 0, lane);
    var gradient00 = gradientV0;
    var gradient10 = gradientV0;
    var gradientB0 = gradientV0;
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += units * WIDTH) {
      int row = starts[s];
      var x0 = fromArray(LANES, rows, row);
      var x1 = fromArray(LANES, rows, row + WIDTH);
      var d = fromArray(LANES, last.delta, s * WIDTH);
      var h0 = fromArray(LANES, hidden.h, i);
      gradientV0 = gradientV0.add(h0.mul(d));
      var d0 = d.mul(v0).blend(0, h0.compare(LT, Double.MIN_VALUE));
      gradient00 = gradient00.add(x0.mul(d0));
      gradient10 = gradient10.add(x1.mul(d0));
      gradientB0 = gradientB0.add(d0);
    }
    gradientV0.intoArray(gradient, last.shape.weight(unit, 0) + lane);
    gradient00.intoArray(gradient, hidden.shape.weight(0, unit) + lane);
    gradient10.intoArray(gradient, hidden.shape.weight(1, unit) + lane);
    if (hidden.shape.useBias()) {
      gradientB0.intoArray(gradient, hidden.shape.bias(unit) + lane);
    }
  }

  private void backwardThree2(double[] rows, int[] starts, int unit, int lane, int samples) {
    var gradientV0 = DoubleVector.zero(LANES);
    var v0 = last.weight(unit, 0, lane);
    var gradient00 = gradientV0;
    var gradient10 = gradientV0;
    var gradientB0 = gradientV0;
    var v1 = last.weight(unit + 1, 0, lane);
    var gradientV1 = gradientV0;
    var gradient01 = gradientV0;
    var gradient11 = gradientV0;
    var gradientB1 = gradientV0;
    var v2 = last.weight(unit + 2, 0, lane);
    var gradientV2 = gradientV0;
    var gradient02 = gradientV0;
    var gradient12 = gradientV0;
    var gradientB2 = gradientV0;
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += units * WIDTH) {
      int row = starts[s];
      var x0 = fromArray(LANES, rows, row);
      var x1 = fromArray(LANES, rows, row + WIDTH);
      var d = fromArray(LANES, last.delta, s * WIDTH);
      var h0 = fromArray(LANES, hidden.h, i);
      gradientV0 = gradientV0.add(h0.mul(d));
      var d0 = d.mul(v0).blend(0, h0.compare(LT, Double.MIN_VALUE));
      gradient00 = gradient00.add(x0.mul(d0));
      gradient10 = gradient10.add(x1.mul(d0));
      gradientB0 = gradientB0.add(d0);
      var h1 = fromArray(LANES, hidden.h, i + WIDTH);
      gradientV1 = gradientV1.add(h1.mul(d));
      var d1 = d.mul(v1).blend(0, h1.compare(LT, Double.MIN_VALUE));
      gradient01 = gradient01.add(x0.mul(d1));
      gradient11 = gradient11.add(x1.mul(d1));
      gradientB1 = gradientB1.add(d1);
      var h2 = fromArray(LANES, hidden.h, i + 2 * WIDTH);
      gradientV2 = gradientV2.add(h2.mul(d));
      var d2 = d.mul(v2).blend(0, h2.compare(LT, Double.MIN_VALUE));
      gradient02 = gradient02.add(x0.mul(d2));
      gradient12 = gradient12.add(x1.mul(d2));
      gradientB2 = gradientB2.add(d2);
    }
    gradientV0.intoArray(gradient, last.shape.weight(unit, 0) + lane);
    gradient00.intoArray(gradient, hidden.shape.weight(0, unit) + lane);
    gradient10.intoArray(gradient, hidden.shape.weight(1, unit) + lane);
    gradientV1.intoArray(gradient, last.shape.weight(unit + 1, 0) + lane);
    gradient01.intoArray(gradient, hidden.shape.weight(0, unit + 1) + lane);
    gradient11.intoArray(gradient, hidden.shape.weight(1, unit + 1) + lane);
    gradientV2.intoArray(gradient, last.shape.weight(unit + 2, 0) + lane);
    gradient02.intoArray(gradient, hidden.shape.weight(0, unit + 2) + lane);
    gradient12.intoArray(gradient, hidden.shape.weight(1, unit + 2) + lane);
    if (hidden.shape.useBias()) {
      gradientB0.intoArray(gradient, hidden.shape.bias(unit) + lane);
      gradientB1.intoArray(gradient, hidden.shape.bias(unit + 1) + lane);
      gradientB2.intoArray(gradient, hidden.shape.bias(unit + 2) + lane);
    }
  }
}
