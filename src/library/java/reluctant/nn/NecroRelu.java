package reluctant.nn;

import reluctant.Require;

/**
 * ReLU forward, f(z) = max(0, z), with a slope below zero in the backward pass only: a dead unit
 * still hears what is wrong and can come back to life. The gradient is not the gradient of the
 * loss, so it need not lead downhill.
 *
 * <p>Source: Cross Validated question 176794 on vanishing gradients, where the idea is proposed.
 *
 * @param negativeSlope the slope for z &lt;= 0, finite
 */
public record NecroRelu(double negativeSlope) implements Activation {

  public NecroRelu {
    Require.finite("negativeSlope", negativeSlope);
  }

  /** The slope 0.1 that the question proposes. */
  public NecroRelu() {
    this(0.1);
  }

  @Override
  public double value(double z) {
    return RELU.value(z);
  }

  @Override
  public double slope(double z, double h) {
    return z > 0 ? 1 : negativeSlope;
  }

  /** Returns this activation as the Java that makes it. */
  @Override
  public String toString() {
    return "new NecroRelu(" + negativeSlope + ")";
  }
}
