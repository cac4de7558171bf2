package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;
import reluctant.Require;
import reluctant.elementary.Gaussian;

/**
 * Independent normal numbers of mean 0, each with a standard deviation of its own.
 *
 * @param first the standard deviation of x1
 * @param second that of x2
 * @param isHalf whether x1 is replaced by |x1|, which leaves the distance as it is
 */
record NormalPoints(double first, double second, boolean isHalf) implements Distribution {

  NormalPoints {
    Require.positive("first", first);
    Require.positive("second", second);
  }

  @Override
  public double meanDistance() {
    return Math.sqrt(2 / Math.PI) * Math.max(first, second) * ellipticIntegral(1 / leaning());
  }

  @Override
  public double meanSquare() {
    return first * first + second * second;
  }

  @Override
  public double variance() {
    return meanSquare() - meanDistance() * meanDistance();
  }

  @Override
  public double leaning() {
    return Math.max(first, second) / Math.min(first, second);
  }

  /**
   * The complete elliptic integral of the second kind for the complementary modulus q, by the
   * arithmetic-geometric mean (Abramowitz and Stegun 17.6): pi / (2 a) (1 - sum of 2^(n-1) c^2).
   */
  private static double ellipticIntegral(double q) {
    double a = 1;
    double g = q;
    double power = 0.5;
    double rest = 1 - power * (1 - q * q);
    while (a - g > 1e-15 * a) {
      double c = (a - g) / 2;
      double product = a * g;
      a = (a + g) / 2;
      g = Math.sqrt(product);
      power *= 2;
      rest -= power * c * c;
    }
    return Math.PI / (2 * a) * rest;
  }

  @Override
  public void fill(double[] points, UniformRandomProvider random) {
    var normal = new Gaussian(random);
    for (int i = 0; i < points.length; i += 2) {
      double x1 = first * normal.sample();
      points[i] = isHalf ? Math.abs(x1) : x1;
      points[i + 1] = second * normal.sample();
    }
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    return (isHalf ? "halfNormal(" : "normal(") + first + ", " + second + ")";
  }
}
