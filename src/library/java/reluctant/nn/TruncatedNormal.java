package reluctant.nn;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;
import reluctant.elementary.Gaussian;

/**
 * Normal random numbers, where one that lies more than two standard deviations off is drawn again.
 *
 * @param mean the mean, finite
 * @param deviation the standard deviation before the tails are cut off, finite and at least 0; what
 *     is left has 0.8796 times that
 */
public record TruncatedNormal(double mean, double deviation) implements Initializer {

  public TruncatedNormal {
    Require.finite("mean", mean);
    Require.notNegative("deviation", deviation);
  }

  /** Keras' default, mean 0 and standard deviation 0.05. */
  public TruncatedNormal() {
    this(0, 0.05);
  }

  @Override
  public void fill(DMatrixRMaj variable, UniformRandomProvider random) {
    var normal = new Gaussian(random);
    for (int i = 0; i < variable.getNumElements(); i++) {
      double draw = normal.sample();
      while (Math.abs(draw) > 2) {
        draw = normal.sample();
      }
      variable.data[i] = mean + deviation * draw;
    }
  }

  /** Returns this initializer as the Java that makes it. */
  @Override
  public String toString() {
    return "new TruncatedNormal(" + mean + ", " + deviation + ")";
  }
}
