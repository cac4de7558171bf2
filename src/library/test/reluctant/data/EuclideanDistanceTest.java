package reluctant.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.euclideanDistance;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reluctant.nn.RandomStream;

class EuclideanDistanceTest {

  private static Dataset draw(int samples, Distribution distribution) {
    return euclideanDistance(samples, distribution).draw(RandomStream.DATA.of(3));
  }

  @ParameterizedTest
  @EnumSource
  void targetsAreDistances(Distribution distribution) {
    Dataset data = draw(500, distribution);
    SimpleMatrix x = data.inputs();
    for (int i = 0; i < 500; i++) {
      assertThat(data.targets().get(i))
          .isCloseTo(StrictMath.hypot(x.get(i, 0), x.get(i, 1)), within(1e-15));
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
      Distribution distribution, double second, double fourth, double radius) {
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
