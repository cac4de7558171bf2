package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import reluctant.data.Distribution;
import reluctant.data.Problem;
import reluctant.data.Problems;
import reluctant.nn.Dense;
import reluctant.nn.PReLU;
import reluctant.nn.Sequential;

class CorrelationTest {

  private static final Problem POINTS = Problems.euclideanDistance(40_000, Distribution.NORMAL);

  private static double of(double... degrees) {
    return Correlation.of(GivenRun.units(POINTS, degrees, new double[degrees.length]));
  }

  /**
   * Of ReLUs of two directions at an angle t, E h h' = (sin t + (pi - t) cos t) / (2 pi), E h = 1 /
   * sqrt(2 pi) and E h^2 = 1/2 (Cho and Saul 2009).
   */
  private static double closedForm(double t) {
    double together = (Math.sin(t) + (Math.PI - t) * Math.cos(t)) / (2 * Math.PI);
    double square = 1 / (2 * Math.PI);
    return (together - square) / (0.5 - square);
  }

  @Test
  void duplicatesCorrelateByOneAndOthersAsTheirAngleSays() {
    assertThat(of(10, 10)).isCloseTo(1, within(1e-12));
    assertThat(of(10, 130, 250)).isCloseTo(-closedForm(Math.toRadians(120)), within(0.01));
    assertThat(of(0, 180)).isCloseTo(-closedForm(Math.PI), within(0.02));
    assertThat(of(0, 45)).isCloseTo(closedForm(Math.PI / 4), within(0.02));
  }

  @Test
  void deadUnitsAreLeftOut() {
    double[] degrees = {0, 45, 90};
    var run = GivenRun.units(POINTS, degrees, 0, 0, -100);
    assertThat(Correlation.of(run)).isCloseTo(closedForm(Math.PI / 4), within(0.02));
    assertThat(Correlation.of(GivenRun.units(POINTS, degrees, 0, -100, -100))).isNaN();
  }

  @Test
  void otherFirstLayersAreRefused() {
    var model = Sequential.of(1, new PReLU(), new Dense(1));
    var run = GivenRun.of(model, Problems.absoluteValue(4, 1));
    assertThatThrownBy(() -> Correlation.of(run))
        .hasMessageStartingWith("the first layer must be Dense. Received: new PReLU(");
  }
}
