package reluctant.data;

import java.io.Serializable;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How points of the plane are drawn, and the moments of their distance r = sqrt(x1^2 + x2^2) from
 * the origin. An immutable value that prints itself as the Java that makes it.
 */
public sealed interface Distribution extends Serializable permits SymmetricPoints, NormalPoints {

  // No method here has a body: the enum below would then be initialized after its constants.

  /** Two independent standard normal numbers, N(0, I). */
  Distribution NORMAL = SymmetricPoints.NORMAL;

  /** Uniform on the disk x1^2 + x2^2 &lt;= 1: points of the square, those outside drawn again. */
  Distribution DISK = SymmetricPoints.DISK;

  /** Uniform on the square [-1, 1) x [-1, 1). */
  Distribution SQUARE = SymmetricPoints.SQUARE;

  /**
   * By turns in the disk r &lt;= 1 and in the ring 2 &lt;= r &lt;= 3 around it, uniform in r and in
   * the angle: as many points in each, denser in the middle.
   */
  Distribution DISK_IN_RING = SymmetricPoints.DISK_IN_RING;

  /**
   * Independent normal numbers of mean 0. If one deviation is much the larger, points lean to that
   * coordinate, and r is nearly its absolute value.
   *
   * @param first the standard deviation of x1, finite and above 0
   * @param second that of x2
   */
  static Distribution normal(double first, double second) {
    return new NormalPoints(first, second, false);
  }

  /**
   * The same, with |x1| in place of x1, which is never negative then.
   *
   * @param first the standard deviation of x1 before its sign is lost, finite and above 0
   * @param second that of x2
   */
  static Distribution halfNormal(double first, double second) {
    return new NormalPoints(first, second, true);
  }

  /**
   * Returns the mean distance E r: sqrt(pi/2), 2/3, (sqrt(2) + ln(1 + sqrt(2))) / 3 and 3/2; of
   * normal points sqrt(2/pi) s E(k), where s is the larger deviation, q the smaller one over it,
   * k^2 = 1 - q^2 and E the complete elliptic integral of the second kind.
   */
  double meanDistance();

  /** Returns the mean square of the distance, E r^2. */
  double meanSquare();

  /**
   * Returns the variance of the distance, E r^2 - (E r)^2, which is the error of the best constant.
   */
  double variance();

  /**
   * Returns how far the points lean to one coordinate: the larger of the two standard deviations
   * about 0 over the smaller one, 1 where none leads.
   */
  double leaning();

  /**
   * Draws points.
   *
   * @param points to be filled, (x1, x2) after (x1, x2). Modified.
   * @param random where the random numbers come from
   */
  void fill(double[] points, UniformRandomProvider random);
}
