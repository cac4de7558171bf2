package reluctant.onerelu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.oneRelu;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import reluctant.chart.AsJson;
import reluctant.chart.Space;
import reluctant.diagnose.Descent;
import reluctant.diagnose.LossLandscape;
import reluctant.diagnose.Success;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

class LandscapeFigureTest {

  private static Trial trial(boolean useBias) {
    var model = Sequential.of(1, new Dense(1, Activation.RELU).useBias(useBias));
    var fit = new Fit(new SGD(0.1), Loss.MSE, 500, 21);
    return new Trial(model, oneRelu(21, 1, 1, 0), fit, 0);
  }

  private static LandscapeFigure curve() {
    return LandscapeFigure.of("Down", new LossLandscape(trial(false)), 2, "w");
  }

  private static LandscapeFigure map() {
    return LandscapeFigure.of("Over", new LossLandscape(trial(true)), 2, "w", "b");
  }

  @Test
  void dotsRollOnTheCurveFromTheirStarts() {
    var descents = Descent.ofSeeds(trial(false), 0, 8);
    JsonNode json = curve().descents(descents, Success::of).chart().json();
    JsonNode learnt = json.path("data").path(0);
    assertThat(learnt.path("name").asText()).isEqualTo("learnt");
    JsonNode frames = json.path("frames");
    assertThat(frames.path(0).path("data").path(0).path("x")).isEqualTo(learnt.path("x"));
    JsonNode end = frames.path(frames.size() - 1);
    assertThat(end.path("name").asText()).isEqualTo("epoch 500");
    end.path("data")
        .path(0)
        .path("x")
        .forEach(w -> assertThat(w.asDouble()).isCloseTo(1, within(1e-6)));
    end.path("data").path(1).path("x").forEach(w -> assertThat(w.asDouble()).isBetween(-1e-3, 0.0));
  }

  @Test
  void theMapHasTheLossUnderTheDotsAndTheReliefHasItAsHeight() {
    var descents = Descent.ofSeeds(trial(true), 0, 3);
    JsonNode data = map().descents(descents, Success::of).chart().json().path("data");
    JsonNode ground = data.path(data.size() - 1);
    assertThat(ground.path("type").asText()).isEqualTo("contour");
    assertThat(ground.path("contours").path("showlines").asBoolean(true)).isFalse();
    assertThat(ground.path("zmax").asDouble()).isCloseTo(4 * 1.1 / 6, within(1e-5));
    JsonNode relief = map().relief().json().path("data").path(0);
    assertThat(relief.path("z")).isEqualTo(ground.path("z")).hasSize(25);
  }

  @Test
  void theTextSaysWhatBecameOfTheTrainings() {
    var descents = Descent.ofSeeds(trial(false), 0, 8);
    assertThat(curve().descents(descents, Success::of).chart().alt())
        .matches("Down. The loss over w from -2.0 to 2.0, and 8 trainings on it: \\d learnt.*");
  }

  @Test
  void thereIsANameForEachParameter() {
    var landscape = new LossLandscape(trial(true));
    assertThatThrownBy(() -> LandscapeFigure.of("Over", landscape, 2, "w"))
        .hasMessage(
            "names must be one for each parameter, of which there may be one or two."
                + " Received: 1 names for 2");
  }

  @Test
  void theReliefHasNoTicksAtItsCornersWhereTheyWouldMeet() {
    JsonNode scene = map().relief().json().at("/layout/scene");
    assertThat(scene.at("/xaxis/tickvals")).hasToString("[-1,0,1]");
    assertThat(scene.at("/yaxis/tickvals")).hasToString("[-1,0,1]");
    assertThat(AsJson.axis(Space.axis("x", 0.5)).path("tickvals")).hasToString("[-0.25,0,0.25]");
  }
}
