package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The backward pass of {@link VectorOneHidden}. */
final class VectorHiddenBackward {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  private final VectorDense hidden;
  private final VectorDense last;
  private final double[] gradient;
  private final int inputs;
  private final int units;

  VectorHiddenBackward(VectorDense hidden, VectorDense last) {
    this.hidden = hidden;
    this.last = last;
    gradient = last.gradient;
    inputs = hidden.shape.inputs();
    units = hidden.shape.units();
  }

  /** Takes the last layer's delta. */
  void all(double[] rows, int first, int[] starts, int lane, int samples) {
    int unit = 0;
    for (; units - unit >= 3; unit += 3) {
      if (inputs == 1) {
        backwardThree1(rows, first, starts, unit, lane, samples);
      } else {
        backwardThree2(rows, first, starts, unit, lane, samples);
      }
    }
    for (; unit < units; unit++) {
      if (inputs == 1) {
        backwardOne1(rows, first, starts, unit, lane, samples);
      } else {
        backwardOne2(rows, first, starts, unit, lane, samples);
      }
    }
  }

  private void backwardOne1(
      double[] rows, int first, int[] starts, int unit, int lane, int samples) {
    var gradientV0 = DoubleVector.zero(LANES);
    var v0 = last.weight(unit, 0, lane);
    var gradient00 = gradientV0;
    var gradientB0 = gradientV0;
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += units * WIDTH) {
      int row = first + starts[s];
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

  private void backwardThree1(
      double[] rows, int first, int[] starts, int unit, int lane, int samples) {
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
      int row = first + starts[s];
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

  private void backwardOne2(
      double[] rows, int first, int[] starts, int unit, int lane, int samples) {
    var gradientV0 = DoubleVector.zero(LANES);
    var v0 = last.weight(unit, 0, lane);
    var gradient00 = gradientV0;
    var gradient10 = gradientV0;
    var gradientB0 = gradientV0;
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += units * WIDTH) {
      int row = first + starts[s];
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

  private void backwardThree2(
      double[] rows, int first, int[] starts, int unit, int lane, int samples) {
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
      int row = first + starts[s];
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
