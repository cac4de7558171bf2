package reluctant.nn;

import reluctant.Require;

/**
 * f(z) = z for z &gt; 0, negativeSlope z elsewhere, with slope negativeSlope at z = 0 (Maas et al.
 * 2013).
 *
 * @param negativeSlope the slope below 0, finite
 */
public record LeakyRelu(double negativeSlope) implements Activation {

  public LeakyRelu {
    Require.finite("negativeSlope", negativeSlope);
  }

  @Override
  public double value(double z) {
    return z > 0 ? z : negativeSlope * z;
  }

  @Override
  public double slope(double z, double h) {
    return z > 0 ? 1 : negativeSlope;
  }

  /** Returns this activation as the Java that makes it. */
  @Override
  public String toString() {
    return "new LeakyRelu(" + negativeSlope + ")";
  }
}
