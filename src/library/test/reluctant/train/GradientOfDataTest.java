package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Problems.absoluteValue;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import reluctant.data.Dataset;
import reluctant.elementary.Elementary;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Given;
import reluctant.nn.Network;
import reluctant.nn.PReLU;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;

class GradientOfDataTest {

  private static final Dataset DATA = absoluteValue(20, 1);
  private static final Network NETWORK =
      Sequential.of(
              1,
              new Dense(3, Activation.TANH),
              new Dropout(0.5),
              new Dense(2),
              new PReLU(),
              new Dense(1))
          .initialize(4);

  @Test
  void isThatOfATrainingStepWithoutDropout() {
    Network plain = Sequential.of(1, new Dense(3, Activation.TANH), new Dense(1)).initialize(4);
    var trainer = new Trainer(plain, new Fit(new SGD(), Loss.MSE, 1, 20));
    double loss = trainer.step(DATA.inputs().getDDRM(), DATA.targets().getDDRM());
    Gradient gradient = Gradient.of(plain, Loss.MSE, DATA);
    assertThat(gradient.loss()).isEqualTo(loss);
    assertThat(gradient.parameters()).containsExactly(trainer.gradient(), within(1e-14));
  }

  /** dL/db of a layer is the sum of its dL/dz over the samples, and dL/dK is X^T dL/dz. */
  @Test
  void deltasAreThoseOfEachLayer() {
    Gradient gradient = Gradient.of(NETWORK, Loss.MSE, DATA);
    for (int layer : new int[] {0, 2, 4}) {
      SimpleMatrix delta = gradient.delta(layer);
      SimpleMatrix x = layer == 0 ? DATA.inputs() : NETWORK.outputs(layer - 1, DATA.inputs());
      assertThat(x.transpose().mult(delta).isIdentical(gradient.kernel(layer), 1e-14)).isTrue();
      SimpleMatrix ones = SimpleMatrix.filled(1, 20, 1);
      assertThat(ones.mult(delta).isIdentical(gradient.bias(layer), 1e-14)).isTrue();
    }
    SimpleMatrix after = gradient.delta(4).mult(NETWORK.kernel(4).transpose());
    assertThat(gradient.delta(3).getNumCols()).isEqualTo(2);
    assertThat(after.getNumCols()).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gradient.delta(5))
        .withMessage("layer must be from 0 to 4. Received: 5");
  }

  @Test
  void itsTextHasItsLengthAndTheLoss() {
    var two = new Dataset("two", new SimpleMatrix(1, 1, true, 4), new SimpleMatrix(1, 1));
    var one = Sequential.of(1, new Dense(1).kernelInitializer(Given.row(1))).initialize(0);
    // The loss is 4^2, the residual 4: dL/dk = 2 * 4 * 4, dL/db = 2 * 4.
    assertThat(Gradient.of(one, Loss.MSE, two))
        .hasToString("gradient of length " + Math.sqrt(32 * 32 + 8 * 8) + " at loss 16.0");
  }

  @Test
  void layersShowWhatTheyCompute() {
    SimpleMatrix x = DATA.inputs();
    SimpleMatrix z = NETWORK.preActivations(0, x);
    SimpleMatrix h = NETWORK.outputs(0, x);
    for (int i = 0; i < 60; i++) {
      assertThat(h.get(i)).isEqualTo(Elementary.tanh(z.get(i)));
      double expected = x.get(i / 3) * NETWORK.kernel(0).get(i % 3) + NETWORK.bias(0).get(i % 3);
      assertThat(z.get(i)).isCloseTo(expected, within(1e-15));
    }
    assertThat(NETWORK.outputs(1, x).isIdentical(h, 0)).isTrue();
    assertThat(NETWORK.outputs(4, x).isIdentical(NETWORK.predict(x), 0)).isTrue();
    assertThat(NETWORK.alpha(3).getDDRM().data).containsExactly(0, 0);
  }

  @Test
  void aSummaryListsLayersAndParameters() {
    assertThat(NETWORK.model().summary().lines())
        .containsExactly(
            "Model: \"sequential\"",
            "_".repeat(62),
            "Layer (type)                   Output Shape            Param #",
            "_".repeat(62),
            "dense (Dense)                  (None, 3)                     6",
            "dropout (Dropout)              (None, 3)                     0",
            "dense_1 (Dense)                (None, 2)                     8",
            "p_re_lu (PReLU)                (None, 2)                     2",
            "dense_2 (Dense)                (None, 1)                     3",
            "_".repeat(62),
            "Total params: 19 (152 bytes)");
  }
}
