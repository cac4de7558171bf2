package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;

/**
 * On the Vector API: a group fills one vector. The loop over the samples is the innermost one, so
 * that the weights and sums of a unit stay in registers; for one to three inputs it is written out.
 *
 * <p>No method of ours takes or gives a vector in a loop: where the JVM chooses not to inline it,
 * each turn of the loop allocates the vector as an object. And ReLU is no maximum, which would be
 * slower, having more rules for NaN and -0.
 */
final class VectorDense extends DenseLanes {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  static final int WIDTH = LANES.length();

  private final VectorGradient gradients;
  private final boolean relu;

  /** Outputs below this one become 0: those up to 0 under a ReLU, none otherwise. */
  private final double floor;

  VectorDense(
      DenseShape shape,
      Activation activation,
      LaneMemory memory,
      double[] x,
      @Nullable LayerLanes below) {
    super(WIDTH, shape, activation, memory, x, below);
    gradients = new VectorGradient(this);
    relu = activation == Activation.RELU;
    floor = relu ? Double.MIN_VALUE : Double.NEGATIVE_INFINITY;
  }

  @Override
  public void forward(int lane, int samples) {
    for (int unit = 0; unit < shape.units(); unit++) {
      switch (shape.inputs()) {
        case 1 -> forward1(unit, lane, samples);
        case 2 -> forward2(unit, lane, samples);
        case 3 -> forward3(unit, lane, samples);
        default -> forwardMany(unit, lane, samples);
      }
    }
    if (!relu && z != h) {
      VectorActivation.apply(activation, z, h, samples * shape.units() * WIDTH);
    }
  }

