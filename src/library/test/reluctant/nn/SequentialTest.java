package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SequentialTest {

  @Test
  void itsDenseLayersTakeOtherStarts() {
    var model = Sequential.of(1, new Dense(2), new Dropout(0.5), new Dense(1));
    assertThat(model.kernelInitializers(Initializer.ONES, Initializer.HE_NORMAL))
        .isEqualTo(
            Sequential.of(
                1,
                new Dense(2).kernelInitializer(Initializer.ONES),
                new Dropout(0.5),
                new Dense(1).kernelInitializer(Initializer.HE_NORMAL)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.kernelInitializers(Initializer.ONES))
        .withMessage("initializers must be one for each of the 2 Dense layers. Received: 1");
  }

  @Test
  void itMayHaveExactlyAsManyParametersAsFit() {
    var largest = Sequential.of(1 << 13, new Dense(1 << 14).useBias(false));
    assertThat(largest.parameterCount()).isEqualTo(1 << 27);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sequential.of(1 << 13, new Dense(1 << 14)).parameterCount())
        .withMessage(
            "the model must have at most 134217728 parameters, use fewer units."
                + " Received: 134234112");
  }

  @Test
  void aVariableMayBeAsLargeAsTheLargestArray() {
    assertThat(Variable.vector("bias", 1 << 27, Initializer.ZEROS).size()).isEqualTo(1 << 27);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dense(1 << 14).variables((1 << 13) + 1))
        .withMessage(
            "a kernel must hold at most 134217728 numbers, use fewer units."
                + " Received: 8193 x 16384");
  }

  @Test
  void itsShapesFollowFromItsLayers() {
    var model = Sequential.of(3, new Dense(5), new PReLU(), new Dropout(0.1), new Dense(2));
    assertThat(model.outputs()).isEqualTo(2);
    assertThat(model.inputsOf(0)).isEqualTo(3);
    assertThat(model.inputsOf(3)).isEqualTo(5);
    assertThat(model.inputsOf(4)).isEqualTo(2);
    assertThat(model.variables().stream().map(Variable::name))
        .containsExactly("kernel", "bias", "alpha", "kernel", "bias");
    assertThat(model.parameterCount()).isEqualTo(15 + 5 + 5 + 10 + 2);
  }

  @Test
  void itsHiddenLayersTakeAnotherSize() {
    var model = Sequential.of(1, new Dense(2), new PReLU(), new Dense(2), new Dense(1));
    assertThat(model.hiddenUnits(5))
        .isEqualTo(Sequential.of(1, new Dense(5), new PReLU(), new Dense(5), new Dense(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.hiddenUnits(0))
        .withMessage("units must be at least 1. Received: 0");
  }

  @Test
  void itIsLinearWithoutALayerThatBends() {
    assertThat(Sequential.of(1, new Dense(2), new Dropout(0.5), new Dense(1)).isLinear()).isTrue();
    assertThat(Sequential.of(1, new Dense(2, Activation.RELU), new Dense(1)).isLinear()).isFalse();
    assertThat(Sequential.of(1, new Dense(2), new PReLU(), new Dense(1)).isLinear()).isFalse();
  }
}
