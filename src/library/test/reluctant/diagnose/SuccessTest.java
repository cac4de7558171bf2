package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.oneRelu;

import org.junit.jupiter.api.Test;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

class SuccessTest {

  /** One weight of a single ReLU, trained at a rate of 0 or nearly so. */
  private static Success of(double weight, double learningRate) {
    var model =
        Sequential.of(
            1,
            new Dense(1, Activation.RELU).useBias(false).kernelInitializer(Given.row(weight)),
            new Dense(1).useBias(false).kernelInitializer(Given.row(1)));
    var fit = new Fit(new SGD(learningRate), Loss.MSE, 100, 50);
    return Success.of(new Trial(model, oneRelu(50, 1, 1, 0), fit, 0).run());
  }

  @Test
  void lessThanOnePerCentOfTheVarianceMayBeLeft() {
    // The error is (1 - w)^2 mean y^2, and mean y^2 = 1.6 of the variance for evenly spaced x.
    assertThat(of(1, 1e-300)).isEqualTo(Success.LEARNT);
    assertThat(of(1.07, 1e-300)).isEqualTo(Success.LEARNT);
    assertThat(of(1.09, 1e-300)).isEqualTo(Success.STUCK);
    assertThat(of(-1, 1e-300)).isEqualTo(Success.STUCK);
  }

  @Test
  void whatIsNotFiniteHasDiverged() {
    assertThat(of(3, 1e6)).isEqualTo(Success.DIVERGED);
  }
}
