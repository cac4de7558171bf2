package reluctant.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.dft;
import static reluctant.data.Problems.firFilter;
import static reluctant.data.Signal.SINUSOIDS;
import static reluctant.data.Signal.WHITE;
import static reluctant.train.Loss.MSE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.chart.AsJson;
import reluctant.chart.Chart;
import reluctant.data.Problem;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Epoch;
import reluctant.train.Fit;
import reluctant.train.Trial;

class LinearFiguresTest {

  private static Trial trial(Problem problem, int epochs) {
    var model = Sequential.of(problem.features(), new Dense(problem.outputs()));
    return new Trial(model, problem, new Fit(new Adam(0.01), MSE, epochs, 32), 0);
  }

  private static JsonNode trace(Chart chart, int index) {
    return chart.json().path("data").path(index);
  }

  @Test
  void tapsStandBesideTheTruthAndLeastSquares() {
    var run = trial(firFilter(100, WHITE, 0.5, -0.25), 200).run();
    var other = trial(firFilter(100, SINUSOIDS, 0.5, -0.25), 200).run();
    Chart chart = LinearFigures.taps(List.of(run, other));
    assertThat(chart.json().path("data")).hasSize(6);
    assertThat(trace(chart, 0).path("y").get(0).asDouble()).isEqualTo(0.5);
    assertThat(trace(chart, 1).path("y").get(1).asDouble()).isEqualTo(-0.25);
    assertThat(trace(chart, 2).path("y").get(1).asDouble())
        .isEqualTo(AsJson.number(run.network().kernel(0).get(1)));
    assertThat(trace(chart, 3).path("xaxis").asText()).isEqualTo("x2");
    assertThat(chart.alt())
        .startsWith("True taps as bars, learnt ones as points: with input white");
    assertThat(LinearFigures.signal(other)).isEqualTo(SINUSOIDS);
  }

  @Test
  void theMatrixOpensOnTheLastEpochAndPlaysFromTheStart() {
    var trial = trial(dft(100, 4), 50);
    var epochs = new ArrayList<Epoch>();
    var run = trial.run(epochs::add);
    Chart chart = LinearFigures.matrices(trial, epochs);
    double last = AsJson.number(run.network().kernel(0).get(2, 1));
    assertThat(trace(chart, 0).path("z").path(2).path(1).asDouble()).isEqualTo(last);
    assertThat(trace(chart, 1).path("z").path(2).path(1).asDouble()).isEqualTo(-0.5);
    JsonNode frames = chart.json().path("frames");
    assertThat(frames.path(0).path("name").asText()).isEqualTo("start");
    double start = AsJson.number(trial.initial().kernel(0).get(2, 1));
    assertThat(frames.path(0).path("data").path(0).path("z").path(2).path(1).asDouble())
        .isEqualTo(start);
    assertThat(frames.path(frames.size() - 1).path("name").asText()).isEqualTo("epoch 50");
    assertThat(frames.size()).isBetween(12, 21);
    JsonNode slider = chart.json().path("layout").path("sliders").path(0);
    assertThat(slider.path("active").asInt()).isEqualTo(frames.size() - 1);
  }

  @Test
  void aTrainingOfOneEpochHasTwoFrames() {
    var trial = trial(dft(10, 4), 1);
    var epochs = new ArrayList<Epoch>();
    trial.run(epochs::add);
    assertThat(LinearFigures.matrices(trial, epochs).json().path("frames")).hasSize(2);
  }

  @Test
  void theFloorIsTheNoiseThatNineNumbersCannotFit() {
    var run = trial(firFilter(90, WHITE, 0.5, 0.25).noise(0.1), 300).run();
    Chart chart = LinearFigures.noiseFloor(List.of(run));
    assertThat(trace(chart, 0).path("y").get(0).asDouble()).isEqualTo(0.00966667);
    double leastSquares = trace(chart, 1).path("y").get(0).asDouble();
    assertThat(leastSquares).isBetween(0.006, 0.014);
    assertThat(trace(chart, 2).path("y").get(0).asDouble())
        .isBetween(leastSquares, 1.2 * leastSquares);
  }

  @Test
  void otherDataAreRefused() {
    var abs = trial(absoluteValue(5, 1), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearFigures.taps(List.of(abs.run())))
        .withMessageStartingWith("the data must be a firFilter. Received: absoluteValue");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearFigures.matrices(abs, List.of()))
        .withMessageStartingWith("the data must be a dft. Received: absoluteValue");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearFigures.taps(List.of()))
        .withMessageStartingWith("the number of runs must be at least 1");
  }
}
