package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationTest {

  static final Map<String, Activation> CONSTANTS =
      Map.ofEntries(
          Map.entry("LINEAR", Activation.LINEAR),
          Map.entry("RELU", Activation.RELU),
          Map.entry("RELU6", Activation.RELU6),
          Map.entry("SELU", Activation.SELU),
          Map.entry("GELU", Activation.GELU),
          Map.entry("SILU", Activation.SILU),
          Map.entry("MISH", Activation.MISH),
          Map.entry("SOFTPLUS", Activation.SOFTPLUS),
          Map.entry("SOFTSIGN", Activation.SOFTSIGN),
          Map.entry("SIGMOID", Activation.SIGMOID),
          Map.entry("HARD_SIGMOID", Activation.HARD_SIGMOID),
          Map.entry("TANH", Activation.TANH),
          Map.entry("EXPONENTIAL", Activation.EXPONENTIAL),
          Map.entry("ABS", Activation.ABS),
          Map.entry("new LeakyRelu(0.2)", Activation.LEAKY_RELU),
          Map.entry("new Elu(1.0)", Activation.ELU));

  /** In an order that is the same in each JVM, since JUnit and PIT tell cases by their number. */
  static Stream<Activation> constants() {
    return new TreeMap<>(CONSTANTS).values().stream();
  }

  @Test
  void theirTextIsTheJavaThatMakesThem() {
    CONSTANTS.forEach((java, activation) -> assertThat(activation).hasToString(java));
    assertThat(new Relu(0.1, Double.POSITIVE_INFINITY, -1))
        .hasToString("new Relu(0.1, Double.POSITIVE_INFINITY, -1.0)");
    assertThat(new NecroRelu()).hasToString("new NecroRelu(0.1)");
  }

  @ParameterizedTest
  @MethodSource("constants")
  void theyKeepNaN(Activation activation) {
    assertThat(activation.value(Double.NaN)).isNaN();
    var h = new double[1];
    ActivationLoops.forward(activation, new double[] {Double.NaN}, h, 1);
    assertThat(h[0]).isNaN();
  }

  @ParameterizedTest
  @MethodSource("constants")
  void theyAreFiniteFarOut(Activation activation) {
    for (double z : new double[] {-1e6, -800, -40, 40, 700}) {
      double h = activation.value(z);
      assertThat(h).as("%s(%s)", activation, z).isFinite();
      assertThat(activation.slope(z, h)).as("slope of %s at %s", activation, z).isFinite();
    }
    // Only e^z itself may overflow.
    if (activation != Activation.EXPONENTIAL) {
      double h = activation.value(1e6);
      assertThat(h).isFinite();
      assertThat(activation.slope(1e6, h)).isFinite();
    }
  }

  @ParameterizedTest
  @MethodSource("constants")
  void loopsDoWhatTheMethodsDo(Activation activation) {
    double[] z = {-7, -1, -0.5, -0.0, 0, 0.5, 1, 7, 99};
    var h = new double[z.length];
    double[] delta = {1, -2, 3, -4, 5, -6, 7, -8, 99};
    ActivationLoops.forward(activation, z, h, 8);
    ActivationLoops.backward(activation, z, h, delta, 8);
    for (int i = 0; i < 8; i++) {
      assertThat(h[i]).isEqualTo(activation.value(z[i]));
      double sign = i % 2 == 0 ? i + 1 : -i - 1;
      double expected = sign * activation.slope(z[i], h[i]);
      assertThat(delta[i]).isCloseTo(expected, within(0.0));
    }
    assertThat(h[8]).isZero();
    assertThat(delta[8]).isEqualTo(99);
  }

  @Test
  void softmaxTakesALayerTogether() {
    double[] z = {1, 2, 3, -1000, 0, 1000, 5, 5, 5};
    var h = new double[9];
    ActivationLoops.forward(Activation.SOFTMAX, z, h, 3, 3);
    double[] first = {0.09003057317038046, 0.24472847105479764, 0.6652409557748219};
    for (int i = 0; i < 3; i++) {
      assertThat(h[i]).isCloseTo(first[i], within(1e-16));
      assertThat(h[3 + i]).isEqualTo(i == 2 ? 1 : 0);
      assertThat(h[6 + i]).isEqualTo(1.0 / 3);
    }
    assertThat(Activation.SOFTMAX).hasToString("SOFTMAX");
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void softmaxKeepsNaN(int where) {
    double[] z = {1, 2, 3};
    z[where] = Double.NaN;
    var h = new double[3];
    ActivationLoops.forward(Activation.SOFTMAX, z, h, 1, 3);
    assertThat(h).containsOnly(Double.NaN);
  }

  @Test
  void oneUnitOfSoftmaxIsNothing() {
    String message =
        "activation must be one of each unit by itself here, such as SIGMOID. Received: SOFTMAX";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Activation.SOFTMAX.value(1))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Activation.SOFTMAX.slope(1, 1))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MixedActivations(Activation.TANH, Activation.SOFTMAX))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "RELU, 0, 0",
    "RELU6, 0, 0",
    "RELU6, 6, 0",
    "HARD_SIGMOID, -3, 0",
    "HARD_SIGMOID, 3, 0",
    "ABS, 0, 0",
    "SELU, 0, 1.0507009873554805",
    "new Elu(1.0), 0, 1",
    "new LeakyRelu(0.2), 0, 0.2"
  })
  void kinksHaveKerasSlope(String name, double z, double slope) {
    Activation activation = CONSTANTS.getOrDefault(name, Activation.LINEAR);
    assertThat(activation).hasToString(name);
    assertThat(activation.slope(z, activation.value(z))).isEqualTo(slope);
  }

  @ParameterizedTest
  @CsvSource({
    // negativeSlope, maxValue, threshold, z, value, slope
    "0, Infinity, 0,  0, 0, 0",
    "0, Infinity, 0,  2, 2, 1",
    "0, Infinity, 0, -2, 0, 0",
    "0.5, Infinity, 0, -2, -1, 0.5",
    "0.5, Infinity, 0, 0, 0, 0.5",
    "0.5, Infinity, 1, 1, 0, 0",
    "0.5, Infinity, 1, -1, -1, 0.5",
    "0.5, 3, 0, 0, 0, 0",
    "0.5, 3, 0, 3, 3, 1",
    "0.5, 3, 0, 4, 3, 0",
    "0, 6, 0, 6, 6, 0",
    "0, 6, 1, 6, 6, 1",
    "0, 6, 1, 0.5, 0, 0"
  })
  void reluHasThreeSettings(
      double negativeSlope, double max, double threshold, double z, double value, double slope) {
    var relu = new Relu(negativeSlope, max, threshold);
    assertThat(relu.value(z)).isCloseTo(value, within(0.0));
    assertThat(relu.slope(z, relu.value(z))).isEqualTo(slope);
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
  void theLowerSlopeHoldsAtZero() {
    assertThat(new Elu(0.4).slope(0, 0)).isEqualTo(0.4);
    assertThat(new NecroRelu(0.3).slope(0, 0)).isEqualTo(0.3);
  }

  @Test
  void reluIsOpenRightOfItsKink() {
    assertThat(Activation.RELU.slope(Double.MIN_VALUE, Double.MIN_VALUE)).isEqualTo(1);
    assertThat(Activation.RELU.slope(-Double.MIN_VALUE, 0)).isZero();
  }
}
