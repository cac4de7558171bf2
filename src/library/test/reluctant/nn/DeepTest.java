package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeepTest {

  private static final Dense HIDDEN = new Dense(3, Activation.RELU);

  @Test
  void aDeepNetworkRepeatsItsHiddenLayer() {
    assertThat(Sequential.deep(2, 2, HIDDEN, new Dense(1)))
        .isEqualTo(Sequential.of(2, HIDDEN, HIDDEN, new Dense(1)));
  }

  @Test
  void itHasAtLeastOne() {
    assertThatThrownBy(() -> Sequential.deep(2, 0, HIDDEN, new Dense(1)))
        .hasMessage("depth must be at least 1. Received: 0");
  }

  @Test
  void anotherActivationIsThatOfAllHiddenLayersAndNotOfTheLast() {
    var model = Sequential.of(2, HIDDEN, new Dropout(0.1), HIDDEN, new Dense(1));
    var tanh = new Dense(3, Activation.TANH);
    assertThat(model.hiddenActivation(Activation.TANH))
        .isEqualTo(Sequential.of(2, tanh, new Dropout(0.1), tanh, new Dense(1)));
  }
}
