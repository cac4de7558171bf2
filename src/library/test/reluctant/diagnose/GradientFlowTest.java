package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.amplitudeSpectrum;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.Dataset;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Initializer;
import reluctant.nn.Layer;
import reluctant.nn.Network;
import reluctant.nn.RandomStream;
import reluctant.nn.Sequential;
import reluctant.train.Gradient;
import reluctant.train.Loss;

class GradientFlowTest {

  private static final Dataset DATA = amplitudeSpectrum(300, 8).draw(RandomStream.DATA.of(1));

  private static Sequential deep(int hidden, Activation activation, Initializer initializer) {
    var layers = new Layer[hidden + 1];
    for (int i = 0; i <= hidden; i++) {
      layers[i] =
          new Dense(i == hidden ? 5 : 32, activation).useBias(false).kernelInitializer(initializer);
    }
    layers[hidden] = ((Dense) layers[hidden]).activation(Activation.LINEAR);
    return Sequential.of(8, layers);
  }

  @Test
  void lengthsAreThoseOfTheChainRule() {
    var model =
        Sequential.of(
            1,
            new Dense(2, Activation.RELU).kernelInitializer(Given.row(3, -1)),
            new Dense(1).kernelInitializer(Given.column(0.5, 7)));
    var x = new SimpleMatrix(new double[][] {{2}, {4}});
    var data = new Dataset("two points", x, new SimpleMatrix(2, 1));
    // Outputs 3 and 6, dL/dy = 2 y / 2 = 3 and 6; only the first unit is active.
    var flow = GradientFlow.of(model.initialize(0), Loss.MSE, data);
    assertThat(flow.deltas()).containsExactly(Math.sqrt(45) / 2, Math.sqrt(45));
    assertThat(flow.zeros()).containsExactly(0.5, 0);
  }

  @Test
  void halfOfTheOutputsAreZeroAtTheStart() {
    double sum = 0;
    for (int seed = 0; seed < 100; seed++) {
      var model = deep(2, Activation.RELU, Initializer.GLOROT_UNIFORM);
      sum += GradientFlow.of(model.initialize(seed), Loss.MSE, DATA).zeros()[1];
    }
    assertThat(sum / 100).isCloseTo(0.5, within(0.03));
  }

  @Test
  void sigmoidsVanishAndReluOfHeDoesNot() {
    var sigmoid = deep(8, Activation.SIGMOID, Initializer.GLOROT_UNIFORM).initialize(1);
    var relu = deep(8, Activation.RELU, Initializer.HE_NORMAL).initialize(1);
    assertThat(factor(sigmoid)).isLessThan(0.35);
    assertThat(factor(relu)).isBetween(0.7, 1.4);
  }

  /** The mean factor from one layer to the one before. */
  private static double factor(Network network) {
    double[] deltas = GradientFlow.of(network, Loss.MSE, DATA).deltas();
    int steps = deltas.length - 1;
    return Math.pow(deltas[0] / deltas[steps], 1.0 / steps);
  }

  @Test
  void theSumOfWeightsTimesGradientsIsTheSameInEachLayerOfRelus() {
    var network = deep(6, Activation.RELU, Initializer.GLOROT_UNIFORM).initialize(3);
    Gradient gradient = Gradient.of(network, Loss.MSE, DATA);
    double last = network.kernel(6).elementMult(gradient.kernel(6)).elementSum();
    for (int layer = 0; layer < 6; layer++) {
      assertThat(network.kernel(layer).elementMult(gradient.kernel(layer)).elementSum())
          .isCloseTo(last, within(1e-12 * Math.abs(last)));
    }
    assertThat(factor(network)).isLessThan(0.9);
  }
}
