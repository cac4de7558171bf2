package reluctant.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.euclideanDistance;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import reluctant.nn.RandomStream;

class EuclideanDistanceTest {

  private static Dataset draw(int samples, Distribution distribution) {
    return euclideanDistance(samples, distribution).draw(RandomStream.DATA.of(3));
  }

  static final List<Distribution> ALL =
      List.of(
          Distribution.NORMAL,
          Distribution.DISK,
          Distribution.SQUARE,
          Distribution.normal(10, 1),
          Distribution.normal(0.25, 0.25),
          Distribution.halfNormal(1, 4));

  @ParameterizedTest
  @FieldSource("ALL")
  void targetsAreDistances(Distribution distribution) {
    Dataset data = draw(500, distribution);
    SimpleMatrix x = data.inputs();
    for (int i = 0; i < 500; i++) {
      double expected = StrictMath.hypot(x.get(i, 0), x.get(i, 1));
      assertThat(data.targets().get(i)).isCloseTo(expected, within(1e-15 * Math.max(1, expected)));
    }
  }

  /** E x1^2, E x1^4 and E r, and how much of it lies in the quadrant x1, x2 > 0. */
  @ParameterizedTest
  @CsvSource({
    "NORMAL, 1, 3, 1.2533141373",
    "DISK, 0.25, 0.125, 0.6666666667",
    "SQUARE, 0.3333333333, 0.2, 0.7651957165"
  })
  void momentsAreThoseOfTheDistribution(
      SymmetricPoints distribution, double second, double fourth, double radius) {
    int samples = 200_000;
    Dataset data = draw(samples, distribution);
    SimpleMatrix x1 = data.inputs().getColumn(0);
    SimpleMatrix x2 = data.inputs().getColumn(1);
    double quadrant = 0;
    for (int i = 0; i < samples; i++) {
      quadrant += x1.get(i) > 0 && x2.get(i) > 0 ? 1 : 0;
    }
    for (SimpleMatrix x : new SimpleMatrix[] {x1, x2}) {
      assertThat(x.elementSum() / samples).isCloseTo(0, within(0.01));
      assertThat(x.elementPower(2).elementSum() / samples).isCloseTo(second, within(0.02 * second));
      assertThat(x.elementPower(4).elementSum() / samples).isCloseTo(fourth, within(0.04 * fourth));
    }
    assertThat(x1.elementMult(x2).elementSum() / samples).isCloseTo(0, within(0.01));
    assertThat(quadrant / samples).isCloseTo(0.25, within(0.005));
    assertThat(data.targets().elementSum() / samples).isCloseTo(radius, within(0.005));
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void theMomentsOfTheDistanceAreThoseOfManyDraws(Distribution distribution) {
    int samples = 200_000;
    SimpleMatrix r = draw(samples, distribution).targets();
    double mean = distribution.meanDistance();
    double square = distribution.meanSquare();
    assertThat(r.elementSum() / samples).isCloseTo(mean, within(0.01 * mean));
    assertThat(r.elementPower(2).elementSum() / samples).isCloseTo(square, within(0.02 * square));
    assertThat(distribution.variance()).isCloseTo(square - mean * mean, within(1e-12 * square));
  }

  /** Points that lean to neither coordinate have the closed form, and a line has that of |x1|. */
  @Test
  void theEllipticIntegralHasItsLimits() {
    assertThat(Distribution.normal(3, 3).meanDistance())
        .isCloseTo(3 * Distribution.NORMAL.meanDistance(), within(1e-14));
    assertThat(Distribution.normal(1e-9, 1).meanDistance())
        .isCloseTo(Math.sqrt(2 / Math.PI), within(1e-14));
    // E(k) at k^2 = 3/4, Abramowitz and Stegun, table 17.1
    assertThat(Distribution.normal(1, 2).meanDistance())
        .isCloseTo(2 * Math.sqrt(2 / Math.PI) * 1.211056027568459, within(1e-14));
  }

  @Test
  void eachCoordinateHasItsOwnDeviationAndHalfAnormalIsNeverNegative() {
    SimpleMatrix x = draw(100_000, Distribution.normal(10, 0.5)).inputs();
    SimpleMatrix half = draw(100_000, Distribution.halfNormal(10, 0.5)).inputs();
    assertThat(x.getColumn(0).elementPower(2).elementSum() / 1e5).isCloseTo(100, within(2.0));
    assertThat(x.getColumn(1).elementPower(2).elementSum() / 1e5).isCloseTo(0.25, within(5e-3));
    assertThat(half.getColumn(0).elementMin()).isNotNegative();
    assertThat(half.getColumn(1).getDDRM().data).isEqualTo(x.getColumn(1).getDDRM().data);
    assertThat(half.getColumn(0).elementMaxAbs()).isEqualTo(x.getColumn(0).elementMaxAbs());
    assertThat(Distribution.normal(10, 0.5).leaning()).isEqualTo(20);
    assertThat(Distribution.SQUARE.leaning()).isEqualTo(1);
  }

  @Test
  void aDeviationIsAboveZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.normal(0, 1))
        .withMessage("first must be a finite number above 0. Received: 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.halfNormal(1, Double.POSITIVE_INFINITY));
  }

  @Test
  void diskAndSquareKeepTheirEdges() {
    assertThat(draw(20_000, Distribution.DISK).targets().elementMax()).isBetween(0.999, 1.0);
    assertThat(draw(20_000, Distribution.SQUARE).targets().elementMax()).isBetween(1.38, 1.4143);
    assertThat(draw(20_000, Distribution.SQUARE).inputs().elementMaxAbs()).isBetween(0.999, 1.0);
  }

  @Test
  void theSameStateOfTheGeneratorGivesTheSamePoints() {
    assertThat(draw(9, Distribution.NORMAL)).isEqualTo(draw(9, Distribution.NORMAL));
    assertThat(euclideanDistance(9, Distribution.NORMAL).draw(RandomStream.DATA.of(4)))
        .isNotEqualTo(draw(9, Distribution.NORMAL));
  }
}
