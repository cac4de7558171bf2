package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;
import reluctant.elementary.Elementary;
import reluctant.elementary.Gaussian;

/**
 * How points of the plane are drawn, and the moments of their distance r = sqrt(x1^2 + x2^2) from
 * the origin. Each has mean 0 and is the same after a quarter turn.
 */
public enum Distribution {
  /** Two independent standard normal numbers, N(0, I). */
  NORMAL(Math.sqrt(Math.PI / 2), 2) {
    @Override
    void fill(double[] points, UniformRandomProvider random) {
      var normal = new Gaussian(random);
      for (int i = 0; i < points.length; i++) {
        points[i] = normal.sample();
      }
    }
  },
  /** Uniform on the disk x1^2 + x2^2 &lt;= 1: points of the square, those outside drawn again. */
  DISK(2.0 / 3, 0.5) {
    @Override
    void fill(double[] points, UniformRandomProvider random) {
      for (int i = 0; i < points.length; i += 2) {
        do {
          points[i] = 2 * random.nextDouble() - 1;
          points[i + 1] = 2 * random.nextDouble() - 1;
        } while (points[i] * points[i] + points[i + 1] * points[i + 1] > 1);
      }
    }
  },
  /** Uniform on the square [-1, 1) x [-1, 1). */
  SQUARE((Math.sqrt(2) + Elementary.log(1 + Math.sqrt(2))) / 3, 2.0 / 3) {
    @Override
    void fill(double[] points, UniformRandomProvider random) {
      for (int i = 0; i < points.length; i++) {
        points[i] = 2 * random.nextDouble() - 1;
      }
    }
  };

  private final double meanDistance;
  private final double meanSquare;

  Distribution(double meanDistance, double meanSquare) {
    this.meanDistance = meanDistance;
    this.meanSquare = meanSquare;
  }

  /** Returns the mean distance E r: sqrt(pi/2), 2/3 and (sqrt(2) + ln(1 + sqrt(2))) / 3. */
  public double meanDistance() {
    return meanDistance;
  }

  /** Returns the mean square of the distance, E r^2: 2, 1/2 and 2/3. */
  public double meanSquare() {
    return meanSquare;
  }

  /**
   * Returns the variance of the distance, E r^2 - (E r)^2, which is the error of the best constant.
   */
  public double variance() {
    return meanSquare - meanDistance * meanDistance;
  }

  /** Draws points, (x1, x2) after (x1, x2). */
  abstract void fill(double[] points, UniformRandomProvider random);
}
