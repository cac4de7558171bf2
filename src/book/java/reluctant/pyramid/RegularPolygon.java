package reluctant.pyramid;

import reluctant.Require;
import reluctant.data.Distribution;
import reluctant.elementary.Elementary;
import reluctant.nn.Activation;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Network;
import reluctant.nn.Sequential;

/**
 * The best pyramid over a regular polygon as an approximation of the distance r: s r cos(phi) + c,
 * where phi is the angle to the middle of the side, at most pi/n. Three ReLUs make a hexagon.
 *
 * <p>With m = E r, a = E r^2, H1 = E cos(phi) = sin(pi/n) / (pi/n) and H2 = E cos(phi)^2 = 1/2 + n
 * sin(2 pi/n) / (4 pi), and r independent of phi, least squares gives s = H1 (a - m^2) / (a H2 -
 * m^2 H1^2), c = m (1 - s H1) and the error a - s a H1 - c m.
 *
 * <p>On the square r depends on the direction: there these are what is best on average over all
 * turns of the polygon. A hexagon with a side towards an axis does better, 0.0010678.
 *
 * @param sides n, at least 3
 */
public record RegularPolygon(int sides) {

  /** What three ReLUs make. */
  public static final RegularPolygon HEXAGON = new RegularPolygon(6);

  public RegularPolygon {
    Require.atLeast("sides", sides, 3);
  }

  private double firstHarmonic() {
    double half = Math.PI / sides;
    return Elementary.sin(half) / half;
  }

  private double secondHarmonic() {
    return 0.5 + sides * Elementary.sin(2 * Math.PI / sides) / (4 * Math.PI);
  }

  /**
   * Computes the slope along the middle of a side.
   *
   * @param distribution how the points are drawn
   * @return s
   */
  public double slope(Distribution distribution) {
    double m = Require.present("distribution", distribution).meanDistance();
    double a = distribution.meanSquare();
    double h1 = firstHarmonic();
    return h1 * (a - m * m) / (a * secondHarmonic() - m * m * h1 * h1);
  }

  /**
   * Computes the height of the tip.
   *
   * @param distribution how the points are drawn
   * @return c, the bias of the output
   */
  public double bias(Distribution distribution) {
    double slope = slope(distribution);
    return distribution.meanDistance() * (1 - slope * firstHarmonic());
  }

  /**
   * Computes the least mean squared error.
   *
   * @param distribution how the points are drawn
   * @return E (s r cos(phi) + c - r)^2
   */
  public double mse(Distribution distribution) {
    double slope = slope(distribution);
    double a = distribution.meanSquare();
    return a - slope * a * firstHarmonic() - bias(distribution) * distribution.meanDistance();
  }

  /**
   * Computes the share of the variance of the distance that is left unexplained at best.
   *
   * @param distribution how the points are drawn
   * @return the error with bias over Var r
   */
  public double fvu(Distribution distribution) {
    return mse(distribution) / distribution.variance();
  }

  /**
   * Returns the least possible worst relative error |s cos(phi) - 1|, tan(pi / (2 n))^2, where too
   * little at the corners and too much at the middles of the sides are equal.
   */
  public double worstRelativeError() {
    double tangent = Elementary.tan(Math.PI / (2 * sides));
    return tangent * tangent;
  }

  /**
   * Returns the pyramid of the least mean squared error as 2 -> n/2 (relu) -> 1: units at equal
   * angles, all counted alike. Their linear halves cancel, so that each adds half the abs of its
   * direction.
   *
   * @param distribution how the points are drawn
   * @return the network
   * @throws IllegalArgumentException if n/2 is not odd: then opposite units coincide with others
   */
  public Network network(Distribution distribution) {
    return network(slope(distribution), bias(distribution));
  }

  /**
   * Returns the pyramid of the {@linkplain #worstRelativeError least worst relative error} as 2 ->
   * n/2 (relu) -> 1. Its tip is at 0, its slope 2 / (1 + cos(pi/n)).
   *
   * @return the network
   * @throws IllegalArgumentException if n/2 is not odd: then opposite units coincide with others
   */
  public Network equiripple() {
    return network(2 / (1 + Elementary.cos(Math.PI / sides)), 0);
  }

  private Network network(double slope, double bias) {
    if (sides % 4 != 2) {
      throw Require.refusal("sides must be twice an odd number for a network. Received: " + sides);
    }
    int units = sides / 2;
    var kernel = new double[2][units];
    var output = new double[units];
    for (int unit = 0; unit < units; unit++) {
      double angle = 2 * Math.PI * unit / units;
      kernel[0][unit] = Elementary.cos(angle);
      kernel[1][unit] = Elementary.sin(angle);
      // The sum of the active units is 1 / (2 sin(pi/n)) in the middle of a side.
      output[unit] = slope * 2 * Elementary.sin(Math.PI / sides);
    }
    var hidden = new Dense(units, Activation.RELU).kernelInitializer(Given.of(kernel));
    var last =
        new Dense(1).kernelInitializer(Given.column(output)).biasInitializer(new Constant(bias));
    return Sequential.of(2, hidden, last).initialize(0);
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    return "new RegularPolygon(" + sides + ")";
  }
}
