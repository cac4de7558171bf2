package reluctant.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.xor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reluctant.chart.Chart;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Elu;
import reluctant.nn.Sequential;

class DepthFiguresTest {

  @Test
  void aCurveOfDeltasEndsAtOne() {
    var model = Sequential.deep(2, 3, new Dense(4, Activation.TANH), new Dense(1));
    var flow = MeanFlow.of(model, xor(), 0, 5);
    JsonNode json = DepthFigures.deltas(Map.of("tanh", flow)).json();
    JsonNode y = json.path("data").path(0).path("y");
    assertThat(y).hasSize(4);
    assertThat(y.path(3).asDouble()).isEqualTo(1);
    assertThat(json.path("layout").path("yaxis").path("type").asText()).isEqualTo("log");
  }

  @Test
  void slopesAreDrawnByWhatGoesIn() {
    Chart chart = DepthFigures.slopes(List.of(Activation.SIGMOID, new Elu(1)));
    assertThat(chart.alt())
        .isEqualTo("Slopes: SIGMOID 0.25 at 0 and 0.018 at 4, Elu(1.0) 1.0 at 0 and 1.0 at 4.");
    assertThat(chart.json().path("data").path(1).path("name").asText()).isEqualTo("Elu(1.0)");
  }

  @Test
  void deepAndNarrowNetworksAreBornDead() {
    JsonNode data =
        DepthFigures.bornDead(List.of(1, 4), List.of(1, 20), 0, 200).json().path("data");
    // One unit of one input is active on one side: the network of one layer is not dead.
    assertThat(data.path(0).path("y").path(0).asDouble()).isZero();
    assertThat(data.path(0).path("y").path(1).asDouble()).isGreaterThan(99);
    assertThat(data.path(1).path("y").path(1).asDouble()).isBetween(20.0, 80.0);
    assertThat(data.path(1).path("name").asText()).isEqualTo("4 units");
  }

  @Test
  void thereIsSomethingToDraw() {
    assertThatThrownBy(() -> DepthFigures.deltas(Map.of()))
        .hasMessage("the number of flows must be at least 1. Received: 0");
  }
}
