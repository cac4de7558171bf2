package reluctant.nn;

import reluctant.Require;

/**
 * The rectified linear unit with Keras' three settings: f(z) = min(z, maxValue) for z &gt;
 * threshold, negativeSlope (z - threshold) elsewhere.
 *
 * <p>At the threshold the slope is 0, but negativeSlope where that is the only setting in use; at
 * maxValue it is 1, but 0 for the plain ReLU6. That is what Keras takes.
 *
 * @param negativeSlope the slope below the threshold, finite
 * @param maxValue the largest output, at least 0, or infinity
 * @param threshold where the unit opens, finite
 */
public record Relu(double negativeSlope, double maxValue, double threshold) implements Activation {

  public Relu {
    Require.finite("negativeSlope", negativeSlope);
    if (maxValue != Double.POSITIVE_INFINITY) {
      Require.notNegative("maxValue", maxValue);
    }
    Require.finite("threshold", threshold);
  }

  @Override
  public double value(double z) {
    return z <= threshold ? negativeSlope * (z - threshold) : Math.min(z, maxValue);
  }

  @Override
  public double slope(double z, double h) {
    if (z > threshold) {
      return z < maxValue || (z == maxValue && !isRelu6()) ? 1 : 0;
    }
    boolean leaky = maxValue == Double.POSITIVE_INFINITY && threshold == 0;
    return z < threshold || leaky ? negativeSlope : 0;
  }

  private boolean isRelu6() {
    return maxValue == 6 && threshold == 0;
  }

  /** Returns this activation as the Java that makes it. */
  @Override
  public String toString() {
    String most =
        maxValue == Double.POSITIVE_INFINITY
            ? "Double.POSITIVE_INFINITY"
            : String.valueOf(maxValue);
    return "new Relu(" + negativeSlope + ", " + most + ", " + threshold + ")";
  }
}
