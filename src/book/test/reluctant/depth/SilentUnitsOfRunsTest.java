package reluctant.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import org.junit.jupiter.api.Test;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.LeakyRelu;
import reluctant.nn.NecroRelu;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Trial;

class SilentUnitsOfRunsTest {

  /** Two units of these weights, the second with a bias of -1/2, and output weights of 1. */
  private static Trial trial(double[][] kernel, int epochs) {
    var hidden =
        new Dense(2, RELU).kernelInitializer(Given.of(kernel)).biasInitializer(Given.row(0, -0.5));
    var last = new Dense(1).kernelInitializer(Given.of(new double[][] {{1}, {1}}));
    return new Trial(
        Sequential.of(2, hidden, last), xor(), new Fit(new Adam(0.01), MSE, epochs, 4), 0);
  }

  private static final double[][] SOLVES_XOR = {{1, -1}, {-1, 1}};
  private static final double[][] ONE_SILENT = {{1, -1}, {-1, -1}};

  @Test
  void aSilentReluStaysAndALeakyOneMoves() {
    assertThat(SilentAtStart.of(trial(SOLVES_XOR, 1).run())).isEqualTo(SilentAtStart.NONE);
    Trial silent = trial(ONE_SILENT, 100);
    assertThat(SilentAtStart.of(silent.run())).isEqualTo(SilentAtStart.SOME_STAYED);
    assertThat(SilentAtStart.of(with(silent, new LeakyRelu(0.1))))
        .isEqualTo(SilentAtStart.ALL_MOVED);
    assertThat(SilentAtStart.of(trial(ONE_SILENT, 1).run())).isEqualTo(SilentAtStart.SOME_STAYED);
  }

  @Test
  void aSilentReluHearsNothingAndANecroReluDoesAtFirst() {
    Trial silent = trial(ONE_SILENT, 1);
    assertThat(SilentAtEnd.of(silent.run())).isEqualTo(SilentAtEnd.HEARS_NOTHING);
    assertThat(SilentAtEnd.of(with(silent, new NecroRelu()))).isEqualTo(SilentAtEnd.HEARS);
    assertThat(SilentAtEnd.of(trial(SOLVES_XOR, 1).run())).isEqualTo(SilentAtEnd.NONE);
  }

  @Test
  void whoHasLearntHasNothingToHear() {
    var hidden =
        new Dense(3, RELU).kernelInitializer(Given.of(new double[][] {{1, -1, -1}, {-1, 1, -1}}));
    var last = new Dense(1).kernelInitializer(Given.of(new double[][] {{1}, {1}, {1}}));
    var three = trial(SOLVES_XOR, 1).model(Sequential.of(2, hidden, last));
    assertThat(SilentAtEnd.of(three.run())).isEqualTo(SilentAtEnd.LEARNT);
  }

  private static reluctant.train.Run with(Trial trial, Activation activation) {
    return trial.hiddenActivation(activation).run();
  }
}
