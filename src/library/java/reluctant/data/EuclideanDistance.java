package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/**
 * The Euclidean distance from the origin: points (x1, x2) of the plane and y = sqrt(x1^2 + x2^2).
 *
 * <p>Source: Cross Validated 363352, where it is the abs of a single complex number.
 *
 * @param samples how many points are drawn, at least 1
 * @param distribution how they are drawn
 */
public record EuclideanDistance(int samples, Distribution distribution) implements Problem {

  public EuclideanDistance {
    Require.atLeast("samples", samples, 1);
    Require.present("distribution", distribution);
  }

  @Override
  public int features() {
    return 2;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public Dataset draw(UniformRandomProvider random) {
    Require.present("random", random);
    var points = new SimpleMatrix(samples, 2);
    distribution.fill(points.getDDRM().data, random);
    return new Dataset(this + ", drawn", points, targets(points));
  }

  private static SimpleMatrix targets(SimpleMatrix points) {
    var distances = new SimpleMatrix(points.getNumRows(), 1);
    for (int i = 0; i < points.getNumRows(); i++) {
      double x1 = points.get(i, 0);
      double x2 = points.get(i, 1);
      distances.set(i, Math.sqrt(x1 * x1 + x2 * x2));
    }
    return distances;
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    return "euclideanDistance(" + samples + ", " + distribution + ")";
  }
}
