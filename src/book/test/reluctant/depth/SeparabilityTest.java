package reluctant.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.ABS;
import static reluctant.nn.Activation.LINEAR;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.TANH;
import static reluctant.train.Loss.MSE;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Trial;

class SeparabilityTest {
  private static final SimpleMatrix CORNERS = xor().inputs();

  @Test
  void aPlaneTellsAndFromTheRestAndNotXor() {
    var and = new SimpleMatrix(4, 1, true, 0, 0, 0, 1);
    assertThat(Separability.of(CORNERS, and)).isEqualTo(Separability.SEPARABLE);
    assertThat(Separability.of(CORNERS, xor().targets())).isEqualTo(Separability.MIXED);
  }

  @Test
  void pointsOfBothClassesInOnePlaceAreMixed() {
    var same = new SimpleMatrix(2, 1, true, 3, 3);
    assertThat(Separability.of(same, new SimpleMatrix(2, 1, true, 0, 1)))
        .isEqualTo(Separability.MIXED);
  }

  @Test
  void aHiddenLayerUnfoldsXorOrNot() {
    assertThat(atStart(ABS)).isEqualTo(Separability.SEPARABLE);
    assertThat(atStart(RELU)).isEqualTo(Separability.MIXED);
    assertThat(atStart(TANH)).isEqualTo(Separability.MIXED);
    assertThat(atStart(LINEAR)).isEqualTo(Separability.MIXED);
  }

  /** One unit, f(x1 - x2). */
  private static Separability atStart(Activation activation) {
    var unit = new Dense(1, activation).kernelInitializer(Given.of(new double[][] {{1}, {-1}}));
    var trial =
        new Trial(Sequential.of(2, unit, new Dense(1)), xor(), new Fit(new SGD(0.1), MSE, 1, 4), 0);
    return Separability.atStart(trial.run());
  }
}
