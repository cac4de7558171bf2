package reluctant.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.points;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import reluctant.chart.Chart;
import reluctant.data.Dataset;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

class ClassMapTest {
  private static final Dataset XOR =
      points(new double[][] {{0, 0, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 0}});
  private static final Dataset THREE =
      points(
          new double[][] {{-1, 0, 1, 0, 0}, {1, 0, 0, 1, 0}, {0, 1, 0, 0, 1}, {0, -9, 1, 0, 0}}, 3);
  private static final Sequential TWO_UNITS =
      Sequential.of(2, new Dense(2, Activation.RELU), new Dense(1));

  private static Run run(Sequential model, Dataset data, double... parameters) {
    var trial = new Trial(model, data, new Fit(new SGD(0.1), Loss.MSE, 1, 4), 0);
    return new Run(trial, new Network(model, parameters), trial.run().history());
  }

  /** relu(x1 + x2) - 2 relu(x1 + x2 - 1) is XOR; without its second unit it is wrong at (1, 1). */
  private static Chart xor(double second) {
    return Figures.classes(run(TWO_UNITS, XOR, 1, 1, 1, 1, 0, -1, 1, second, 0));
  }

  private static JsonNode named(Chart chart, String name) {
    JsonNode data = chart.json().path("data");
    for (JsonNode trace : data) {
      if (trace.path("name").asText().equals(name)) {
        return trace;
      }
    }
    throw new AssertionError(name + " is missing in " + data.findValuesAsText("name"));
  }

  @Test
  void theTitleCountsThePointsThatHaveTheirClass() {
    assertThat(xor(-2).json().at("/layout/title/text").asText())
        .isEqualTo("100.0 % of the points have their class");
    assertThat(xor(0).json().at("/layout/title/text").asText())
        .isEqualTo("75.0 % of the points have their class");
    assertThat(xor(0).alt()).contains("2 classes").contains("75.0 % of 4 points");
  }

  @Test
  void pointsHaveTheColourOfTheirClass() {
    Chart chart = xor(-2);
    assertThat(named(chart, "class 0").path("x").toString()).isEqualTo("[0,1]");
    assertThat(named(chart, "class 1").path("y").toString()).isEqualTo("[1,0]");
    assertThat(named(chart, "class 0").at("/marker/color"))
        .isNotEqualTo(named(chart, "class 1").at("/marker/color"));
  }

  @Test
  void theBoundaryIsWhereTheAnswerIsHalfway() {
    JsonNode contour = named(xor(-2), "boundary");
    assertThat(contour.at("/contours/start").asDouble()).isZero();
    assertThat(contour.at("/contours/showlabels").asBoolean(true)).isFalse();
    // In the lower left corner nothing comes out, half below the boundary.
    assertThat(contour.path("z").path(0).path(0).asDouble()).isEqualTo(-0.5);
  }

  @Test
  void aUnitsLineIsWhereNothingGoesIn() {
    JsonNode line = named(xor(-2), "units of the first layer");
    for (int end = 0; end < 2; end++) {
      double into = line.path("x").path(end).asDouble() + line.path("y").path(end).asDouble();
      assertThat(into).isEqualTo(0, within(1e-4));
    }
  }

  @Test
  void dataThatWereScaledAreDrawnInTheirOwnUnits() {
    // Where the network sees 2 x1 - 3 and 2 x2 - 3, its line is x1 + x2 = 3.
    var changed = XOR.scaledInputs(2).shiftedInputs(-3);
    var trial = new Trial(TWO_UNITS, changed, new Fit(new SGD(0.1), Loss.MSE, 1, 4), 0);
    var network = new Network(TWO_UNITS, new double[] {1, 1, 1, 1, 0, -1, 1, -2, 0});
    Chart chart = Figures.classes(new Run(trial, network, trial.run().history()));
    assertThat(named(chart, "class 0").path("x").toString()).isEqualTo("[0,1]");
    JsonNode line = named(chart, "units of the first layer");
    for (int end = 0; end < 2; end++) {
      double into = line.path("x").path(end).asDouble() + line.path("y").path(end).asDouble();
      assertThat(into).isEqualTo(3, within(1e-4));
    }
    // In the lower left corner, (-0.08, -0.08), both units are silent.
    assertThat(named(chart, "boundary").path("z").path(0).path(0).asDouble()).isEqualTo(-0.5);
  }

  @Test
  void ofThreeClassesEachHasItsBoundary() {
    var model = Sequential.of(2, new Dense(3, Activation.SOFTMAX));
    Chart chart = Figures.classes(run(model, THREE, -1, 1, 0, 0, 0, 1, 0, 0, 0));
    JsonNode data = chart.json().path("data");
    assertThat(data.findValuesAsText("name"))
        .containsExactly("boundary", "boundary", "boundary", "class 0", "class 1", "class 2");
    // Of (0, -9), between its neighbours and none of theirs, the first is right.
    assertThat(chart.alt()).contains("100.0 % of 4 points");
  }

  @Test
  void manyPointsAreThinnedAndCountedWhole() {
    double[][] rows = new double[500][];
    Arrays.setAll(rows, i -> new double[] {i, -i, i < 100 ? -1 : 1});
    Chart chart = Figures.classes(run(TWO_UNITS, points(rows), new double[9]));
    assertThat(chart.alt()).contains("20.0 % of 500 points");
    int drawn =
        named(chart, "class -1").path("x").size() + named(chart, "class 1").path("x").size();
    assertThat(drawn).isEqualTo(400);
  }

  @Test
  void whatAreNoClassesInThePlaneIsRefused() {
    Dataset three = points(new double[][] {{0, 0, 0}, {0, 1, 1}, {1, 0, 2}});
    assertThatThrownBy(() -> Figures.classes(run(TWO_UNITS, three, new double[9])))
        .hasMessageContaining("two numbers")
        .hasMessageContaining("Received: more than two numbers");
    Dataset both = points(new double[][] {{0, 0, 1, 1}, {0, 1, 1, 0}}, 2);
    var model = Sequential.of(2, new Dense(2));
    assertThatThrownBy(() -> Figures.classes(run(model, both, new double[6])))
        .hasMessageEndingWith("Received: 1.0 in row 0, column 1");
    Dataset line = points(new double[][] {{0, 0}, {1, 1}});
    var narrow = Sequential.of(1, new Dense(1));
    assertThatThrownBy(() -> Figures.classes(run(narrow, line, 0, 0)))
        .hasMessage("the data must have two columns of inputs to be drawn. Received: 1");
  }
}
