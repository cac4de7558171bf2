package reluctant.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static reluctant.data.Distribution.NORMAL;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.euclideanDistance;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.chart.Chart;
import reluctant.figures.UnitFigures;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.SGD;
import reluctant.train.Epoch;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

class SurfacesTest {

  private static Trial trial(int epochs) {
    var model = Sequential.of(2, new Dense(3, RELU), new Dense(1));
    var fit = new Fit(new Adam(0.001), MSE, epochs, 32);
    return new Trial(model, euclideanDistance(50, NORMAL), fit, 1);
  }

  /** The best hexagon, which this learning rate does not move. */
  private static Run hexagon() {
    var model = RegularPolygon.HEXAGON.network(NORMAL).model();
    var fit = new Fit(new SGD(1e-300), MSE, 1, 100);
    return new Trial(model, euclideanDistance(100, NORMAL), fit, 7).run();
  }

  @Test
  void aSurfaceIsTheNetworksOutput() {
    Run run = hexagon();
    JsonNode trace = Surfaces.surfaces(List.of(run), r -> "best", 2).json().path("data").path(0);
    int last = trace.path("x").size() - 1;
    assertThat(trace.path("x").path(0).asDouble()).isEqualTo(-2);
    assertThat(trace.path("y").path(last).asDouble()).isEqualTo(2);
    double expected = run.network().predict(-2, 2)[0];
    double drawn = trace.path("z").path(last).path(0).asDouble();
    assertThat(Math.abs(drawn - expected)).isLessThan(1e-3);
  }

  @Test
  void eachNameIsAFrame() {
    var runs = List.of(trial(1).run(), trial(1).seed(2).run(), trial(1).seed(3).run());
    Chart chart = Surfaces.surfaces(runs, run -> run.trial().seed() % 2 == 0 ? "even" : "odd", 1);
    assertThat(chart.json().path("frames")).hasSize(2);
    assertThat(chart.alt()).contains("odd (seed 1), even (seed 2)");
    assertThat(chart.json().path("layout").path("scene").has("camera")).isTrue();
  }

  @Test
  void formingHasTheFirstAndTheLastEpoch() {
    var epochs = new ArrayList<Epoch>();
    trial(40).run(epochs::add);
    JsonNode frames = Surfaces.forming(epochs, 1).json().path("frames");
    assertThat(frames).hasSizeLessThan(40);
    assertThat(frames.path(0).path("name").asText()).isEqualTo("epoch 1");
    assertThat(frames.path(frames.size() - 1).path("name").asText()).isEqualTo("epoch 40");
  }

  @Test
  void badInputIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Surfaces.surfaces(List.of(), run -> "", 1))
        .withMessageEndingWith("Received: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Surfaces.surfaces(List.of(hexagon()), run -> "", 0))
        .withMessageStartingWith("limit must be");
  }

  @Test
  void aPyramidStandsBesideTheBest() {
    var table = PyramidTable.of(List.of(hexagon()));
    assertThat(table.stringColumn("points").get(0)).isEqualTo("normal");
    assertThat(table.doubleColumn("best hexagon").get(0)).isEqualTo(0.003494);
    assertThat(table.doubleColumn("ratio").get(0)).isBetween(0.98, 1.02);
    var other = new Trial(Sequential.of(1, new Dense(1)), absoluteValue(4, 1), trial(1).fit(), 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PyramidTable.of(List.of(other.run())))
        .withMessageStartingWith("the trial's data must be a euclideanDistance");
  }

  @Test
  void unitsAreDrawn() {
    Run run = hexagon();
    JsonNode arrows = UnitFigures.weightArrows(List.of(run), r -> "best").json();
    assertThat(arrows.path("data")).hasSize(3);
    assertThat(arrows.path("data").path(0).path("x").path(1).asDouble()).isEqualTo(1);
    assertThat(arrows.path("layout").path("yaxis").path("scaleanchor").asText()).isEqualTo("x");
    JsonNode outputs = UnitFigures.outputs(run).json().path("data").path(1).path("y");
    assertThat(outputs.path(0).asDouble()).isZero();
    assertThat(outputs.path(outputs.size() - 1).asDouble()).isPositive();
    Chart activity = UnitFigures.activity(run.trial(), 0);
    assertThat(activity.json().path("data").path(2).path("x")).hasSize(2);
    assertThat(activity.alt()).contains("unit 2");
  }

  @Test
  void theFateOfAUnitIsThreeCurves() {
    var epochs = new ArrayList<Epoch>();
    trial(4).run(epochs::add);
    JsonNode chart = UnitFigures.fate(epochs, 1).json();
    assertThat(chart.path("data")).hasSize(3);
    double v = chart.path("data").path(1).path("y").path(3).asDouble();
    assertThat(Math.abs(v - epochs.get(3).network().kernel(1).get(1))).isLessThan(1e-5);
  }
}
