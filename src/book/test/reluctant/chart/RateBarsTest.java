package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.xor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.diagnose.Success;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.LeakyRelu;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Rate;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

class RateBarsTest {

  @Test
  void aBarHasItsIntervalAndItsClosedForm() {
    var chart = RateBars.of("By start").bar("a", new Rate(1, 4), 0.5).bar("b", new Rate(4, 4));
    JsonNode data = chart.chart().json().path("data");
    assertThat(data.path(0).path("y").toString()).isEqualTo("[25,100]");
    double high = 100 * new Rate(1, 4).interval().high();
    assertThat(data.path(0).path("error_y").path("array").path(0).asDouble())
        .isCloseTo(high - 25, within(1e-3));
    assertThat(data.path(1).path("y").toString()).isEqualTo("[50,null]");
    assertThat(chart)
        .hasToString(
            "By start. a: " + new Rate(1, 4) + " (closed form 50.0 %), b: " + new Rate(4, 4) + ".");
  }

  @Test
  void aGridHasABarForEachRowAndAColourForEachColumn() {
    var model = Sequential.of(2, new Dense(2, Activation.RELU), new Dense(1));
    var trial = new Trial(model, xor(), new Fit(new Adam(0.02), Loss.MSE, 5, 4), 0);
    var kinds = List.<Activation>of(Activation.RELU, new LeakyRelu(0.1));
    var grid =
        Sweep.of(trial)
            .seeds(0, 4)
            .over("activation", kinds, Trial::hiddenActivation)
            .over("epochs", List.of(1, 2), Trial::epochs)
            .outcomes(Success::of)
            .run();
    JsonNode data = RateBars.of("XOR", grid, Success.STUCK).chart().json().path("data");
    assertThat(data.path(0).path("name").asText()).isEqualTo("1 epochs");
    assertThat(data.path(1).path("name").asText()).isEqualTo("2 epochs");
    assertThat(data.path(0).path("x").toString()).isEqualTo("[\"relu\",\"LeakyRelu(0.1)\"]");
    assertThat(data.path(0).path("y").toString()).isEqualTo("[100,100]");
  }

  @Test
  void aSweepOfOneCellHasNoBarsByItsAxes() {
    var model = Sequential.of(2, new Dense(1));
    var trial = new Trial(model, xor(), new Fit(new Adam(0.02), Loss.MSE, 1, 4), 0);
    var outcomes = Sweep.of(trial).seeds(0, 2).outcomes(Success::of).run();
    assertThatThrownBy(() -> RateBars.of("XOR", outcomes, Success.STUCK))
        .hasMessage(
            "grid must have 1 or 2 axes, draw a single sweep with RateFigure. Received: []");
  }

  @Test
  void thereIsSomethingToCompare() {
    assertThatThrownBy(() -> RateBars.of("Nothing").chart())
        .hasMessage("the number of bars must be at least 1. Received: 0");
    assertThatThrownBy(() -> RateBars.of("x").bar("a", new Rate(1, 2), 50))
        .hasMessage("closedForm must be from 0 to 1. Received: 50.0");
  }

  @Test
  void eachNameHasItsOwnPlace() {
    var bars = RateBars.of("t").bar("1", new Rate(1, 4), 0.5).bar("1.0", new Rate(2, 4), 0.25);
    JsonNode json = bars.bar("01", new Rate(3, 4), 0).bar("null", new Rate(4, 4)).chart().json();
    assertThat(json.at("/data/0/x")).hasToString("[\"1\",\"1.0\",\"01\",\"null\"]");
    assertThat(json.at("/data/1/x")).isEqualTo(json.at("/data/0/x"));
    assertThat(json.at("/layout/xaxis/type").asText()).isEqualTo("category");
    assertThatThrownBy(() -> bars.bar("1", new Rate(1, 2)))
        .hasMessage("name must be no other bar's. Received: 1");
  }

  @Test
  void aLongNameStandsInTwoLinesUnderItsBarAndItsMark() {
    var bars = RateBars.of("By start").bar("w above, v above", new Rate(1, 4), 0.5);
    JsonNode data = bars.chart().json().path("data");
    assertThat(data.at("/0/x/0").asText()).isEqualTo("w above,<br>v above");
    assertThat(data.at("/1/x/0").asText()).isEqualTo("w above,<br>v above");
    assertThat(bars.toString()).contains("w above, v above: 25.0 %");
  }
}
