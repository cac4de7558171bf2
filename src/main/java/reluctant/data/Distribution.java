package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;

/** How points of the plane are drawn. Each has mean 0 and is the same after a quarter turn. */
public enum Distribution {
  /** Two independent standard normal numbers, N(0, I). */
  NORMAL {
    @Override
    void fill(double[] points, UniformRandomProvider random) {
      var normal = new Gaussian(random);
      for (int i = 0; i < points.length; i++) {
        points[i] = normal.sample();
      }
    }
  },
  /** Uniform on the disk x1^2 + x2^2 &lt;= 1: points of the square, those outside drawn again. */
  DISK {
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
  SQUARE {
    @Override
    void fill(double[] points, UniformRandomProvider random) {
      for (int i = 0; i < points.length; i++) {
        points[i] = 2 * random.nextDouble() - 1;
      }
    }
  };

  /** Draws points, (x1, x2) after (x1, x2). */
  abstract void fill(double[] points, UniformRandomProvider random);
}
