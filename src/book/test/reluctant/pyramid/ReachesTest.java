package reluctant.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Distribution.DISK;
import static reluctant.data.Distribution.NORMAL;
import static reluctant.data.Distribution.SQUARE;
import static reluctant.data.Problems.euclideanDistance;

import org.junit.jupiter.api.Test;
import reluctant.data.Distribution;
import reluctant.data.Problem;
import reluctant.data.Problems;
import reluctant.diagnose.GivenRun;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.train.Run;

class ReachesTest {

  private static final Problem LEANING = euclideanDistance(100, Distribution.normal(5, 1));

  private static Run run(Distribution distribution, double... degrees) {
    var bias = new double[degrees.length];
    return GivenRun.directions(euclideanDistance(1000, distribution), degrees, bias);
  }

  @Test
  void thePyramidIsReachedOnAllPointsAndFourSidesAreABowlAlone() {
    for (Distribution distribution : new Distribution[] {NORMAL, DISK, SQUARE}) {
      assertThat(Reaches.pyramid(run(distribution, 0, 120, 240))).isTrue();
      assertThat(Reaches.pyramid(run(distribution, 0, 90, 180, 270))).isFalse();
      assertThat(Reaches.pyramid(run(distribution, 0, 180))).isFalse();
    }
    assertThat(Reaches.bowl(run(NORMAL, 0, 90, 180, 270))).isTrue();
    assertThat(Reaches.bowl(run(NORMAL, 0, 180))).isFalse();
  }

  @Test
  void whereThePointsLeanTheValleyIsNotEnough() {
    var bias = new double[3];
    for (double more : new double[] {3, 10}) {
      var points = euclideanDistance(1000, Distribution.normal(more, 1));
      double[][] valley = {{1, -1, 0}, {0, 0, 1}};
      assertThat(Reaches.pyramid(GivenRun.fitted(points, valley, bias))).isFalse();
      assertThat(Reaches.pyramid(GivenRun.fitted(points, around(more), new double[40]))).isTrue();
    }
  }

  /** Forty units in directions that are even once the points are scaled to a circle. */
  private static double[][] around(double more) {
    var kernel = new double[2][40];
    for (int unit = 0; unit < 40; unit++) {
      kernel[0][unit] = Math.cos(2 * Math.PI * unit / 40) / more;
      kernel[1][unit] = Math.sin(2 * Math.PI * unit / 40);
    }
    return kernel;
  }

  @Test
  void otherDataAreRefused() {
    var leaning = GivenRun.directions(LEANING, new double[] {0, 120}, 0, 0);
    assertThatThrownBy(() -> Reaches.pyramid(leaning))
        .hasMessageStartingWith("the points must be drawn as one of [")
        .hasMessageEndingWith("Received: euclideanDistance(100, normal(5.0, 1.0))");
    var run = GivenRun.of(Sequential.of(1, new Dense(1)), Problems.absoluteValue(4, 1));
    assertThatThrownBy(() -> Reaches.pyramid(run)).hasMessageContaining("euclideanDistance");
  }

  @Test
  void theFirstUnitMayLookAlongAnAxis() {
    for (double along : new double[] {0, 14, -14, 76, 104, 180, -90, 166}) {
      assertThat(Reaches.alongAnAxis(run(NORMAL, along, 45, 200))).isTrue();
    }
    for (double between : new double[] {16, -16, 74, 45, 135, -100 - 6}) {
      assertThat(Reaches.alongAnAxis(run(NORMAL, between, 5, 200))).isFalse();
    }
  }

  @Test
  void halfDeadIsHalfOrMore() {
    double[] four = {0, 120, 240, 60};
    assertThat(dead(four, 0, 0, 0, -100)).isEqualTo(HalfDead.LIVING_REACHES);
    assertThat(dead(four, 0, 0, -100, -100)).isEqualTo(HalfDead.HALF_DEAD_FAILS);
    assertThat(dead(new double[] {0, 180}, 0, 0)).isEqualTo(HalfDead.LIVING_FAILS);
    double[] six = {0, 120, 240, 60, 61, 62};
    assertThat(dead(six, 0, 0, 0, -100, -100, -100)).isEqualTo(HalfDead.HALF_DEAD_REACHES);
  }

  private static HalfDead dead(double[] degrees, double... bias) {
    return HalfDead.of(GivenRun.directions(euclideanDistance(1000, NORMAL), degrees, bias));
  }
}
