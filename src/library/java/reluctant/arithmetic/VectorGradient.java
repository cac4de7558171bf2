package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The gradient of a {@link VectorDense} layer, as many sums at once as fit in registers. */
final class VectorGradient {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  private final DenseShape shape;
  private final double[] parameters;
  private final double[] gradient;
  private final double[] x;
  private final double[] delta;

  VectorGradient(DenseLanes layer) {
    shape = layer.shape;
    parameters = layer.parameters;
    gradient = layer.gradient;
    x = layer.x;
    delta = layer.delta;
  }

  /** All of kernel and bias. */
  void ofAll(int lane, int samples) {
    int unit = 0;
    if (shape.inputs() < 3) {
      for (; shape.units() - unit >= 4; unit += 4) {
        if (shape.inputs() == 1) {
          four1(unit, lane, samples);
        } else {
          four2(unit, lane, samples);
        }
      }
    }
    if (shape.inputs() == 1) {
      for (; shape.units() - unit >= 2; unit += 2) {
        two1(unit, lane, samples);
      }
    }
    for (; unit < shape.units(); unit++) {
      switch (shape.inputs()) {
        case 1 -> one1(unit, lane, samples);
        case 2 -> one2(unit, lane, samples);
        default -> one3(unit, lane, samples);
      }
    }
  }

  /** Two units of one input: a single one would wait for its sums. */
  private void two1(int unit, int lane, int samples) {
    var g0 = DoubleVector.zero(LANES);
    var g1 = g0;
    var ofBias0 = g0;
    var ofBias1 = g0;
    int j = unit * WIDTH;
    for (int s = 0; s < samples; s++, j += shape.units() * WIDTH) {
      var input = fromArray(LANES, x, s * WIDTH);
      var d0 = fromArray(LANES, delta, j);
      var d1 = fromArray(LANES, delta, j + WIDTH);
      g0 = g0.add(input.mul(d0));
      g1 = g1.add(input.mul(d1));
      ofBias0 = ofBias0.add(d0);
      ofBias1 = ofBias1.add(d1);
    }
    g0.intoArray(gradient, shape.weight(0, unit) + lane);
    g1.intoArray(gradient, shape.weight(0, unit + 1) + lane);
    if (shape.useBias()) {
      ofBias0.intoArray(gradient, shape.bias(unit) + lane);
      ofBias1.intoArray(gradient, shape.bias(unit + 1) + lane);
    }
  }

  private void four1(int unit, int lane, int samples) {
    var g00 = DoubleVector.zero(LANES);
    var ofBias0 = g00;
    var g01 = g00;
    var ofBias1 = g00;
    var g02 = g00;
    var ofBias2 = g00;
    var g03 = g00;
    var ofBias3 = g00;
    int j = unit * WIDTH;
    for (int s = 0; s < samples; s++, j += shape.units() * WIDTH) {
      var x0 = fromArray(LANES, x, s * WIDTH);
      var d0 = fromArray(LANES, delta, j);
      g00 = g00.add(x0.mul(d0));
      ofBias0 = ofBias0.add(d0);
      var d1 = fromArray(LANES, delta, j + WIDTH);
      g01 = g01.add(x0.mul(d1));
      ofBias1 = ofBias1.add(d1);
      var d2 = fromArray(LANES, delta, j + 2 * WIDTH);
      g02 = g02.add(x0.mul(d2));
      ofBias2 = ofBias2.add(d2);
      var d3 = fromArray(LANES, delta, j + 3 * WIDTH);
      g03 = g03.add(x0.mul(d3));
      ofBias3 = ofBias3.add(d3);
    }
    g00.intoArray(gradient, shape.weight(0, unit) + lane);
    g01.intoArray(gradient, shape.weight(0, unit + 1) + lane);
    g02.intoArray(gradient, shape.weight(0, unit + 2) + lane);
    g03.intoArray(gradient, shape.weight(0, unit + 3) + lane);
    if (shape.useBias()) {
      ofBias0.intoArray(gradient, shape.bias(unit) + lane);
      ofBias1.intoArray(gradient, shape.bias(unit + 1) + lane);
      ofBias2.intoArray(gradient, shape.bias(unit + 2) + lane);
      ofBias3.intoArray(gradient, shape.bias(unit + 3) + lane);
    }
  }

