package reluctant.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Trial;

class PruningTest {
  private static final Fit SHORT = new Fit(new SGD(1e-9), MSE, 1, 40);

  @Test
  void unitsAreOrderedByWhatTheyAddToTheOutput() {
    var codes = new SimpleMatrix(new double[][] {{0, 0, 5}, {1, 3, 5}});
    assertThat(Pruning.byUse(codes, new SimpleMatrix(3, 1, true, -9, 1, 100)))
        .containsExactly(0, 1, 2);
    assertThat(Pruning.byUse(codes, new SimpleMatrix(3, 1, true, 1, 1, 100)))
        .containsExactly(1, 0, 2);
  }

  @Test
  void takingOneOfTwoThatAreBothNeededHurts() {
    var hidden = new Dense(2, RELU).kernelInitializer(Given.of(new double[][] {{1, -1}, {-1, 1}}));
    var last = new Dense(1).kernelInitializer(Given.of(new double[][] {{1}, {1}}));
    var trial = new Trial(Sequential.of(2, hidden, last), xor(40, 0.01), SHORT, 0);
    assertThat(Pruning.of(trial.run())).isEqualTo(Pruning.DOES_NOT_HELP);
  }

  @Test
  void tooManyRandomUnitsForNoisePayToLose() {
    var trial =
        new Trial(Sequential.of(2, new Dense(30, RELU), new Dense(1)), xor(40, 1), SHORT, 0);
    var outcomes = Sweep.of(trial).seeds(0, 64).outcomes(Pruning::of).run();
    assertThat(outcomes.count(Pruning.HELPS)).isGreaterThan(48);
  }
}
