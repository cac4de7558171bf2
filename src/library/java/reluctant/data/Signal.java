package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;
import reluctant.elementary.Elementary;
import reluctant.elementary.Gaussian;

/** A random signal of mean 0 and variance 1, as it goes into a filter. */
public enum Signal {
  /** White noise: independent standard normal numbers. */
  WHITE {
    @Override
    void fill(double[] x, UniformRandomProvider random) {
      var normal = new Gaussian(random);
      for (int t = 0; t < x.length; t++) {
        x[t] = normal.sample();
      }
    }
  },
  /**
   * First-order autoregressive noise, x[t] = 0.95 x[t - 1] + sqrt(1 - 0.95^2) e[t] with white e,
   * stationary from its first number on.
   */
  AR1 {
    @Override
    void fill(double[] x, UniformRandomProvider random) {
      var normal = new Gaussian(random);
      double fresh = Math.sqrt(1 - MEMORY * MEMORY);
      for (int t = 0; t < x.length; t++) {
        double e = normal.sample();
        x[t] = t == 0 ? e : MEMORY * x[t - 1] + fresh * e;
      }
    }
  },
  /**
   * The sum of three sinusoids of equal amplitude sqrt(2/3) and random phase, with 0.05, 0.12 and
   * 0.31 periods a sample. Its windows span six dimensions, however long they are.
   */
  SINUSOIDS {
    @Override
    void fill(double[] x, UniformRandomProvider random) {
      double amplitude = Math.sqrt(2.0 / 3);
      for (double frequency : new double[] {0.05, 0.12, 0.31}) {
        double phase = random.nextDouble();
        for (int t = 0; t < x.length; t++) {
          x[t] += amplitude * Elementary.sin(2 * Math.PI * (frequency * t + phase));
        }
      }
    }
  };

  private static final double MEMORY = 0.95;

  /** Draws a signal into an array of zeros. */
  abstract void fill(double[] x, UniformRandomProvider random);
}
