package reluctant.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.nn.PReLU;
import reluctant.nn.Sequential;

class PathProductsTest {

  private static Network network(Activation f, int depth, int width) {
    return Sequential.deep(1, depth, new Dense(width, f), new Dense(1)).initialize(3);
  }

  @Test
  void theyAddUpToTheDerivative() {
    for (Activation f : new Activation[] {Activation.TANH, Activation.RELU, Activation.SIGMOID}) {
      Network network = network(f, 4, 5);
      double difference = network.predict(0.7 + 1e-5)[0] - network.predict(0.7 - 1e-5)[0];
      assertThat(PathProducts.of(network, 0.7).count()).isEqualTo(625);
      assertThat(PathProducts.of(network, 0.7).sum()).isCloseTo(difference / 2e-5, within(1e-9));
    }
  }

  @Test
  void oneUnitALayerIsOneProduct() {
    Network network = network(Activation.LINEAR, 2, 1);
    double[] weights = network.parameters();
    assertThat(PathProducts.of(network, 1).sum())
        .isCloseTo(weights[0] * weights[2] * weights[4], within(1e-16));
    assertThat(PathProducts.of(network, 1).slopes()).containsExactly(1.0);
  }

  @Test
  void productsOfSlopesAreEachNamedOnce() {
    assertThat(PathProducts.of(network(Activation.RELU, 4, 4), 1).slopes())
        .containsExactly(0.0, 1.0);
    assertThat(PathProducts.of(network(Activation.TANH, 2, 3), 1).slopes()).hasSize(9);
  }

  @Test
  void theyMustBeOfDenseLayersAndNotTooMany() {
    assertThatThrownBy(() -> PathProducts.of(network(Activation.RELU, 12, 16), 1))
        .hasMessage(
            "network must have at most 1048576 paths, use fewer layers. Received: 16777216");
    Network other = Sequential.of(1, new Dense(2), new PReLU(), new Dense(1)).initialize(0);
    assertThatThrownBy(() -> PathProducts.of(other, 1))
        .hasMessage("network must have Dense layers alone. Received: new PReLU()");
  }
}
