package reluctant.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.absolute.Halves;
import reluctant.chart.AsJson;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

class LossCurvesTest {

  /** Seed 0 learns the right half, 1 the left one, 3 both. */
  private static Run run(long seed) {
    var model = Sequential.of(1, new Dense(2, RELU), new Dense(1));
    var fit = new Fit(new Adam(0.005), Loss.MSE, 300, 32);
    return new Trial(model, absoluteValue(100, 1000), fit, seed).run();
  }

  private static JsonNode drawn(long... seeds) {
    var runs = java.util.Arrays.stream(seeds).mapToObj(LossCurvesTest::run).toList();
    return Figures.losses(runs, Halves::of).json();
  }

  @Test
  void whatEndsAtTheSameLossIsSeenBelowWhatLiesUponIt() {
    JsonNode data = drawn(0, 1, 3).path("data");
    assertThat(data.findValuesAsText("name")).containsExactly("both", "right", "left");
    assertThat(data.findValues("width").stream().map(JsonNode::asInt)).containsExactly(2, 7, 2);
    assertThat(data.get(1).path("opacity").asDouble()).isEqualTo(0.5);
  }

  @Test
  void curvesApartAreAlike() {
    assertThat(drawn(0, 3).path("data").findValuesAsText("width")).containsOnly("2");
  }

  @Test
  void aLongAxisHasFewTicksAndAShortOnePlotlys() {
    assertThat(step(1e-30, 1)).isEqualTo(5);
    assertThat(step(1e-3, 1)).isEqualTo(1);
    assertThat(step(0.5, 1)).isZero();
    assertThat(step(Double.NaN, 0)).isZero();
  }

  private static int step(double... losses) {
    return AsJson.axis(LossCurves.axis(List.of(losses))).path("dtick").asInt();
  }

  @Test
  void theTitleOfOneRunSaysWhereItsLossGoes() {
    JsonNode title = Figures.losses(new double[] {131_000, 2, 0.00025}).json().at("/layout/title");
    assertThat(title.path("text").asText()).isEqualTo("The loss goes from 1.31e+05 to 0.000250");
  }
}
