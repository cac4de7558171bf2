package reluctant.absolute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import org.junit.jupiter.api.Test;
import reluctant.diagnose.Fvu;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

class HingesTest {

  /** The network v0 relu(x + b) + v1 relu(-x) + c, left as it is: its rate moves nothing. */
  private static Run run(double v0, double b, double v1, double c) {
    var hidden =
        new Dense(2, RELU).kernelInitializer(Given.row(1, -1)).biasInitializer(Given.row(b, 0));
    var output =
        new Dense(1).kernelInitializer(Given.column(v0, v1)).biasInitializer(new Constant(c));
    var still = new Fit(new SGD(1e-300), MSE, 1, 400);
    return new Trial(Sequential.of(1, hidden, output), absoluteValue(400, 1), still, 0).run();
  }

  @Test
  void aNetworkIsNamedByWhatItGives() {
    assertThat(Hinges.of(run(1, 0, 1, 0))).isEqualTo(Hinges.BOTH_HALVES);
    assertThat(Hinges.of(run(1.04, 0, 0.96, 0))).isEqualTo(Hinges.BOTH_HALVES);
    assertThat(Hinges.of(run(1.3, 0, 0.7, 0))).isEqualTo(Hinges.ONE_HINGE);
    assertThat(Hinges.of(run(0, 0, 0, 0.5))).isEqualTo(Hinges.CONSTANT);
    assertThat(Hinges.of(run(0, 0, 0, 0))).isEqualTo(Hinges.CONSTANT);
  }

  @Test
  void theBestSingleHingeIsWhereTheDocumentationSays() {
    double kink = Math.sqrt(2) - 1;
    double fvu = 1;
    for (int slope = 0; slope < 200; slope++) {
      for (int level = 0; level < 100; level++) {
        fvu = Math.min(fvu, Fvu.of(run(slope / 100.0, -kink, 0, level / 100.0)));
      }
    }
    assertThat(fvu).isCloseTo(0.686, within(0.001));
  }
}
