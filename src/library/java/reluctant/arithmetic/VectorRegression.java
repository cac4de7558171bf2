package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;

/** A last layer of one linear unit and many inputs: products of a matrix and a vector. */
final class VectorRegression extends VectorTiled {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  VectorRegression(
      DenseShape shape,
      Activation activation,
      LaneMemory memory,
      double[] x,
      @Nullable LayerLanes below) {
    super(shape, activation, memory, x, below);
  }

  @Override
  public void forward(int lane, int samples) {
    int sample = 0;
    for (; samples - sample >= 8; sample += 8) {
      forwardEight(sample, lane);
    }
    for (; sample < samples; sample++) {
      forwardOne(sample, lane);
    }
  }

  private void forwardOne(int sample, int lane) {
    int row = shape.inputs() * WIDTH;
    var sum = broadcast(LANES, -0.0);
    int w = shape.weight(0, 0) + lane;
    for (int i = sample * row; i < (sample + 1) * row; i += WIDTH, w += shape.lanes()) {
      sum = sum.add(fromArray(LANES, x, i).mul(fromArray(LANES, parameters, w)));
    }
    sum.add(bias(0, lane)).intoArray(h, sample * WIDTH);
  }

  /** Eight samples: a single one would wait for its sum. */
  private void forwardEight(int sample, int lane) {
    int row = shape.inputs() * WIDTH;
    var sum0 = broadcast(LANES, -0.0);
    var sum1 = sum0;
    var sum2 = sum0;
    var sum3 = sum0;
    var sum4 = sum0;
    var sum5 = sum0;
    var sum6 = sum0;
    var sum7 = sum0;
    int w = shape.weight(0, 0) + lane;
    for (int i = sample * row; i < (sample + 1) * row; i += WIDTH, w += shape.lanes()) {
      var weight = fromArray(LANES, parameters, w);
      sum0 = sum0.add(fromArray(LANES, x, i).mul(weight));
      sum1 = sum1.add(fromArray(LANES, x, i + row).mul(weight));
      sum2 = sum2.add(fromArray(LANES, x, i + 2 * row).mul(weight));
      sum3 = sum3.add(fromArray(LANES, x, i + 3 * row).mul(weight));
      sum4 = sum4.add(fromArray(LANES, x, i + 4 * row).mul(weight));
      sum5 = sum5.add(fromArray(LANES, x, i + 5 * row).mul(weight));
      sum6 = sum6.add(fromArray(LANES, x, i + 6 * row).mul(weight));
      sum7 = sum7.add(fromArray(LANES, x, i + 7 * row).mul(weight));
    }
    var b = bias(0, lane);
    int to = sample * WIDTH;
    sum0.add(b).intoArray(h, to);
    sum1.add(b).intoArray(h, to + WIDTH);
    sum2.add(b).intoArray(h, to + 2 * WIDTH);
    sum3.add(b).intoArray(h, to + 3 * WIDTH);
    sum4.add(b).intoArray(h, to + 4 * WIDTH);
    sum5.add(b).intoArray(h, to + 5 * WIDTH);
    sum6.add(b).intoArray(h, to + 6 * WIDTH);
    sum7.add(b).intoArray(h, to + 7 * WIDTH);
  }

  @Override
  public void backward(int lane, int samples) {
    if (below == null) {
      super.backward(lane, samples);
      return;
    }
    int input = 0;
    for (; shape.inputs() - input >= 4; input += 4) {
      backwardFour(below.delta, input, lane, samples);
    }
    for (; input < shape.inputs(); input++) {
      backwardOne(below.delta, input, lane, samples);
    }
    if (shape.useBias()) {
      sumDeltas(samples).intoArray(gradient, shape.bias(0) + lane);
    }
    if (!isRelu(below)) {
      below.slope(lane, samples);
    }
  }

  private DoubleVector sumDeltas(int samples) {
    var sum = DoubleVector.zero(LANES);
    for (int i = 0; i < samples * WIDTH; i += WIDTH) {
      sum = sum.add(fromArray(LANES, delta, i));
    }
    return sum;
  }

  private void backwardOne(double[] to, int input, int lane, int samples) {
    var w = weight(input, 0, lane);
    var g = DoubleVector.zero(LANES);
    for (int s = 0, i = input * WIDTH; s < samples; s++, i += shape.inputs() * WIDTH) {
      var d = fromArray(LANES, delta, s * WIDTH);
      var h0 = fromArray(LANES, x, i);
      g = g.add(h0.mul(d));
      d.mul(w).blend(0, h0.compare(LT, floorBelow)).intoArray(to, i);
    }
    g.intoArray(gradient, shape.weight(input, 0) + lane);
  }

  /** The slope of a ReLU below is done with it. */
  private void backwardFour(double[] to, int input, int lane, int samples) {
    var w0 = weight(input, 0, lane);
    var w1 = weight(input + 1, 0, lane);
    var w2 = weight(input + 2, 0, lane);
    var w3 = weight(input + 3, 0, lane);
    var g0 = DoubleVector.zero(LANES);
    var g1 = g0;
    var g2 = g0;
    var g3 = g0;
    for (int s = 0, i = input * WIDTH; s < samples; s++, i += shape.inputs() * WIDTH) {
      var d = fromArray(LANES, delta, s * WIDTH);
      var h0 = fromArray(LANES, x, i);
      g0 = g0.add(h0.mul(d));
      d.mul(w0).blend(0, h0.compare(LT, floorBelow)).intoArray(to, i);
      var h1 = fromArray(LANES, x, i + WIDTH);
      g1 = g1.add(h1.mul(d));
      d.mul(w1).blend(0, h1.compare(LT, floorBelow)).intoArray(to, i + WIDTH);
      var h2 = fromArray(LANES, x, i + 2 * WIDTH);
      g2 = g2.add(h2.mul(d));
      d.mul(w2).blend(0, h2.compare(LT, floorBelow)).intoArray(to, i + 2 * WIDTH);
      var h3 = fromArray(LANES, x, i + 3 * WIDTH);
      g3 = g3.add(h3.mul(d));
      d.mul(w3).blend(0, h3.compare(LT, floorBelow)).intoArray(to, i + 3 * WIDTH);
    }
    g0.intoArray(gradient, shape.weight(input, 0) + lane);
    g1.intoArray(gradient, shape.weight(input + 1, 0) + lane);
    g2.intoArray(gradient, shape.weight(input + 2, 0) + lane);
    g3.intoArray(gradient, shape.weight(input + 3, 0) + lane);
  }
}
