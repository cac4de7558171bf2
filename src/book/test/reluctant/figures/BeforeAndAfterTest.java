package reluctant.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.points;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.TANH;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import reluctant.chart.Chart;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

class BeforeAndAfterTest {
  private static final Sequential MODEL = Sequential.of(1, new Dense(2, RELU), new Dense(1));
  private static final Fit FIT = new Fit(new SGD(0.1), Loss.MSE, 3, 4);
  private static final Trial BEFORE = new Trial(MODEL, absoluteValue(4, 1), FIT, 5);

  @Test
  void bothPredictionsStandSideBySideUnderWhatWasChanged() {
    Trial after = BEFORE.fit(FIT.optimizer(new SGD(0.2)));
    Chart chart = Figures.beforeAndAfter(BEFORE, after);
    assertThat(chart.json().at("/layout/title/text").asText())
        .isEqualTo("The same start, with another optimizer");
    assertThat(chart.json().path("data").findValuesAsText("name"))
        .containsExactly("data", "before", "data", "after");
    assertThat(chart.alt()).startsWith("From the same start, before with the optimizer SGD(0.1)");
    double[] predicted = after.run().network().predict(after.dataset().inputs()).getDDRM().data;
    double drawn = chart.json().path("data").path(3).path("y").path(0).asDouble();
    assertThat(predicted).usingComparatorWithPrecision(1e-5).contains(drawn);
  }

  @Test
  void dataThatWereScaledAreDrawnInTheirOwnUnits() {
    Trial after = BEFORE.data(absoluteValue(4, 1).scaledInputs(0.5).scaledTargets(0.25));
    JsonNode traces = Figures.beforeAndAfter(BEFORE, after).json().path("data");
    assertThat(traces.path(2).path("x")).isEqualTo(traces.path(0).path("x"));
    assertThat(traces.path(2).path("y")).isEqualTo(traces.path(0).path("y"));
    double drawn = traces.path(3).path("y").path(0).asDouble();
    assertThat(after.run().predict(-1)).usingComparatorWithPrecision(1e-5).contains(drawn);
  }

  @Test
  void ofSeveralInputsLossesAreDrawn() {
    var data = points(new double[][] {{0, 0, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 0}});
    var relu = Sequential.of(2, new Dense(2, RELU), new Dense(1));
    var tanh = Sequential.of(2, new Dense(2, TANH), new Dense(1));
    Trial before = new Trial(relu, data, FIT, 5);
    Chart chart = Figures.beforeAndAfter(before, new Trial(tanh, data, FIT, 5));
    assertThat(chart.alt()).contains("after with Sequential.of(2, new Dense(2, TANH)");
    assertThat(chart.json().path("data").findValuesAsText("name"))
        .containsExactlyInAnyOrder("before", "after");
  }

  @Test
  void anotherStartOrAnotherNumberOfChangesIsRefused() {
    assertThatThrownBy(() -> Figures.beforeAndAfter(BEFORE, BEFORE.seed(6)))
        .hasMessageStartingWith("after must start from the numbers that before starts from");
    assertThatThrownBy(() -> Figures.beforeAndAfter(BEFORE, BEFORE.seed(5)))
        .hasMessageEndingWith("Received: no difference");
    Trial two = BEFORE.fit(FIT.optimizer(new SGD(0.2)).epochs(4));
    assertThatThrownBy(() -> Figures.beforeAndAfter(BEFORE, two))
        .hasMessageEndingWith("Received: optimizer, epochs");
  }
}