  private void four2(int unit, int lane, int samples) {
    var g00 = DoubleVector.zero(LANES);
    var g10 = g00;
    var ofBias0 = g00;
    var g01 = g00;
    var g11 = g00;
    var ofBias1 = g00;
    var g02 = g00;
    var g12 = g00;
    var ofBias2 = g00;
    var g03 = g00;
    var g13 = g00;
    var ofBias3 = g00;
    int j = unit * WIDTH;
    for (int s = 0; s < samples; s++, j += shape.units() * WIDTH) {
      var x0 = fromArray(LANES, x, 2 * s * WIDTH);
      var x1 = fromArray(LANES, x, 2 * s * WIDTH + WIDTH);
      var d0 = fromArray(LANES, delta, j);
      g00 = g00.add(x0.mul(d0));
      g10 = g10.add(x1.mul(d0));
      ofBias0 = ofBias0.add(d0);
      var d1 = fromArray(LANES, delta, j + WIDTH);
      g01 = g01.add(x0.mul(d1));
      g11 = g11.add(x1.mul(d1));
      ofBias1 = ofBias1.add(d1);
      var d2 = fromArray(LANES, delta, j + 2 * WIDTH);
      g02 = g02.add(x0.mul(d2));
      g12 = g12.add(x1.mul(d2));
      ofBias2 = ofBias2.add(d2);
      var d3 = fromArray(LANES, delta, j + 3 * WIDTH);
      g03 = g03.add(x0.mul(d3));
      g13 = g13.add(x1.mul(d3));
      ofBias3 = ofBias3.add(d3);
    }
    g00.intoArray(gradient, shape.weight(0, unit) + lane);
    g10.intoArray(gradient, shape.weight(1, unit) + lane);
    g01.intoArray(gradient, shape.weight(0, unit + 1) + lane);
    g11.intoArray(gradient, shape.weight(1, unit + 1) + lane);
    g02.intoArray(gradient, shape.weight(0, unit + 2) + lane);
    g12.intoArray(gradient, shape.weight(1, unit + 2) + lane);
    g03.intoArray(gradient, shape.weight(0, unit + 3) + lane);
    g13.intoArray(gradient, shape.weight(1, unit + 3) + lane);
    if (shape.useBias()) {
      ofBias0.intoArray(gradient, shape.bias(unit) + lane);
      ofBias1.intoArray(gradient, shape.bias(unit + 1) + lane);
      ofBias2.intoArray(gradient, shape.bias(unit + 2) + lane);
      ofBias3.intoArray(gradient, shape.bias(unit + 3) + lane);
    }
  }

  private void one1(int unit, int lane, int samples) {
    var g = DoubleVector.zero(LANES);
    var ofBias = g;
    int i = 0;
    int j = unit * WIDTH;
    for (int s = 0; s < samples; s++, i += shape.inputs() * WIDTH, j += shape.units() * WIDTH) {
      var d = fromArray(LANES, delta, j);
      g = g.add(fromArray(LANES, x, i).mul(d));
      ofBias = ofBias.add(d);
    }
    g.intoArray(gradient, shape.weight(0, unit) + lane);
    if (shape.useBias()) {
      ofBias.intoArray(gradient, shape.bias(unit) + lane);
    }
  }

  private void one2(int unit, int lane, int samples) {
    var g0 = DoubleVector.zero(LANES);
    var g1 = g0;
    var ofBias = g0;
    int i = 0;
    int j = unit * WIDTH;
    for (int s = 0; s < samples; s++, i += shape.inputs() * WIDTH, j += shape.units() * WIDTH) {
      var d = fromArray(LANES, delta, j);
      g0 = g0.add(fromArray(LANES, x, i).mul(d));
      g1 = g1.add(fromArray(LANES, x, i + WIDTH).mul(d));
      ofBias = ofBias.add(d);
    }
    g0.intoArray(gradient, shape.weight(0, unit) + lane);
    g1.intoArray(gradient, shape.weight(1, unit) + lane);
    if (shape.useBias()) {
      ofBias.intoArray(gradient, shape.bias(unit) + lane);
    }
  }

  private void one3(int unit, int lane, int samples) {
    var g0 = DoubleVector.zero(LANES);
    var g1 = g0;
    var g2 = g0;
    var ofBias = g0;
    int i = 0;
    int j = unit * WIDTH;
    for (int s = 0; s < samples; s++, i += shape.inputs() * WIDTH, j += shape.units() * WIDTH) {
      var d = fromArray(LANES, delta, j);
      g0 = g0.add(fromArray(LANES, x, i).mul(d));
      g1 = g1.add(fromArray(LANES, x, i + WIDTH).mul(d));
      g2 = g2.add(fromArray(LANES, x, i + 2 * WIDTH).mul(d));
      ofBias = ofBias.add(d);
    }
    g0.intoArray(gradient, shape.weight(0, unit) + lane);
    g1.intoArray(gradient, shape.weight(1, unit) + lane);
    g2.intoArray(gradient, shape.weight(2, unit) + lane);
    if (shape.useBias()) {
      ofBias.intoArray(gradient, shape.bias(unit) + lane);
    }
  }

  void ofInput(int input, int lane, int samples, double[] to) {
    int units = shape.units();
    for (int s = 0, i = input * WIDTH; s < samples; s++, i += shape.inputs() * WIDTH) {
      int from = units * s * WIDTH;
      int w = shape.weight(input, 0) + lane;
      var sum = fromArray(LANES, delta, from).mul(fromArray(LANES, parameters, w));
      for (int unit = 1; unit < units; unit++) {
        from += WIDTH;
        w += shape.lanes();
        sum = sum.add(fromArray(LANES, delta, from).mul(fromArray(LANES, parameters, w)));
      }
      sum.intoArray(to, i);
    }
  }
}