  private void forward1(int unit, int lane, int samples) {
    var w = weight(0, unit, lane);
    var b = bias(unit, lane);
    double[] to = relu ? h : z;
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += shape.units() * WIDTH) {
      var sum = fromArray(LANES, x, s * WIDTH).mul(w).add(b);
      sum.blend(0, sum.compare(LT, floor)).intoArray(to, i);
    }
  }

  private void forward2(int unit, int lane, int samples) {
    var w0 = weight(0, unit, lane);
    var w1 = weight(1, unit, lane);
    var b = bias(unit, lane);
    double[] to = relu ? h : z;
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += shape.units() * WIDTH) {
      int from = 2 * s * WIDTH;
      var sum = fromArray(LANES, x, from).mul(w0).add(fromArray(LANES, x, from + WIDTH).mul(w1));
      sum = sum.add(b);
      sum.blend(0, sum.compare(LT, floor)).intoArray(to, i);
    }
  }

  private void forward3(int unit, int lane, int samples) {
    var w0 = weight(0, unit, lane);
    var w1 = weight(1, unit, lane);
    var w2 = weight(2, unit, lane);
    var b = bias(unit, lane);
    double[] to = relu ? h : z;
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += shape.units() * WIDTH) {
      int from = 3 * s * WIDTH;
      var sum = fromArray(LANES, x, from).mul(w0).add(fromArray(LANES, x, from + WIDTH).mul(w1));
      sum = sum.add(fromArray(LANES, x, from + 2 * WIDTH).mul(w2));
      sum = sum.add(b);
      sum.blend(0, sum.compare(LT, floor)).intoArray(to, i);
    }
  }

  private void forwardMany(int unit, int lane, int samples) {
    var b = bias(unit, lane);
    double[] to = relu ? h : z;
    int inputs = shape.inputs();
    int next = shape.units() * shape.lanes();
    for (int s = 0, i = unit * WIDTH; s < samples; s++, i += shape.units() * WIDTH) {
      int from = inputs * s * WIDTH;
      int w = shape.weight(0, unit) + lane;
      var sum = fromArray(LANES, x, from).mul(fromArray(LANES, parameters, w));
      for (int input = 1; input < inputs; input++) {
        from += WIDTH;
        w += next;
        sum = sum.add(fromArray(LANES, x, from).mul(fromArray(LANES, parameters, w)));
      }
      sum = sum.add(b);
      sum.blend(0, sum.compare(LT, floor)).intoArray(to, i);
    }
  }

  @Override
  public void slope(int lane, int samples) {
    int count = samples * shape.units() * WIDTH;
    if (relu) {
      for (int i = 0; i < count; i += WIDTH) {
        fromArray(LANES, delta, i)
            .blend(0, fromArray(LANES, h, i).compare(LT, floor))
            .intoArray(delta, i);
      }
    } else if (z != h) {
      VectorActivation.multiplySlope(activation, z, h, delta, count);
    }
  }

  @Override
  public void backward(int lane, int samples) {
    int unit = 0;
    if (shape.inputs() == 1) {
      for (; unit + 1 < shape.units(); unit += 2) {
        gradients.ofTwo(unit, lane, samples);
      }
    }
    for (; unit < shape.units(); unit++) {
      gradients.of(unit, lane, samples);
    }
    if (below != null) {
      for (int input = 0; input < shape.inputs(); input++) {
        gradients.ofInput(input, lane, samples, below.delta);
      }
      below.slope(lane, samples);
    }
  }

  @Override
  public void squaredError(double[] y, double[] sums, int lane, int samples) {
    if (!(below instanceof VectorDense layer)) {
      squaredErrorMany(y, sums, lane, samples);
      return;
    }
    switch (shape.inputs()) {
      case 2 -> squaredError2(layer, y, sums, lane, samples);
      case 3 -> squaredError3(layer, y, sums, lane, samples);
      default -> {
        squaredErrorMany(y, sums, lane, samples);
        return;
      }
    }
    if (!layer.relu) {
      layer.slope(lane, samples);
    }
  }

  /** Leaves the slope to do where the layer below has no ReLU, as squaredError3 does. */
  private void squaredError2(VectorDense layer, double[] y, double[] sums, int lane, int samples) {
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
      d.mul(w0).blend(0, h0.compare(LT, layer.floor)).intoArray(layer.delta, i);
      d.mul(w1).blend(0, h1.compare(LT, layer.floor)).intoArray(layer.delta, i + WIDTH);
    }
    sum.intoArray(sums, lane);
    g0.intoArray(gradient, shape.weight(0, 0) + lane);
    g1.intoArray(gradient, shape.weight(1, 0) + lane);
    if (shape.useBias()) {
      ofBias.intoArray(gradient, shape.bias(0) + lane);
    }
  }

  private void squaredError3(VectorDense layer, double[] y, double[] sums, int lane, int samples) {
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
      d.mul(w0).blend(0, h0.compare(LT, layer.floor)).intoArray(layer.delta, i);
      d.mul(w1).blend(0, h1.compare(LT, layer.floor)).intoArray(layer.delta, i + WIDTH);
      d.mul(w2).blend(0, h2.compare(LT, layer.floor)).intoArray(layer.delta, i + 2 * WIDTH);
    }
    sum.intoArray(sums, lane);
    g0.intoArray(gradient, shape.weight(0, 0) + lane);
    g1.intoArray(gradient, shape.weight(1, 0) + lane);
    g2.intoArray(gradient, shape.weight(2, 0) + lane);
    if (shape.useBias()) {
      ofBias.intoArray(gradient, shape.bias(0) + lane);
    }
  }

  private void squaredErrorMany(double[] y, double[] sums, int lane, int samples) {
    forward(lane, samples);
    var sum = DoubleVector.zero(LANES);
    for (int i = 0; i < samples * WIDTH; i += WIDTH) {
      var residual = fromArray(LANES, h, i).sub(fromArray(LANES, y, i));
      sum = sum.add(residual.mul(residual));
      residual.mul(2).intoArray(delta, i);
    }
    sum.intoArray(sums, lane);
    backward(lane, samples);
  }

  private DoubleVector weight(int input, int unit, int lane) {
    return fromArray(LANES, parameters, shape.weight(input, unit) + lane);
  }

  /** Where there is none, 0 is added all the same: it makes 0 of -0. */
  private DoubleVector bias(int unit, int lane) {
    return shape.useBias()
        ? fromArray(LANES, parameters, shape.bias(unit) + lane)
        : DoubleVector.zero(LANES);
  }
}
