package reluctant.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.LEAKY_RELU;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.chart.Chart;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Epoch;
import reluctant.train.Fit;
import reluctant.train.Trial;

class KinksTest {

  /** Kinks at 0.5 and, beyond the data, at -2; left as they are. */
  private static Trial still(int epochs) {
    var hidden =
        new Dense(2, RELU).kernelInitializer(Given.row(2, -1)).biasInitializer(Given.row(-1, -2));
    var output =
        new Dense(1).kernelInitializer(Given.column(3, 4)).biasInitializer(new Constant(0.25));
    var fit = new Fit(new SGD(1e-300), MSE, epochs, 400);
    return new Trial(Sequential.of(1, hidden, output), absoluteValue(400, 1), fit, 0);
  }

  private static Trial moving() {
    return still(3).fit(new Fit(new SGD(0.1), MSE, 3, 400));
  }

  private static List<Epoch> epochs(Trial trial) {
    var epochs = new ArrayList<Epoch>();
    trial.run(epochs::add);
    return epochs;
  }

  private static Chart chart(Trial trial) {
    return Figures.kinks(trial, epochs(trial));
  }

  @Test
  void aKinkIsADotOnTheNetwork() {
    JsonNode data = chart(still(1)).json().path("data");
    assertThat(data.findValuesAsText("name"))
        .containsExactly(
            "data",
            "network",
            "added by unit 0",
            "added by unit 1",
            "kink of unit 0",
            "kink of unit 1");
    assertThat(data.get(0).path("x")).hasSize(41);
    assertThat(data.get(1).path("x")).hasToString("[-1,0.5,1]");
    assertThat(data.get(1).path("y")).hasToString("[0.25,0.25,3.25]");
    assertThat(data.get(2).path("y")).hasToString("[0,0,3]");
    assertThat(data.get(3).path("y")).hasToString("[0,0,0]");
    assertThat(data.get(4).path("x")).hasToString("[0.5]");
    assertThat(data.get(4).path("y")).hasToString("[0.25]");
    assertThat(data.get(5).path("x")).hasToString("[null]");
  }

  @Test
  void nothingHidesWhatLiesBelowIt() {
    JsonNode data = chart(still(1)).json().path("data");
    assertThat(data.get(4).path("marker").path("size").asInt())
        .isGreaterThan(data.get(5).path("marker").path("size").asInt() + 4);
    assertThat(data.get(1).path("line").path("width").asDouble())
        .isGreaterThan(data.get(2).path("line").path("width").asDouble() + 4);
  }

  private static List<String> frames(int epochs) {
    var names = new ArrayList<String>();
    chart(still(epochs)).json().path("frames").forEach(f -> names.add(f.path("name").asText()));
    return names;
  }

  @Test
  void framesGoFromTheStartToTheLastEpochAndAreFew() {
    assertThat(frames(1)).containsExactly("start", "epoch 1");
    assertThat(frames(2)).containsExactly("start", "epoch 1", "epoch 2");
    assertThat(frames(1000)).hasSize(26).startsWith("start", "epoch 1").endsWith("epoch 1000");
  }

  @Test
  void theFigureOpensOnItsLastFrame() {
    JsonNode slider = chart(moving()).json().path("layout").path("sliders").get(0);
    assertThat(slider.path("active").asInt()).isEqualTo(3);
    assertThat(slider.path("steps").get(3).path("label").asText()).isEqualTo("epoch 3");
  }

  @Test
  void theTextSaysWhereTheKinksGo() {
    assertThat(chart(still(3)).alt())
        .isEqualTo(
            "Data, network and what each unit adds to it, in 3 epochs. The kinks go:"
                + " unit 0 0.500 to 0.500; unit 1 beyond the data to beyond the data.");
  }

  @Test
  void otherNetworksAreRefused() {
    Trial trial = still(1);
    var leaky = trial.model(Sequential.of(1, new Dense(2, LEAKY_RELU), new Dense(1)));
    assertThatThrownBy(() -> chart(leaky))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "the network must be Sequential.of(1, new Dense(units, RELU), new Dense(1)) to have"
                + " kinks. Received: Sequential.of(1");
    var wide = trial.model(Sequential.of(1, new Dense(6, RELU), new Dense(1)));
    assertThatThrownBy(() -> chart(wide))
        .hasMessage("units must be at most 5 to be told apart. Received: 6");
    assertThatThrownBy(() -> Figures.kinks(trial, List.of()))
        .hasMessage("the number of epochs must be at least 1. Received: 0");
  }
}
