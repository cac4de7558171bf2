package reluctant.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.dft;
import static reluctant.data.Problems.firFilter;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.LeastSquares;
import reluctant.data.Problem;
import reluctant.data.Signal;
import reluctant.diagnose.Fvu;
import reluctant.diagnose.GivenRun;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.train.Run;

class LinearMapTest {
  private static final Problem FILTER = firFilter(100, Signal.WHITE, 0.5, -0.25, 0.1);

  private static Run layer(Problem problem, SimpleMatrix kernel, double bias) {
    var start = new Dense(problem.outputs()).kernelInitializer(Given.of(kernel.toArray2()));
    var biases = new double[problem.outputs()];
    biases[0] = bias;
    var dense = start.biasInitializer(Given.row(biases));
    return GivenRun.of(Sequential.of(problem.features(), dense), problem);
  }

  @Test
  void theTruthIsLearnt() {
    assertThat(LinearMap.of(layer(FILTER, LinearMap.truth(FILTER), 0))).isEqualTo(LinearMap.LEARNT);
    var transform = dft(50, 8);
    Run run = layer(transform, transform.matrix(), 0);
    assertThat(LinearMap.of(run)).isEqualTo(LinearMap.LEARNT);
    assertThat(LinearMap.largestError(run.network(), transform)).isZero();
  }

  @Test
  void errorsAreMeasuredAgainstTheLargestTap() {
    var kernel = new SimpleMatrix(3, 1, true, 0.5, -0.25, 0.102);
    assertThat(LinearMap.largestError(layer(FILTER, kernel, 0).network(), FILTER))
        .isCloseTo(0.004, within(1e-12));
    Run biased = layer(FILTER, kernel, -0.01);
    assertThat(LinearMap.largestError(biased.network(), FILTER)).isCloseTo(0.02, within(1e-12));
    assertThat(LinearMap.of(biased)).isEqualTo(LinearMap.ONLY_FITTED);
    assertThat(LinearMap.of(biased, 0.03)).isEqualTo(LinearMap.LEARNT);
    assertThat(LinearMap.of(layer(FILTER, kernel, 0.5))).isEqualTo(LinearMap.NEITHER);
  }

  @Test
  void sinusoidsAreFittedByOtherTaps() {
    var filter = firFilter(200, Signal.SINUSOIDS, 0.1, 0.4, 0.2, 0.1, 0, -0.1, 0.3, 0.2);
    Run run = layer(filter, LinearMap.truth(filter), 0);
    Run shortest = layer(filter, LeastSquares.of(run.trial().dataset()).kernel(), 0);
    assertThat(LinearMap.of(shortest)).isEqualTo(LinearMap.ONLY_FITTED);
    assertThat(Fvu.of(shortest)).isLessThan(1e-20);
  }

  @Test
  void layersWithoutBiasAreMeasuredToo() {
    var dense = new Dense(1).useBias(false).kernelInitializer(Given.column(0.5, -0.25, 0.1));
    Run run = GivenRun.of(Sequential.of(3, dense), FILTER);
    assertThat(LinearMap.of(run)).isEqualTo(LinearMap.LEARNT);
  }

  @Test
  void otherProblemsAndDeeperModelsAreRefused() {
    Run abs = GivenRun.of(Sequential.of(1, new Dense(1)), absoluteValue(5, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearMap.of(abs))
        .withMessageStartingWith("the data must be a firFilter or a dft. Received: absoluteValue");
    Run deep = GivenRun.of(Sequential.of(3, new Dense(3), new Dense(1)), FILTER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearMap.of(deep))
        .withMessageStartingWith("the model must have one layer. Received: ");
  }
}
