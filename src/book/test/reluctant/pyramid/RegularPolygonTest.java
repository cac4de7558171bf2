package reluctant.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Distribution.DISK;
import static reluctant.data.Distribution.NORMAL;
import static reluctant.data.Distribution.SQUARE;
import static reluctant.pyramid.RegularPolygon.HEXAGON;

import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.data.Dataset;
import reluctant.data.Distribution;
import reluctant.data.LeastSquares;
import reluctant.nn.Network;

class RegularPolygonTest {

  private static final int GRID = 400;

  @Test
  void itPrintsAsJava() {
    assertThat(HEXAGON).hasToString("new RegularPolygon(6)").isEqualTo(new RegularPolygon(6));
    assertThatIllegalArgumentException().isThrownBy(() -> new RegularPolygon(2));
  }

  @Test
  void theTableIsMet() {
    assertThat(NORMAL.variance()).isCloseTo(2 - Math.PI / 2, within(1e-15));
    assertThat(DISK.variance()).isCloseTo(1.0 / 18, within(1e-15));
    assertThat(SQUARE.variance()).isCloseTo(0.0811421, within(1e-7));
    assertThat(HEXAGON.mse(NORMAL)).isCloseTo(0.0034937, within(5e-8));
    assertThat(HEXAGON.mse(DISK)).isCloseTo(0.00086686, within(5e-9));
    assertThat(HEXAGON.worstRelativeError()).isCloseTo(0.0718, within(5e-5));
    assertThat(new RegularPolygon(8).worstRelativeError()).isCloseTo(0.0396, within(5e-5));
    assertThat(new RegularPolygon(12).worstRelativeError()).isCloseTo(0.0173, within(5e-5));
  }

  private static double integral(UnivariateFunction f, double from, double to) {
    return new IterativeLegendreGaussIntegrator(8, 1e-12, 1e-14).integrate(100_000, f, from, to);
  }

  /** E (slope r cos(phi) + bias - r)^2 by numbers. */
  private static double error(int sides, Distribution distribution, double slope, double bias) {
    double end = distribution == NORMAL ? 12 : 1;
    UnivariateFunction density = r -> distribution == NORMAL ? r * Math.exp(-r * r / 2) : 2 * r;
    double half = Math.PI / sides;
    return integral(
        phi ->
            integral(
                    r -> density.value(r) * Math.pow(slope * r * Math.cos(phi) + bias - r, 2),
                    0,
                    end)
                / half,
        0,
        half);
  }

  static final List<Arguments> ROUND =
      List.of(
          Arguments.of(4, NORMAL),
          Arguments.of(6, NORMAL),
          Arguments.of(6, DISK),
          Arguments.of(10, DISK));

  @ParameterizedTest
  @FieldSource("ROUND")
  void anIntegralGivesTheErrorAndNothingNearbyIsBetter(int sides, Distribution distribution) {
    var polygon = new RegularPolygon(sides);
    double slope = polygon.slope(distribution);
    double bias = polygon.bias(distribution);
    double best = polygon.mse(distribution);
    assertThat(error(sides, distribution, slope, bias)).isCloseTo(best, within(1e-11));
    assertThat(error(sides, distribution, slope * 1.001, bias)).isGreaterThan(best);
    assertThat(error(sides, distribution, slope * 0.999, bias)).isGreaterThan(best);
    assertThat(error(sides, distribution, slope, bias + 0.001)).isGreaterThan(best);
    assertThat(error(sides, distribution, slope, bias - 0.001)).isGreaterThan(best);
    assertThat(polygon.fvu(distribution)).isEqualTo(best / distribution.variance());
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 10, 14})
  void theNetworkIsThePolygon(int sides) {
    var polygon = new RegularPolygon(sides);
    Network network = polygon.network(NORMAL);
    assertThat(network.kernel(0).getNumCols()).isEqualTo(sides / 2);
    for (int side = 0; side < sides; side++) {
      for (double phi = -0.99; phi < 1; phi += 0.11) {
        double angle = (2 * side + phi) * Math.PI / sides;
        double expected =
            polygon.slope(NORMAL) * 3 * Math.cos(phi * Math.PI / sides) + polygon.bias(NORMAL);
        assertThat(network.predict(3 * Math.cos(angle), 3 * Math.sin(angle))[0])
            .isCloseTo(expected, within(1e-13));
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegularPolygon(8).network(NORMAL))
        .withMessageEndingWith("Received: 8");
  }

  /** The middles of the cells of a grid over the square, turned. */
  private static Dataset turnedSquare(double angle) {
    var x = new SimpleMatrix(GRID * GRID, 2);
    var y = new SimpleMatrix(GRID * GRID, 1);
    for (int i = 0; i < GRID * GRID; i++) {
      double a = (2 * (i / GRID) + 1.0) / GRID - 1;
      double b = (2 * (i % GRID) + 1.0) / GRID - 1;
      x.set(i, 0, a * Math.cos(angle) - b * Math.sin(angle));
      x.set(i, 1, a * Math.sin(angle) + b * Math.cos(angle));
      y.set(i, Math.hypot(a, b));
    }
    return new Dataset("square", x, y);
  }

  @Test
  void onTheSquareItIsTheMeanOverAllTurns() {
    double sum = 0;
    for (int turn = 0; turn < 6; turn++) {
      Dataset square = turnedSquare(Math.toRadians(5.0 * turn));
      SimpleMatrix residuals =
          HEXAGON.network(SQUARE).predict(square.inputs()).minus(square.targets());
      sum += residuals.elementPower(2).elementSum() / (GRID * GRID);
    }
    assertThat(sum / 6).isCloseTo(HEXAGON.mse(SQUARE), within(2e-6));
  }

  @Test
  void onTheSquareASideTowardsAnAxisIsBetter() {
    Dataset square = turnedSquare(0);
    SimpleMatrix hexagon = HEXAGON.network(SQUARE).predict(square.inputs());
    var best = LeastSquares.of(new Dataset("hexagon", hexagon, square.targets()));
    assertThat(best.mse()).isCloseTo(0.0010678, within(2e-7));
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 10})
  void theEquirippleNetworkHasTheLeastWorstError(int sides) {
    var polygon = new RegularPolygon(sides);
    Network network = polygon.equiripple();
    double middle = network.predict(0, 2)[0] / 2 - 1;
    double corner = network.predict(2, 0)[0] / 2 - 1;
    assertThat(Math.max(middle, corner)).isCloseTo(polygon.worstRelativeError(), within(1e-13));
    assertThat(Math.min(middle, corner)).isCloseTo(-polygon.worstRelativeError(), within(1e-13));
    assertThat(network.predict(0, 0)[0]).isZero();
  }
}
