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

  /** Two units of one input: a single one would wait for its sums. */
  void ofTwo(int unit, int lane, int samples) {
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

  void of(int unit, int lane, int samples) {
    int input = 0;
    while (shape.inputs() - input > 3) {
      of3(input, unit, lane, samples);
      input += 3;
    }
    switch (shape.inputs() - input) {
      case 1 -> of1(input, unit, lane, samples);
      case 2 -> of2(input, unit, lane, samples);
      default -> of3(input, unit, lane, samples);
    }
  }

  private void of1(int input, int unit, int lane, int samples) {
    var g = DoubleVector.zero(LANES);
    var ofBias = g;
    int i = input * WIDTH;
    int j = unit * WIDTH;
    for (int s = 0; s < samples; s++, i += shape.inputs() * WIDTH, j += shape.units() * WIDTH) {
      var d = fromArray(LANES, delta, j);
      g = g.add(fromArray(LANES, x, i).mul(d));
      ofBias = ofBias.add(d);
    }
    g.intoArray(gradient, shape.weight(input, unit) + lane);
    if (shape.useBias()) {
      ofBias.intoArray(gradient, shape.bias(unit) + lane);
    }
  }

  private void of2(int input, int unit, int lane, int samples) {
    var g0 = DoubleVector.zero(LANES);
    var g1 = g0;
    var ofBias = g0;
    int i = input * WIDTH;
    int j = unit * WIDTH;
    for (int s = 0; s < samples; s++, i += shape.inputs() * WIDTH, j += shape.units() * WIDTH) {
      var d = fromArray(LANES, delta, j);
      g0 = g0.add(fromArray(LANES, x, i).mul(d));
      g1 = g1.add(fromArray(LANES, x, i + WIDTH).mul(d));
      ofBias = ofBias.add(d);
    }
    g0.intoArray(gradient, shape.weight(input, unit) + lane);
    g1.intoArray(gradient, shape.weight(input + 1, unit) + lane);
    if (shape.useBias()) {
      ofBias.intoArray(gradient, shape.bias(unit) + lane);
    }
  }

  private void of3(int input, int unit, int lane, int samples) {
    var g0 = DoubleVector.zero(LANES);
    var g1 = g0;
    var g2 = g0;
    var ofBias = g0;
    int i = input * WIDTH;
    int j = unit * WIDTH;
    for (int s = 0; s < samples; s++, i += shape.inputs() * WIDTH, j += shape.units() * WIDTH) {
      var d = fromArray(LANES, delta, j);
      g0 = g0.add(fromArray(LANES, x, i).mul(d));
      g1 = g1.add(fromArray(LANES, x, i + WIDTH).mul(d));
      g2 = g2.add(fromArray(LANES, x, i + 2 * WIDTH).mul(d));
      ofBias = ofBias.add(d);
    }
    g0.intoArray(gradient, shape.weight(input, unit) + lane);
    g1.intoArray(gradient, shape.weight(input + 1, unit) + lane);
    g2.intoArray(gradient, shape.weight(input + 2, unit) + lane);
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
