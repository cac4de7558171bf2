package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.data.Problems;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

/** Maps and curves of a sweep whose counts are known: a seed succeeds if it is below a setting. */
class GridFiguresTest {

  private static final Trial TRIAL =
      new Trial(
          Sequential.of(1, new Dense(1)),
          Problems.absoluteValue(2, 1),
          new Fit(new Adam(0.001), Loss.MSE, 1, 2),
          0);

  private static Sweep rates() {
    return Sweep.of(TRIAL)
        .seeds(0, 10)
        .over(
            "rate",
            List.of(0.001, 0.1),
            (trial, rate) -> trial.fit(new Fit(new Adam(rate), Loss.MSE, 1, 2)));
  }

  private static Outcomes<Boolean> line() {
    return rates()
        .outcomes(
            run ->
                run.trial().seed() < (run.trial().fit().optimizer().equals(new Adam(0.1)) ? 8 : 4))
        .run();
  }

  private static Outcomes<Boolean> map() {
    return rates()
        .over("epochs", List.of(1, 2, 3), Trial::epochs)
        .outcomes(run -> run.trial().seed() < 2L * run.trial().fit().epochs())
        .run();
  }

  @Test
  void aMapHasTheSharesOfTheCells() {
    Chart chart = SuccessMap.of("More epochs, more success", map(), true);
    JsonNode heatmap = chart.json().path("data").path(0);
    assertThat(heatmap.path("type").asText()).isEqualTo("heatmap");
    assertThat(heatmap.path("z").toString()).isEqualTo("[[20,40,60],[20,40,60]]");
    assertThat(heatmap.path("x").toString()).isEqualTo("[0.5,1.5,2.5,3.5]");
    assertThat(heatmap.path("y").toString()).isEqualTo("[1.0E-4,0.01,1]");
    assertThat(heatmap.path("zmin").asInt()).isZero();
    assertThat(heatmap.path("zmax").asInt()).isEqualTo(100);
    assertThat(chart.json().path("layout").path("yaxis").path("type").asText()).isEqualTo("log");
    assertThat(chart.json().path("layout").path("xaxis").path("type").asText()).isNotEqualTo("log");
    assertThat(chart.alt())
        .isEqualTo(
            "More epochs, more success. A map of 2 x 3 cells, rate by epochs: from 20.0 % to"
                + " 60.0 %, the most at rate 0.001 and epochs 3.");
  }

  @Test
  void thePointerIsToldACellsRateWithItsInterval() {
    JsonNode heatmap = SuccessMap.of("", map(), true).json().path("data").path(0);
    assertThat(heatmap.path("hoverinfo").asText()).isEqualTo("text");
    assertThat(heatmap.path("hovertext").path(1).path(2).asText())
        .isEqualTo("rate 0.1<br>epochs 3<br>true: 60.0 % [31.3, 83.2]");
  }

  @Test
  void cellsWithoutATrialAreEmptyAndNotSpokenOf() {
    Thread.currentThread().interrupt();
    var none = map();
    assertThat(Thread.interrupted()).isTrue();
    Chart chart = SuccessMap.of("None", none, true);
    assertThat(chart.json().path("data").path(0).path("z").path(0).path(0).isNull()).isTrue();
    assertThat(chart.alt())
        .isEqualTo(
            "None (interrupted). A map of 2 x 3 cells, rate by epochs: no trial was counted.");
  }

  @Test
  void namesStandAtTheSide() {
    var grid =
        Sweep.of(TRIAL)
            .seeds(0, 2)
            .over("optimizer", List.of("slow", "fast"), (trial, name) -> trial)
            .over("epochs", List.of(1), Trial::epochs)
            .outcomes(run -> true)
            .run();
    Chart chart = SuccessMap.of("Names", grid, true);
    assertThat(chart.json().path("layout").path("yaxis").path("tickmode").asText())
        .isEqualTo("array");
    assertThat(chart.json().path("layout").path("yaxis").path("ticktext").toString())
        .isEqualTo("[\"slow\",\"fast\"]");
    assertThat(chart.json().path("data").path(0).path("y").toString()).isEqualTo("[-0.5,0.5,1.5]");
    assertThat(chart.alt()).endsWith("the most at optimizer slow and epochs 1.");
  }

