package reluctant.depth;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.Dataset;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.nn.Sequential;
import reluctant.train.Gradient;
import reluctant.train.Loss;

class ActiveUnitsTest {
  private static final Sequential MODEL =
      Sequential.deep(2, 5, new Dense(6, Activation.RELU), new Dense(1));

  @Test
  void theyGiveTheSameOutputAndGradient() {
    var x = new SimpleMatrix(1, 2, true, 0.3, -1.2);
    var data = new Dataset("one", x, new SimpleMatrix(1, 1, true, 5.0));
    for (int seed = 0; seed < 50; seed++) {
      Network network = MODEL.initialize(seed);
      Network alone = ActiveUnits.alone(network, 0.3, -1.2);
      assertThat(alone.predict(0.3, -1.2)).isEqualTo(network.predict(0.3, -1.2));
      assertThat(Gradient.of(alone, Loss.MSE, data).parameters())
          .usingElementComparator((a, b) -> a.doubleValue() == b.doubleValue() ? 0 : 1)
          .isEqualTo(Gradient.of(network, Loss.MSE, data).parameters());
    }
  }

  @Test
  void nothingOfItIsBent() {
    Network alone = ActiveUnits.alone(MODEL.initialize(1), 1, 1);
    assertThat(alone.model().toString()).doesNotContain("RELU");
    assertThat(alone.parameters()).contains(0).hasSize(MODEL.parameterCount());
  }
}
