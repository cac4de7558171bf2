package reluctant.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static reluctant.data.Distribution.NORMAL;
import static reluctant.data.Distribution.normal;
import static reluctant.data.Problems.euclideanDistance;
import static reluctant.nn.Activation.RELU;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reluctant.chart.Chart;
import reluctant.data.Distribution;
import reluctant.diagnose.GivenRun;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

class CreasesTest {

  private static Run run(Distribution points, double[] degrees, double... bias) {
    return GivenRun.directions(euclideanDistance(1000, points), degrees, bias);
  }

  /** Units at 0, 120 and this many degrees with these distances from the middle. */
  @ParameterizedTest
  @CsvSource({
    "240, 0, 0, 0, REGULAR_PYRAMID",
    "240, 0.05, 0, 0, REGULAR_PYRAMID",
    "238, 0, 0, 0, REGULAR_PYRAMID",
    "240, 0.2, 0, 0, THREE_AND_PYRAMID",
    "240, -9, 0, 0, NEITHER",
    "60, 0, 0, 0, THREE",
    "300, 0, 0, 0, NEITHER"
  })
  void eachIsKnown(double third, double one, double two, double three, Creases creases) {
    Run run = run(NORMAL, new double[] {0, 120, third}, one, two, three);
    assertThat(Creases.of(run)).isEqualTo(creases);
  }

  @Test
  void itsCutsCanBeOthers() {
    Run run = run(NORMAL, new double[] {0, 120, 238}, 0.2, 0, 0);
    assertThat(Creases.within(0.1, 5).of(run)).isEqualTo(Creases.PYRAMID);
    assertThat(Creases.within(0.3, 1).of(run)).isEqualTo(Creases.THREE_AND_PYRAMID);
    assertThat(Creases.within(0.1, 5).name()).isEqualTo("creases within 0.1 and 5.0 degrees");
    assertThatIllegalArgumentException().isThrownBy(() -> Creases.within(0, 1));
  }

  /** The middle is as wide as the points are. */
  @Test
  void theScaleOfThePointsDoesNotMatter() {
    Run wide = run(normal(100, 100), new double[] {0, 120, 240}, 5, 0, 0);
    assertThat(Creases.of(wide)).isEqualTo(Creases.REGULAR_PYRAMID);
  }

  @Test
  void mapsHaveALineForEachLivingUnit() {
    Run pyramid = run(NORMAL, new double[] {0, 120, 240}, 0, 0, 0);
    Run valley = run(NORMAL, new double[] {0, 180, 60}, 0, 0, -10);
    Chart chart = Contours.maps(List.of(pyramid, valley), Shape::of, 2);
    assertThat(chart.json().path("data")).hasSize(1 + 3 + 1 + 2);
    assertThat(chart.alt()).contains("pyramid (seed 0), valley (seed 0)");
    var crease = chart.json().path("data").path(1);
    assertThat(Math.abs(crease.path("x").path(0).asDouble())).isLessThan(1e-9);
    assertThat(Math.abs(crease.path("x").path(1).asDouble())).isLessThan(1e-9);
    var map = chart.json().path("data").path(0);
    double drawn = map.path("z").path(0).path(24).asDouble();
    assertThat(Math.abs(drawn - pyramid.network().predict(2, -2)[0])).isLessThan(1e-3);
  }

  @Test
  void aFailureRestsInAMinimumAndAYoungOneIsOnItsWay() {
    var model = Sequential.of(2, new Dense(3, RELU), new Dense(1));
    var trial =
        new Trial(
            model, euclideanDistance(500, NORMAL), new Fit(new Adam(0.003), Loss.MSE, 300, 32), 2);
    Run run = trial.run();
    assertThat(Shape.of(run)).isNotEqualTo(Shape.PYRAMID);
    assertThat(Rest.of(run)).isEqualTo(Rest.MINIMUM);
    assertThat(Rest.of(trial.epochs(1).run())).isEqualTo(Rest.ON_ITS_WAY);
    assertThat(Rest.of(run(NORMAL, new double[] {0, 120, 240}, 0, 0, 0))).isEqualTo(Rest.PYRAMID);
  }

  @Test
  void theBestOfThreeIsTheHexagonWherePointsDoNotLean() {
    assertThat(BestOfThree.fvu(NORMAL)).isEqualTo(RegularPolygon.HEXAGON.fvu(NORMAL));
    assertThat(BestOfThree.fvu(normal(5, 1))).isLessThan(BestOfThree.fvu(normal(2, 1)));
    assertThat(BestOfThree.isReached(run(NORMAL, new double[] {0, 120, 240}, 0, 0, 0))).isTrue();
    assertThat(BestOfThree.isReached(run(normal(5, 1), new double[] {0, 180, 90}, 0, 0, 0)))
        .isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BestOfThree.fvu(normal(3, 1)))
        .withMessageEndingWith("Received: normal(3.0, 1.0)");
  }
}
