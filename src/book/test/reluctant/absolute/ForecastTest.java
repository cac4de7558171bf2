package reluctant.absolute;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.absolute.Halves.BOTH;
import static reluctant.absolute.Halves.LEFT;
import static reluctant.absolute.Halves.RIGHT;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Trial;

class ForecastTest {

  private static final Trial TRIAL =
      new Trial(
          Sequential.of(1, new Dense(2, RELU), new Dense(1)),
          absoluteValue(400, 1000),
          new Fit(new Adam(), MSE, 1000, 32),
          0);

  @Test
  void aForecastHasWhatWasForetoldAndWhatCame() {
    var start = TRIAL.kernels(Given.row(1, -1), Given.column(-1.1, 0.5));
    assertThat(Forecast.of(start.run())).isEqualTo(new Forecast(LEFT, LEFT));
    // One epoch is too short for the halves that will be learnt.
    assertThat(Forecast.of(start.epochs(1).run()).cameTrue()).isFalse();
    assertThat(Forecast.of(start.epochs(1).run()).foretold()).isEqualTo(LEFT);
  }

  @Test
  void theyAreInTheOrderOfWhatWasForetold() {
    var later = new Forecast(RIGHT, BOTH);
    var earlier = new Forecast(BOTH, LEFT);
    assertThat(Stream.of(new Forecast(RIGHT, LEFT), later, earlier).sorted())
        .containsExactly(earlier, later, new Forecast(RIGHT, LEFT));
  }

  @Test
  void oneSweepAnswersBothQuestions() {
    var sweep = Sweep.of(TRIAL).seeds(0, 128);
    var forecasts = sweep.outcomes(Forecast::of).run();
    var learnt = forecasts.by(Forecast::learnt);
    var counted = sweep.outcomes(Halves::of).run();
    for (Halves halves : Halves.values()) {
      assertThat(learnt.count(halves)).isEqualTo(counted.count(halves));
      assertThat(learnt.examples(halves)).isEqualTo(counted.examples(halves));
    }
    assertThat(learnt.trials()).isEqualTo(128);
    assertThat(learnt).hasToString(counted.toString());
    assertThat(forecasts.by(Forecast::cameTrue).rate(true).isAbove(0.95)).isTrue();
  }
}
