package reluctant.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import reluctant.data.Problems;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

class LayerTest {

  private static final DMatrixRMaj ONES = new DMatrixRMaj(1000, 20);

  static {
    ONES.fill(1);
  }

  @Test
  void dropoutLetsEverythingThroughInAPrediction() {
    var model = Sequential.of(20, new Dropout(0.25));
    assertThat(new Backpropagation(model, 1000).forward(new double[0], ONES).data)
        .isEqualTo(ONES.data);
    assertThat(model.parameterCount()).isZero();
  }

  @Test
  void dropoutDropsItsShareInTrainingAndKeepsTheMean() {
    var model = Sequential.of(20, new Dropout(0.25));
    var work = new Backpropagation(model, 1000, RandomStream.DROPOUT.of(3));
    double[] first = work.forward(new double[0], ONES).data.clone();
    assertThat(Arrays.stream(first).distinct().sorted()).containsExactly(0.0, 1 / 0.75);
    assertThat(Arrays.stream(first).average().orElseThrow()).isCloseTo(1, within(0.02));
    double[] second = work.forward(new double[0], ONES).data.clone();
    assertThat(second).isNotEqualTo(first);
    var again = new Backpropagation(model, 1000, RandomStream.DROPOUT.of(3));
    assertThat(again.forward(new double[0], ONES).data).isEqualTo(first);
  }

  @Test
  void dropoutPassesBackWhatItLetThrough() {
    LayerPass pass = new Dropout(0.25).trainingPass(20, 1000, RandomStream.DROPOUT.of(3));
    double[] factors = pass.forward(ONES).data.clone();
    assertThat(pass.backward(ONES.copy(), new double[0], 0, true).data).isEqualTo(factors);
  }

  @Test
  void dropoutDoesNotDisturbOtherStreams() {
    var with = Sequential.of(2, new Dense(3), new Dropout(0.5), new Dense(1));
    var without = Sequential.of(2, new Dense(3), new Dense(1));
    assertThat(with.initialize(5).parameters()).isEqualTo(without.initialize(5).parameters());
  }

  @Test
  void preluHasALearntSlopeBelowZeroAndNoneAtZero() {
    var model = Sequential.of(2, new PReLU(Given.row(0.5, -2)));
    var work = new Backpropagation(model, 3);
    double[] alpha = model.initialize(0).parameters();
    var x = new DMatrixRMaj(new double[][] {{-4, -3}, {0, 0}, {6, 7}});
    assertThat(work.forward(alpha, x).data).containsExactly(-2, 6, 0, -0.0, 6, 7);
    double[] gradient = {99, 99};
    work.backward(new DMatrixRMaj(new double[][] {{10, 1}, {1, 1}, {1, 1}}), gradient);
    assertThat(gradient).containsExactly(-40, -3);
  }

  @Test
  void preluPassesItsGradientDown() {
    LayerPass pass = new PReLU().pass(2, 3);
    pass.load(new double[] {0.5, -2}, 0);
    pass.forward(new DMatrixRMaj(new double[][] {{-4, -3}, {0, 0}, {6, 7}}));
    var delta = new DMatrixRMaj(new double[][] {{1, 1}, {1, 1}, {1, 1}});
    assertThat(pass.backward(delta, new double[2], 0, true).data)
        .containsExactly(0.5, -2, 0, 0, 1, 1);
  }

  @Test
  void mixedActivationsTakeTurns() {
    var model = Sequential.of(3, new MixedActivations(Activation.RELU, Activation.ABS));
    var work = new Backpropagation(model, 2);
    var x = new DMatrixRMaj(new double[][] {{-1, -2, -3}, {4, 5, 6}});
    assertThat(work.forward(new double[0], x).data).containsExactly(0, 2, 0, 4, 5, 6);
    LayerPass pass = new MixedActivations(Activation.RELU, Activation.ABS).pass(3, 2);
    pass.forward(x);
    var delta = new DMatrixRMaj(new double[][] {{1, 1, 1}, {1, 1, 1}});
    assertThat(pass.backward(delta, new double[0], 0, true).data)
        .containsExactly(0, -1, 0, 1, 1, 1);
  }

  @Test
  void aMixtureOfOneKindIsThatKind() {
    var mixed = Sequential.of(2, new Dense(3), new MixedActivations(Activation.TANH), new Dense(1));
    var alike = Sequential.of(2, new Dense(3, Activation.TANH), new Dense(1));
    var fit = new Fit(new Adam(0.01), Loss.MSE, 20, 4);
    double[] one = new Trial(mixed, Problems.xor(), fit, 5).run().network().parameters();
    double[] two = new Trial(alike, Problems.xor(), fit, 5).run().network().parameters();
    assertThat(one).isEqualTo(two);
  }

