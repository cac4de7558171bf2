package reluctant.data;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/** The problems that the threads are about. */
public final class Problems {

  private Problems() {}

  /**
   * The absolute value: x evenly spaced from -limit to limit, both included, and y = |x|.
   *
   * <p>x[i] = -limit + i * (2 limit / (samples - 1)), as numpy's linspace has it. Source: Stack
   * Overflow, "Train neural network for Absolute function with minimum Layers" (2024), with 400
   * samples and limit 1000.
   *
   * @param samples how many, at least 2
   * @param limit the largest |x|, finite and above 0
   * @return inputs (samples x 1) and targets (samples x 1)
   */
  public static Dataset absoluteValue(int samples, double limit) {
    Require.atLeast("samples", samples, 2);
    Require.positive("limit", limit);
    var x = new SimpleMatrix(samples, 1);
    var y = new SimpleMatrix(samples, 1);
    double step = 2 * limit / (samples - 1);
    for (int i = 0; i < samples; i++) {
      double xi = i == samples - 1 ? limit : -limit + i * step;
      x.set(i, 0, xi);
      y.set(i, 0, Math.abs(xi));
    }
    return new Dataset("absoluteValue(" + samples + ", " + limit + ")", x, y);
  }

  /**
   * The Euclidean distance: points of the plane and y = sqrt(x1^2 + x2^2).
   *
   * @param samples how many points are drawn, at least 1
   * @param distribution how they are drawn
   * @return the problem (samples x 2) to (samples x 1)
   */
  public static EuclideanDistance euclideanDistance(int samples, Distribution distribution) {
    return new EuclideanDistance(samples, distribution);
  }
}
