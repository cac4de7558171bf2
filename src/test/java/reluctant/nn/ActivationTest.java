package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ActivationTest {

  @Test
  void reluHasSlopeZeroAtZero() {
    assertThat(Activation.RELU.value(0)).isZero();
    assertThat(Activation.RELU.slope(0, 0)).isZero();
    assertThat(Activation.RELU.slope(Double.MIN_VALUE, Double.MIN_VALUE)).isEqualTo(1);
    assertThat(Activation.RELU.slope(-Double.MIN_VALUE, 0)).isZero();
  }

  @Test
  void aUnitAtItsKinkGetsNoGradient() {
    var model =
        Sequential.of(
            1,
            new Dense(1, Activation.RELU).kernelInitializer(Initializer.ZEROS),
            new Dense(1).kernelInitializer(Initializer.ONES));
    var work = new Backpropagation(model, 1);
    var gradient = new double[model.parameterCount()];
    work.forward(model.initialize(0).parameters(), new DMatrixRMaj(new double[][] {{5}}));
    work.backward(new DMatrixRMaj(new double[][] {{1}}), gradient);
    assertThat(gradient).containsExactly(0, 0, 0, 1);
  }

  @Test
  void reluKeepsNaN() {
    assertThat(Activation.RELU.value(Double.NaN)).isNaN();
    var h = new double[1];
    ActivationLoops.forward(Activation.RELU, new double[] {Double.NaN}, h, 1);
    assertThat(h[0]).isNaN();
  }
}
