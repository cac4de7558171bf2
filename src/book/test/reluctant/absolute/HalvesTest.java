package reluctant.absolute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.data.Dataset;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.SGD;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Trial;

class HalvesTest {

  private static Trial trial(int units, Fit fit) {
    var model = Sequential.of(1, new Dense(units, RELU), new Dense(1));
    return new Trial(model, absoluteValue(400, 1000), fit, 0);
  }

  /** A network with these numbers, left as it is: its learning rate moves nothing. */
  private static Halves halves(double w0, double w1, double v0, double v1) {
    var model =
        Sequential.of(
            1,
            new Dense(2, RELU).kernelInitializer(Given.row(w0, w1)),
            new Dense(1).kernelInitializer(Given.of(new double[][] {{v0}, {v1}})));
    var still = new Fit(new SGD(1e-300), MSE, 1, 400);
    return Halves.of(new Trial(model, absoluteValue(400, 1000), still, 0).run());
  }

  @Test
  void ofSaysWhichHalvesFit() {
    assertThat(halves(1, -1, 1, 1)).isEqualTo(Halves.BOTH);
    assertThat(halves(1, -1, 1, 0)).isEqualTo(Halves.RIGHT);
    assertThat(halves(2, -2, 0, 0.5)).isEqualTo(Halves.LEFT);
    assertThat(halves(1, 1, 0, 0)).isEqualTo(Halves.NEITHER);
  }

  @Test
  void aHalfIsLearntUpToOnePercentOfItsMeanSquare() {
    assertThat(halves(1, -1, 1.099, 0.901)).isEqualTo(Halves.BOTH);
    assertThat(halves(1, -1, 1.101, 0.901)).isEqualTo(Halves.LEFT);
    assertThat(halves(1, -1, 1.099, 0.899)).isEqualTo(Halves.RIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "1, -1, 0.5, 0.5, BOTH", // both live
    "1, -1, -0.9, 0.5, BOTH", // |v| < |w|: v changes its sign first
    "1, -1, -1.1, 0.5, LEFT", // |v| > |w|: w reaches 0 first
    "1, -1, 0.5, -1.1, RIGHT",
    "1, 1, 0.5, 0.5, RIGHT",
    "-1, -1, 0.5, 0.5, LEFT",
    "1, -1, -1.1, -1.1, NEITHER"
  })
  void theInitialNumbersForetellTheOutcome(
      double w0, double w1, double v0, double v1, Halves expected) {
    var model =
        Sequential.of(
            1,
            new Dense(2, RELU).kernelInitializer(Given.row(w0, w1)),
            new Dense(1).kernelInitializer(Given.of(new double[][] {{v0}, {v1}})));
    var trial = new Trial(model, absoluteValue(400, 1000), new Fit(new Adam(), MSE, 1000, 32), 0);
    assertThat(Halves.foretold(trial.initial())).isEqualTo(expected);
    assertThat(Halves.of(trial.run())).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void probabilitiesAddUpToOne(int units) {
    double sum = 0;
    for (Halves halves : Halves.values()) {
      sum += halves.probability(units);
    }
    assertThat(sum).isCloseTo(1, within(1e-15));
  }

  @Test
  void probabilitiesAreTheClosedForm() {
    assertThat(Halves.BOTH.probability(1)).isEqualTo(0);
    assertThat(Halves.BOTH.probability(2)).isEqualTo(0.28125);
    assertThat(Halves.BOTH.probability(3)).isEqualTo(0.52734375);
    assertThat(Halves.RIGHT.probability(2)).isEqualTo(0.328125);
    assertThat(Halves.LEFT.probability(2)).isEqualTo(0.328125);
    assertThat(Halves.NEITHER.probability(2)).isEqualTo(0.0625);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void measuredRatesHaveTheClosedFormInTheirIntervals(int units) {
    var trial = trial(units, new Fit(new Adam(0.001), MSE, 1000, 32));
    var outcomes = Sweep.of(trial).seeds(0, 400).outcomes(Halves::of).run();
    for (Halves halves : Halves.values()) {
      var interval = outcomes.rate(halves).interval();
      assertThat(interval.contains(halves.probability(units)))
          .as("%s: %s of %s", halves, halves.probability(units), interval)
          .isTrue();
    }
  }

  @Test
  void otherShapesAreRefused() {
    var x = new SimpleMatrix(3, 2);
    var model = Sequential.of(2, new Dense(1));
    var run =
        new Trial(
                model,
                new Dataset("two inputs", x, new SimpleMatrix(3, 1)),
                new Fit(new SGD(), MSE, 1, 3),
                0)
            .run();
    assertThatThrownBy(() -> Halves.of(run))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("halves need one input and one output. Received: 2 and 1");
    assertThatThrownBy(() -> Halves.foretold(Sequential.of(1, new Dense(1)).initialize(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("initial must have two Dense layers. Received: Sequential.of(1, new Dense(1))");
  }
}