  @Test
  void theirTextIsTheJavaThatMakesThem() {
    assertThat(new MixedActivations(Activation.RELU, new LeakyRelu(0.1)))
        .hasToString("new MixedActivations(RELU, new LeakyRelu(0.1))");
    assertThat(new Dense(3, Activation.RELU)).hasToString("new Dense(3, RELU)");
    assertThat(
            new Dense(3)
                .useBias(false)
                .kernelInitializer(Initializer.HE_NORMAL)
                .kernelRegularizer(new Repulsion(0.1))
                .kernelConstraint(Constraint.NON_NEGATIVE)
                .activation(Activation.TANH))
        .hasToString(
            "new Dense(3, TANH).useBias(false).kernelInitializer(HE_NORMAL)"
                + ".kernelRegularizer(new Repulsion(0.1)).kernelConstraint(NON_NEGATIVE)");
    assertThat(new Dense(3).trainable(false)).hasToString("new Dense(3).trainable(false)");
    assertThat(new Dense(3).trainable(false).trainable(true)).isEqualTo(new Dense(3));
    assertThat(new Dense(3).kernelTrainable(false))
        .hasToString("new Dense(3).kernelTrainable(false)")
        .isEqualTo(new Dense(3).trainable(false).biasTrainable(true))
        .isNotEqualTo(new Dense(3).biasTrainable(false));
    assertThat(new Dense(3).biasTrainable(false).biasInitializer(Initializer.ONES))
        .hasToString("new Dense(3).biasInitializer(ONES).biasTrainable(false)");
    assertThat(Sequential.of(2, new Dense(3), new PReLU()))
        .hasToString("Sequential.of(2, new Dense(3), new PReLU())");
    assertThat(new PReLU().trainable(false)).hasToString("new PReLU().trainable(false)");
    assertThat(new Dropout(0.1)).hasToString("new Dropout(0.1)");
    assertThat(new PReLU()).hasToString("new PReLU()");
    assertThat(new PReLU(new Constant(0.25))).hasToString("new PReLU(new Constant(0.25))");
  }

  @Test
  void repelledUnitsComeToRestAtEqualAngles() {
    var kernel = new DMatrixRMaj(new double[][] {{1, 0.9, 0.5}, {0, 0.1, 0.3}});
    var repulsion = new Repulsion(1);
    var gradient = new DMatrixRMaj(2, 3);
    for (int step = 0; step < 2000; step++) {
      gradient.zero();
      repulsion.addGradient(kernel, gradient);
      for (int i = 0; i < 6; i++) {
        kernel.data[i] -= 0.1 * gradient.data[i];
      }
    }
    // Three pairs at 120 degrees: ((1 - 1/2) / 2)^2 each.
    assertThat(repulsion.penalty(kernel)).isCloseTo(3.0 / 16, within(1e-9));
  }

  @Test
  void repulsionHasTheSlopesOfItsPenalty() {
    var kernel = new DMatrixRMaj(new double[][] {{2, 0.9, -0.5}, {-1, 0.1, 3}});
    var repulsion = new Repulsion(0.7);
    var gradient = new DMatrixRMaj(2, 3);
    repulsion.addGradient(kernel, gradient);
    for (int i = 0; i < 6; i++) {
      DMatrixRMaj above = kernel.copy();
      DMatrixRMaj below = kernel.copy();
      above.data[i] += 1e-5;
      below.data[i] -= 1e-5;
      double slope = (repulsion.penalty(above) - repulsion.penalty(below)) / 2e-5;
      assertThat(gradient.data[i]).isCloseTo(slope, within(1e-9));
    }
  }

  @Test
  void layersThatDifferHaveOtherHashCodes() {
    assertThat(new Dense(3)).hasSameHashCodeAs(new Dense(3, Activation.LINEAR));
    assertThat(new Dense(3)).doesNotHaveSameHashCodeAs(new Dense(4));
  }

  @Test
  void aMagnitudeHasNoSlopeAtZero() {
    var gradient = new DMatrixRMaj(1, 3);
    new L1L2(0.5, 2).addGradient(new DMatrixRMaj(new double[][] {{0, 1, -1}}), gradient);
    assertThat(gradient.data).containsExactly(0, 4.5, -4.5);
  }

  @Test
  void aColumnOfZerosIsNotRepelled() {
    var kernel = new DMatrixRMaj(new double[][] {{1, 0}, {1, 0}});
    var gradient = new DMatrixRMaj(2, 2);
    new Repulsion(1).addGradient(kernel, gradient);
    assertThat(gradient.data).containsOnly(0);
    assertThat(new Repulsion(1).penalty(kernel)).isZero();
  }
}
