package reluctant.xor;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

class CornersTest {

  /** Two ReLUs, relu(x1 - x2 + b) and relu(x2 - x1 + b), times v, plus c, as they stand. */
  private static Run network(double b, double v1, double v2, double c) {
    var hidden =
        new Dense(2, RELU)
            .kernelInitializer(Given.of(new double[][] {{1, -1}, {-1, 1}}))
            .biasInitializer(new Constant(b));
    var output = new Dense(1).kernelInitializer(Given.column(v1, v2));
    var model = Sequential.of(2, hidden, output.biasInitializer(new Constant(c)));
    return new Trial(model, xor(), new Fit(new SGD(1e-12), MSE, 1, 4), 0).run();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 0, RIGHT",
    "0, 0, 0, 0.5, ALL_SHARED",
    "0, 0, 0, 3, ALL_SHARED",
    "0, 0.66667, 0, 0.33333, THREE_SHARED",
    "0, 0.1, 0.1, 0.5, BETWEEN",
    "0, 0.2, 0.2, 0.4, RIGHT"
  })
  void theLevelTellsWhichCornersShareAValue(
      double b, double v1, double v2, double c, Corners expected) {
    assertThat(Corners.of(network(b, v1, v2, c))).isEqualTo(expected);
  }

  /** relu(x2) leaves (0, 1) and (1, 1) alike, relu(x1 - x2) tells (1, 0) from (0, 0). */
  @Test
  void twoCornersMayShareOneHalf() {
    var hidden = new Dense(2, RELU).kernelInitializer(Given.of(new double[][] {{0, 1}, {1, -1}}));
    var output = new Dense(1).kernelInitializer(Given.column(0.5, 1));
    var trial =
        new Trial(Sequential.of(2, hidden, output), xor(), new Fit(new SGD(1e-12), MSE, 1, 4), 0);
    assertThat(Corners.of(trial.run())).isEqualTo(Corners.TWO_SHARED);
  }

  @Test
  void aCornerIsSeenByAUnitAboveZero() {
    assertThat(Sight.of(network(0.1, 1, 1, 0))).isEqualTo(Sight.ALL_SEEN_LEARNT);
    assertThat(Sight.of(network(0.1, 0, 0, 0))).isEqualTo(Sight.ALL_SEEN_FAILED);
    assertThat(Sight.of(network(0, 1, 1, 0))).isEqualTo(Sight.ZERO_UNSEEN_LEARNT);
    assertThat(Sight.of(network(0, 1, 0, 0))).isEqualTo(Sight.ZERO_UNSEEN_FAILED);
    assertThat(Sight.of(network(-1, 1, 1, 0))).isEqualTo(Sight.ONE_UNSEEN_FAILED);
  }
}
