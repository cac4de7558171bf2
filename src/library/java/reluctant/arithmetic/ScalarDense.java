package reluctant.arithmetic;

import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;
import reluctant.nn.ActivationLoops;

/** In plain Java: a group is one network, with the loop over the samples as the innermost one. */
final class ScalarDense extends DenseLanes {

  ScalarDense(
      DenseShape shape,
      Activation activation,
      LaneMemory memory,
      double[] x,
      @Nullable LayerLanes below) {
    super(1, shape, activation, memory, x, below);
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
    if (z != h) {
      ActivationLoops.forward(activation, z, h, samples, shape.units());
    }
  }

  private void forward1(int unit, int lane, int samples) {
    double w = weight(0, unit, lane);
    double b = bias(unit, lane);
    for (int s = 0, i = unit; s < samples; s++, i += shape.units()) {
      z[i] = x[s] * w + b;
    }
  }

  private void forward2(int unit, int lane, int samples) {
    double w0 = weight(0, unit, lane);
    double w1 = weight(1, unit, lane);
    double b = bias(unit, lane);
    for (int s = 0, i = unit; s < samples; s++, i += shape.units()) {
      z[i] = x[2 * s] * w0 + x[2 * s + 1] * w1 + b;
    }
  }

  private void forward3(int unit, int lane, int samples) {
    double w0 = weight(0, unit, lane);
    double w1 = weight(1, unit, lane);
    double w2 = weight(2, unit, lane);
    double b = bias(unit, lane);
    for (int s = 0, i = unit; s < samples; s++, i += shape.units()) {
      z[i] = x[3 * s] * w0 + x[3 * s + 1] * w1 + x[3 * s + 2] * w2 + b;
    }
  }

  private void forwardMany(int unit, int lane, int samples) {
    double b = bias(unit, lane);
    for (int s = 0, i = unit; s < samples; s++, i += shape.units()) {
      int from = s * shape.inputs();
      double sum = x[from] * weight(0, unit, lane);
      for (int input = 1; input < shape.inputs(); input++) {
        sum += x[from + input] * weight(input, unit, lane);
      }
      z[i] = sum + b;
    }
  }

  @Override
  public void slope(int lane, int samples) {
    ActivationLoops.backward(activation, z, h, delta, samples, shape.units());
  }

  @Override
  public void backward(int lane, int samples) {
    for (int unit = 0; unit < shape.units(); unit++) {
      int input = 0;
      for (; shape.inputs() - input > 1; input += 2) {
        gradient2(input, unit, lane, samples);
      }
      if (input < shape.inputs()) {
        gradient1(input, unit, lane, samples);
      }
    }
    if (below != null) {
      for (int input = 0; input < shape.inputs(); input++) {
        inputGradient(input, lane, samples, below.delta);
      }
      below.slope(lane, samples);
    }
  }

  private void gradient1(int input, int unit, int lane, int samples) {
    double g = 0;
    double ofBias = 0;
    int i = input;
    for (int s = 0, j = unit; s < samples; s++, i += shape.inputs(), j += shape.units()) {
      double d = delta[j];
      g += x[i] * d;
      ofBias += d;
    }
    gradient[shape.weight(input, unit) + lane] = g;
    storeBias(ofBias, unit, lane);
  }

  private void gradient2(int input, int unit, int lane, int samples) {
    double g0 = 0;
    double g1 = 0;
    double ofBias = 0;
    int i = input;
    for (int s = 0, j = unit; s < samples; s++, i += shape.inputs(), j += shape.units()) {
      double d = delta[j];
      g0 += x[i] * d;
      g1 += x[i + 1] * d;
      ofBias += d;
    }
    gradient[shape.weight(input, unit) + lane] = g0;
    gradient[shape.weight(input + 1, unit) + lane] = g1;
    storeBias(ofBias, unit, lane);
  }

  private void inputGradient(int input, int lane, int samples, double[] to) {
    for (int s = 0, i = input; s < samples; s++, i += shape.inputs()) {
      int from = s * shape.units();
      double sum = delta[from] * weight(input, 0, lane);
      for (int unit = 1; unit < shape.units(); unit++) {
        sum += delta[from + unit] * weight(input, unit, lane);
      }
      to[i] = sum;
    }
  }

  @Override
  public void squaredError(double[] y, double[] sums, int lane, int samples) {
    forward(lane, samples);
    double sum = 0;
    for (int i = 0; i < samples * shape.units(); i++) {
      double residual = h[i] - y[i];
      sum += residual * residual;
      delta[i] = 2 * residual;
    }
    sums[lane] = sum;
    slope(lane, samples);
    backward(lane, samples);
  }

  private double weight(int input, int unit, int lane) {
    return parameters[shape.weight(input, unit) + lane];
  }

  /** Where there is none, 0 is added all the same: it makes 0 of -0. */
  private double bias(int unit, int lane) {
    return shape.useBias() ? parameters[shape.bias(unit) + lane] : 0;
  }

  private void storeBias(double sum, int unit, int lane) {
    if (shape.useBias()) {
      gradient[shape.bias(unit) + lane] = sum;
    }
  }
}
