package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;
import reluctant.elementary.Elementary;
import reluctant.elementary.Gaussian;

/** Points of mean 0 that are the same after a quarter turn. */
enum SymmetricPoints implements Distribution {
  NORMAL(Math.sqrt(Math.PI / 2), 2) {
    @Override
    public void fill(double[] points, UniformRandomProvider random) {
      var normal = new Gaussian(random);
      for (int i = 0; i < points.length; i++) {
        points[i] = normal.sample();
      }
    }
  },
  DISK(2.0 / 3, 0.5) {
    @Override
    public void fill(double[] points, UniformRandomProvider random) {
      for (int i = 0; i < points.length; i += 2) {
        do {
          points[i] = 2 * random.nextDouble() - 1;
          points[i + 1] = 2 * random.nextDouble() - 1;
        } while (points[i] * points[i] + points[i + 1] * points[i + 1] > 1);
      }
    }
  },
  SQUARE((Math.sqrt(2) + Elementary.log(1 + Math.sqrt(2))) / 3, 2.0 / 3) {
    @Override
    public void fill(double[] points, UniformRandomProvider random) {
      for (int i = 0; i < points.length; i++) {
        points[i] = 2 * random.nextDouble() - 1;
      }
    }
  },
  DISK_IN_RING(1.5, 10.0 / 3) {
    @Override
    public void fill(double[] points, UniformRandomProvider random) {
      for (int i = 0; i < points.length; i += 2) {
        double distance = random.nextDouble() + (i % 4 == 0 ? 0 : 2);
        double angle = 2 * Math.PI * random.nextDouble();
        points[i] = distance * Elementary.cos(angle);
        points[i + 1] = distance * Elementary.sin(angle);
      }
    }
  };

  private final double meanDistance;
  private final double meanSquare;

  SymmetricPoints(double meanDistance, double meanSquare) {
    this.meanDistance = meanDistance;
    this.meanSquare = meanSquare;
  }

  @Override
  public double meanDistance() {
    return meanDistance;
  }

  @Override
  public double meanSquare() {
    return meanSquare;
  }

  @Override
  public double variance() {
    return meanSquare - meanDistance * meanDistance;
  }

  @Override
  public double leaning() {
    return 1;
  }
}
