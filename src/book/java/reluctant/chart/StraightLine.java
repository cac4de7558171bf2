package reluctant.chart;

import reluctant.Require;

/** The line w1 x1 + w2 x2 + b = 0 in a plane, on which a unit of two inputs begins. */
public final class StraightLine {

  private StraightLine() {}

  /**
   * Returns two points of the line, each so far from the one that is nearest to the origin.
   *
   * @param w1 the weight of x1
   * @param w2 the weight of x2; one of both is not 0
   * @param b the bias
   * @param far how far, in units of x
   * @return x1 of both points, x2 of both
   */
  public static double[][] ends(double w1, double w2, double b, double far) {
    Require.finite("w1", w1);
    Require.finite("w2", w2);
    Require.finite("b", b);
    Require.finite("far", far);
    double length = Math.sqrt(w1 * w1 + w2 * w2);
    double away = -b / length;
    double x1 = w1 / length;
    double x2 = w2 / length;
    return new double[][] {
      {away * x1 - far * x2, away * x1 + far * x2}, {away * x2 + far * x1, away * x2 - far * x1}
    };
  }
}
