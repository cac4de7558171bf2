package reluctant.elementary;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;

/**
 * Standard normal numbers by the polar method (Marsaglia and Bray 1964).
 *
 * <p>The samplers of Commons RNG take Math.log or Math.exp, whose last bit is left to the JDK. This
 * one takes our own logarithm, so its bits are the same everywhere.
 */
public final class Gaussian implements NormalizedGaussianSampler {

  private final UniformRandomProvider random;
  private double spare = Double.NaN;

  /**
   * Makes a sampler.
   *
   * @param random where random numbers are taken from, two or more for each two that are drawn
   */
  public Gaussian(UniformRandomProvider random) {
    this.random = random;
  }

  @Override
  public double sample() {
    if (!Double.isNaN(spare)) {
      double second = spare;
      spare = Double.NaN;
      return second;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * random.nextDouble() - 1;
      y = 2 * random.nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double factor = Math.sqrt(-2 * Elementary.log(square) / square);
    spare = y * factor;
    return x * factor;
  }
}
