package reluctant.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Sequential;

class OutputRangeTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void activationsHaveTheirBounds() {
    assertThat(OutputRange.of(Activation.SIGMOID)).isEqualTo(new OutputRange(0, 1));
    assertThat(OutputRange.of(Activation.TANH)).isEqualTo(new OutputRange(-1, 1));
    assertThat(OutputRange.of(Activation.RELU6)).isEqualTo(new OutputRange(0, 6));
    assertThat(OutputRange.of(Activation.SOFTMAX)).isEqualTo(new OutputRange(0, 1));
    assertThat(OutputRange.of(Activation.RELU)).isEqualTo(new OutputRange(0, INFINITY));
    assertThat(OutputRange.of(Activation.ABS)).isEqualTo(new OutputRange(0, INFINITY));
    assertThat(OutputRange.of(Activation.EXPONENTIAL)).isEqualTo(new OutputRange(0, INFINITY));
    assertThat(OutputRange.of(Activation.ELU)).isEqualTo(new OutputRange(-1, INFINITY));
    assertThat(OutputRange.of(Activation.SILU).least()).isCloseTo(-0.2785, within(1e-3));
    assertThat(OutputRange.of(Activation.LEAKY_RELU).isBounded()).isFalse();
    assertThat(OutputRange.of(Activation.LINEAR)).isEqualTo(new OutputRange(-INFINITY, INFINITY));
  }

  @Test
  void aModelGivesWhatItsLastLayerGives() {
    var last = new Dense(1, Activation.TANH);
    assertThat(OutputRange.of(Sequential.of(1, new Dense(2), last)).isBounded()).isTrue();
    assertThat(OutputRange.of(Sequential.of(1, last, new Dense(2))).isBounded()).isFalse();
    assertThat(OutputRange.of(Sequential.of(1, last, new Dropout(0.5))).isBounded()).isFalse();
  }

  @Test
  void numbersOutsideAreCounted() {
    var range = new OutputRange(0, 1);
    assertThat(range.outside(-0.1, 0, 0.5, 1, 1.0009, 1.1)).isEqualTo(2);
    assertThat(OutputRange.of(Activation.RELU).outside(-1, 0, 1e9)).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OutputRange(1, 0))
        .withMessage("a range must go from a lower to a higher number. Received: 1.0 and 0.0");
  }
}
