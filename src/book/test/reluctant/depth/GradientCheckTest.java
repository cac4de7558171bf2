package reluctant.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.xor;

import org.junit.jupiter.api.Test;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.NecroRelu;
import reluctant.nn.Sequential;
import reluctant.train.Loss;

class GradientCheckTest {
  private static double error(Activation f) {
    var model = Sequential.deep(2, 3, new Dense(5, f), new Dense(1));
    return GradientCheck.largestError(model.initialize(4), Loss.MSE, xor());
  }

  @Test
  void aTrueSlopePasses() {
    assertThat(error(Activation.TANH)).isLessThan(1e-8);
    assertThat(error(Activation.SIGMOID)).isLessThan(1e-8);
  }

  @Test
  void aFalseSlopeDoesNot() {
    assertThat(error(new NecroRelu())).isGreaterThan(1e-3);
  }
}
