package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The forward pass of {@link VectorOneHidden}. */
final class VectorHiddenForward {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  private final VectorDense hidden;
  private final VectorDense last;
  private final int inputs;
  private final int units;

  VectorHiddenForward(VectorDense hidden, VectorDense last) {
    this.hidden = hidden;
    this.last = last;
    inputs = hidden.shape.inputs();
    units = hidden.shape.units();
  }

  /** Leaves the hidden outputs, and the last layer's sums without their bias. */
  void all(double[] rows, int first, int[] starts, int lane, int samples) {
    for (int i = 0; i < samples * WIDTH; i += WIDTH) {
      broadcast(LANES, -0.0).intoArray(last.h, i); // A sum that starts with its first product.
    }
    int unit = 0;
    for (; units - unit >= 3; unit += 3) {
      if (inputs == 1) {
        forwardThree1(rows, first, starts, unit, lane, samples);
      } else {
        forwardThree2(rows, first, starts, unit, lane, samples);
      }
    }
    for (; unit < units; unit++) {
      if (inputs == 1) {
        forwardOne1(rows, first, starts, unit, lane, samples);
      } else {
        forwardOne2(rows, first, starts, unit, lane, samples);
      }
    }
  }

  private void forwardOne1(
      double[] rows, int first, int[] starts, int unit, int lane, int samples) {
    var w00 = hidden.weight(0, unit, lane);
    var b0 = hidden.bias(unit, lane);
    var v0 = last.weight(unit, 0, lane);
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += units * WIDTH) {
      int row = first + starts[s];
      var x0 = fromArray(LANES, rows, row);
      var p = fromArray(LANES, last.h, s * WIDTH);
      var z0 = x0.mul(w00).add(b0);
      var h0 = z0.blend(0, z0.compare(LT, Double.MIN_VALUE));
      h0.intoArray(hidden.h, i);
      p = p.add(h0.mul(v0));
      p.intoArray(last.h, s * WIDTH);
    }
  }

  private void forwardThree1(
      double[] rows, int first, int[] starts, int unit, int lane, int samples) {
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
      int row = first + starts[s];
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

  private void forwardOne2(
      double[] rows, int first, int[] starts, int unit, int lane, int samples) {
    var w00 = hidden.weight(0, unit, lane);
    var w10 = hidden.weight(1, unit, lane);
    var b0 = hidden.bias(unit, lane);
    var v0 = last.weight(unit, 0, lane);
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += units * WIDTH) {
      int row = first + starts[s];
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

  private void forwardThree2(
      double[] rows, int first, int[] starts, int unit, int lane, int samples) {
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
      int row = first + starts[s];
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
}
