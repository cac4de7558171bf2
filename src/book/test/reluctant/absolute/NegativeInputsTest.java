package reluctant.absolute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.absolute.NegativeInputs.NIL;
import static reluctant.absolute.NegativeInputs.RAISED;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.Dataset;
import reluctant.data.Problem;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

class NegativeInputsTest {

  /** The network relu(x + b) + relu(x) + c, left as it is: its rate moves nothing. */
  static Run right(double b, double c, Problem data) {
    var hidden = new Dense(2, RELU, true, Given.row(1, 1), Given.row(b, 0));
    var output = new Dense(1).kernelInitializer(Given.column(1, 1));
    var model = Sequential.of(1, hidden, output.biasInitializer(new Constant(c)));
    return new Trial(model, data, new Fit(new SGD(1e-300), MSE, 1, 400), 0).run();
  }

  @Test
  void upToATwentiethOfTheLargestTargetIsAsGoodAsNothing() {
    Problem data = absoluteValue(400, 1000);
    assertThat(NegativeInputs.of(right(0, 0, data))).isEqualTo(NIL);
    assertThat(NegativeInputs.of(right(0, 49, data))).isEqualTo(NIL);
    assertThat(NegativeInputs.of(right(0, -51, data))).isEqualTo(RAISED);
    // What is said for x > 0 does not matter, and what a unit says beyond 0 does.
    assertThat(NegativeInputs.of(right(-1000, 0, data))).isEqualTo(NIL);
    assertThat(NegativeInputs.of(right(100, 0, data))).isEqualTo(RAISED);
  }

  @Test
  void dataWithoutNegativeInputsAreRefused() {
    var positive = new SimpleMatrix(new double[][] {{0}, {1}});
    Run run = right(0, 0, new Dataset("positive", positive, positive));
    assertThatThrownBy(() -> NegativeInputs.of(run))
        .hasMessage("the number of negative inputs must be at least 1. Received: 0");
  }
}
