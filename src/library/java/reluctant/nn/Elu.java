package reluctant.nn;

import reluctant.Require;
import reluctant.elementary.Elementary;

/**
 * The exponential linear unit: f(z) = z for z &gt; 0, alpha (e^z - 1) elsewhere, with slope alpha
 * at z = 0 (Clevert et al. 2016).
 *
 * @param alpha minus the limit far below 0, finite
 */
public record Elu(double alpha) implements Activation {

  public Elu {
    Require.finite("alpha", alpha);
  }

  @Override
  public double value(double z) {
    return z > 0 ? z : alpha * Elementary.expm1(z);
  }

  @Override
  public double slope(double z, double h) {
    return z > 0 ? 1 : h + alpha;
  }

  /** Returns this activation as the Java that makes it. */
  @Override
  public String toString() {
    return "new Elu(" + alpha + ")";
  }
}