  @Test
  void aMapNeedsTwoAxes() {
    assertThatThrownBy(() -> SuccessMap.of("", line(), true))
        .hasMessage(
            "grid must have 2 axes, draw a single one with RateCurve. Received: [rate [0.001,"
                + " 0.1]]");
  }

  @Test
  void aCurveHasTheRatesTheirIntervalsAndTheClosedForm() {
    JsonNode json =
        RateCurve.of("A rate", line(), true).closedForm("theory", x -> 0.5).chart().json();
    JsonNode theory = json.path("data").path(0);
    assertThat(theory.path("name").asText()).isEqualTo("theory");
    assertThat(theory.path("y").toString()).isEqualTo("[50,50]");
    JsonNode measured = json.path("data").path(1);
    assertThat(measured.path("x").toString()).isEqualTo("[0.001,0.1]");
    assertThat(measured.path("y").toString()).isEqualTo("[40,80]");
    assertThat(measured.path("error_y").path("array")).hasSize(2);
    assertThat(json.path("layout").path("xaxis").path("type").asText()).isEqualTo("log");
  }

  @Test
  void theoryOfACurveIsAShare() {
    var curve = RateCurve.of("A rate", line(), true);
    assertThatThrownBy(() -> curve.closedForm("theory", x -> 2))
        .hasMessage("theory must be from 0 to 1. Received: 2.0");
    var some = curve.closedForm("theory", x -> x < 0.05 ? 0.5 : Double.NaN);
    assertThat(some.toString()).endsWith(" theory: 50.0 %, unknown.");
    assertThat(some.chart().json().at("/data/0/y")).hasToString("[50,null]");
  }

  @Test
  void aCurveNeedsOneAxis() {
    assertThatThrownBy(() -> RateCurve.of("", map(), true))
        .hasMessageStartingWith("grid must have 1 axis, draw two with SuccessMap. Received: [rate");
  }

  @Test
  void aCurveBySeeds() {
    var sweep = Sweep.of(TRIAL);
    var some = sweep.seeds(0, 4).outcomes(run -> run.trial().seed() < 1).run();
    var more = sweep.seeds(0, 10).outcomes(run -> run.trial().seed() < 5).run();
    var curve = RateCurve.bySeeds("Surer", List.of(some, more), true);
    assertThat(curve)
        .hasToString(
            "Surer. Measured by number of seeds: 4: 25.0 % [4.6, 69.9], 10: 50.0 % [23.7, 76.3].");
    assertThatThrownBy(() -> RateCurve.bySeeds("", List.of(more, some), true))
        .hasMessageStartingWith("the values of number of seeds must ascend to be drawn.");
  }

  @Test
  void ratesScatterAboutTheTruth() {
    var some = Sweep.of(TRIAL).seeds(0, 4).outcomes(run -> true).run();
    var more = Sweep.of(TRIAL).seeds(0, 16).outcomes(run -> true).run();
    var curve = RateCurve.bySeeds("Surer", List.of(some, more), true).scatterAbout(0.5);
    assertThat(curve.toString())
        .contains("closed form: 50.0 %, 50.0 %. lower bound of 95 %: 1.0 %, 25.5 %.")
        .endsWith("upper bound of 95 %: 99.0 %, 74.5 %.");
    JsonNode bound = curve.chart().json().path("data").path(1);
    assertThat(bound.path("x")).hasSizeGreaterThan(20);
    assertThat(bound.path("y").path(0).asDouble()).isCloseTo(1, within(0.01));
    assertThatThrownBy(() -> RateCurve.of("", line(), true).scatterAbout(0.5))
        .hasMessageEndingWith("begin with RateCurve.bySeeds. Received: rate");
    assertThatThrownBy(() -> curve.scatterAbout(1.5)).hasMessageStartingWith("probability must be");
  }
}
