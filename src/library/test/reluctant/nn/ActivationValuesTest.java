package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Activations have their values, and the slopes of these. */
class ActivationValuesTest {

  /** As their definitions give them, computed in Python. */
  @ParameterizedTest
  @CsvSource({
    "RELU6, 1, 0",
    "SELU, 1.0507009873554805, -1.520166468595695",
    "GELU, 0.8413447460685429, -0.04550026389635842",
    "SILU, 0.7310585786300049, -0.2384058440442351",
    "MISH, 0.8650983882673103, -0.2525014826957089",
    "SOFTPLUS, 1.3132616875182228, 0.1269280110429725",
    "SOFTSIGN, 0.5, -0.6666666666666666",
    "SIGMOID, 0.7310585786300049, 0.11920292202211757",
    "HARD_SIGMOID, 0.6666666666666666, 0.16666666666666666",
    "TANH, 0.7615941559557649, -0.9640275800758169",
    "EXPONENTIAL, 2.718281828459045, 0.1353352832366127",
    "ABS, 1, 2"
  })
  void haveTheirValuesAtOneAndMinusTwo(String name, double atOne, double atMinusTwo) {
    Activation activation = ActivationTest.CONSTANTS.getOrDefault(name, Activation.LINEAR);
    // Keras' GELU rounds the root of 1/2 to a float.
    double rounding = activation == Activation.GELU ? 1e-7 : 1e-15;
    assertThat(activation.value(1)).isCloseTo(atOne, within(rounding));
    assertThat(activation.value(-2)).isCloseTo(atMinusTwo, within(rounding));
  }

  @ParameterizedTest
  @MethodSource("reluctant.nn.ActivationTest#constants")
  void haveTheSlopesOfTheirValues(Activation activation) {
    for (double z : new double[] {-5.1, -1.9, -0.7, 0.6, 2.3, 7}) {
      double slope = (activation.value(z + 1e-5) - activation.value(z - 1e-5)) / 2e-5;
      assertThat(activation.slope(z, activation.value(z)))
          .isCloseTo(slope, within(2e-7 + 1e-9 * Math.abs(slope)));
    }
  }
}
