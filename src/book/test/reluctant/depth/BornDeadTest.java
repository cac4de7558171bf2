package reluctant.depth;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Initializer;
import reluctant.nn.Layer;
import reluctant.nn.Sequential;
import reluctant.sweep.Rate;

class BornDeadTest {

  private static final SimpleMatrix X = new SimpleMatrix(new double[][] {{-1}, {1}});

  private static Sequential model(int depth, int width, Activation activation) {
    var layers = new Layer[depth + 1];
    for (int i = 0; i < depth; i++) {
      layers[i] = new Dense(width, activation).kernelInitializer(Initializer.HE_NORMAL);
    }
    layers[depth] = new Dense(1);
    return Sequential.of(1, layers);
  }

  /**
   * After one layer of H units, both signs of x have units of their own with probability 1 - 2^(1 -
   * H), and then die independently, 2^-H each; else only one of them is left to die.
   */
  @ParameterizedTest
  @CsvSource({"1, 0.5", "2, 0.15625", "3, 0.04296875"})
  void twoLayersHaveTheClosedForm(int width, double expected) {
    int dead = BornDead.count(model(2, width, Activation.RELU), X, 0, 20_000);
    assertThat(new Rate(dead, 20_000).interval().contains(expected)).isTrue();
  }

  @Test
  void oneLayerIsNeverDeadAndDepthKills() {
    assertThat(BornDead.count(model(1, 2, Activation.RELU), X, 0, 1000)).isZero();
    assertThat(BornDead.count(model(30, 2, Activation.RELU), X, 0, 1000)).isGreaterThan(950);
    assertThat(BornDead.count(model(30, 2, Activation.LEAKY_RELU), X, 0, 1000)).isZero();
  }

  @Test
  void aSingleActiveSampleKeepsANetworkAlive() {
    var hidden = new Dense(1, Activation.RELU).kernelInitializer(Given.row(1));
    var model = Sequential.of(1, hidden, new Dense(1));
    assertThat(BornDead.count(model, X, 0, 1)).isZero();
    assertThat(BornDead.count(model, X.rows(0, 1), 0, 1)).isOne();
  }

  @Test
  void itIsDeadWhereTheOutputIsConstant() {
    for (int seed = 0; seed < 300; seed++) {
      Sequential model = model(5, 2, Activation.RELU);
      var network = model.initialize(seed);
      boolean constant = network.predict(-1.0)[0] == network.predict(1.0)[0];
      assertThat(BornDead.count(model, X, seed, 1)).isEqualTo(constant ? 1 : 0);
    }
  }
}
