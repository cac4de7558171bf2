package reluctant.nn;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;
import reluctant.elementary.Gaussian;

/**
 * Normal random numbers, drawn by the polar method (Marsaglia and Bray 1964).
 *
 * @param mean the mean, finite
 * @param deviation the standard deviation, finite and at least 0
 */
public record RandomNormal(double mean, double deviation) implements Initializer {

  public RandomNormal {
    Require.finite("mean", mean);
    Require.notNegative("deviation", deviation);
  }

  /** Keras' default, mean 0 and standard deviation 0.05. */
  public RandomNormal() {
    this(0, 0.05);
  }

  @Override
  public void fill(DMatrixRMaj variable, UniformRandomProvider random) {
    var normal = new Gaussian(random);
    for (int i = 0; i < variable.getNumElements(); i++) {
      variable.data[i] = mean + deviation * normal.sample();
    }
  }

  /** Returns this initializer as the Java that makes it. */
  @Override
  public String toString() {
    return "new RandomNormal(" + mean + ", " + deviation + ")";
  }
}
