package reluctant.train;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Elu;
import reluctant.nn.Initializer;
import reluctant.nn.L1L2;
import reluctant.nn.Layer;
import reluctant.nn.LeakyRelu;
import reluctant.nn.MixedActivations;
import reluctant.nn.NecroRelu;
import reluctant.nn.Network;
import reluctant.nn.PReLU;
import reluctant.nn.RandomNormal;
import reluctant.nn.RandomStream;
import reluctant.nn.Regularizer;
import reluctant.nn.Relu;
import reluctant.nn.Repulsion;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;

/** Gradients against central differences, at random points, which lie away from kinks. */
class GradientTest {

  private static final int SAMPLES = 6;
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-7;

  static Stream<Activation> activations() {
    return Stream.concat(
        Constants.of(Activation.class),
        Stream.of(new LeakyRelu(-0.3), new Elu(0.4), new Relu(0.1, 1, 0.25)));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void ofActivations(Activation activation) {
    check(Loss.MSE, spread(5, activation), spread(4, activation), spread(2, Activation.LINEAR));
  }

  private static Dense spread(int units, Activation activation) {
    return new Dense(units, activation)
        .kernelInitializer(new RandomNormal(0, 0.8))
        .biasInitializer(new RandomNormal(0, 0.5));
  }

  static Stream<Layer> layers() {
    return Stream.of(
        new Dense(4, Activation.TANH).useBias(false),
        new Dense(3, Activation.SIGMOID).kernelInitializer(Initializer.HE_NORMAL),
        new PReLU(new RandomNormal(0.3, 0.2)),
        new PReLU(new RandomNormal(0.3, 0.2)).trainable(false),
        new Dense(4, Activation.TANH).trainable(false),
        new Dense(4, Activation.TANH).kernelTrainable(false),
        new Dense(9, Activation.TANH).biasTrainable(false),
        new Dense(2).kernelRegularizer(new L1L2(0.1, 0.4)).trainable(false),
        new MixedActivations(Activation.TANH, Activation.ELU),
        new Dropout(0.4));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void ofLayers(Layer layer) {
    check(Loss.MSE, spread(6, Activation.LINEAR), layer, spread(2, Activation.LINEAR));
  }

  @ParameterizedTest
  @MethodSource("reluctant.train.PrintedJavaTest#losses")
  void ofLosses(Loss loss) {
    check(loss, spread(5, Activation.TANH), spread(2, Activation.SIGMOID));
  }

  @ParameterizedTest
  @MethodSource("reluctant.train.PrintedJavaTest#losses")
  void ofClasses(Loss loss) {
    check(loss, spread(5, Activation.TANH), spread(3, Activation.SOFTMAX));
  }

  @ParameterizedTest
  @MethodSource("reluctant.train.PrintedJavaTest#losses")
  void ofWideClasses(Loss loss) {
    check(loss, spread(9, Activation.TANH), spread(10, Activation.SOFTMAX));
  }

  static Stream<Regularizer> regularizers() {
    return Stream.of(L1L2.l1(0.3), L1L2.l2(0.2), new L1L2(0.1, 0.4), new Repulsion(0.7));
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void ofRegularizers(Regularizer regularizer) {
    check(
        Loss.MSE,
        spread(5, Activation.RELU).kernelRegularizer(regularizer),
        spread(2, Activation.LINEAR).kernelRegularizer(regularizer));
  }

  /** NecroRelu's slope is the derivative above 0 and made up below. */
  @Test
  void ofNecroReluOnlyWhereUnitsAreOpen() {
    var open = spread(5, new NecroRelu()).biasInitializer(new RandomNormal(9, 0));
    check(Loss.MSE, open, spread(2, Activation.LINEAR));
    assertThat(new NecroRelu(0.1).value(-3)).isZero();
    assertThat(new NecroRelu(0.1).slope(-3, 0)).isEqualTo(0.1);
  }

  private static void check(Loss loss, Layer... layers) {
    var model = Sequential.of(3, layers);
    var random = RandomStream.DATA.of(5);
    DMatrixRMaj x = uniform(random, SAMPLES, 3, -1);
    DMatrixRMaj y = uniform(random, SAMPLES, model.outputs(), 0);
    var fit = new Fit(new SGD(), loss, 1, SAMPLES);
    Network network = model.initialize(13);
    var trainer = new Trainer(network, fit);
    trainer.step(x, y);
    double[] gradient = trainer.gradient();
    var frozen = IntStream.range(0, gradient.length).boxed().collect(toSet());
    for (int i : model.trainablePlaces()) {
      frozen.remove(i);
      double change = lossAt(network, i, STEP, fit, x, y) - lossAt(network, i, -STEP, fit, x, y);
      assertThat(gradient[i])
          .as("dL/dw[%d] of %s", i, model)
          .isCloseTo(change / (2 * STEP), within(TOLERANCE * Math.max(1, Math.abs(gradient[i]))));
    }
    assertThat(frozen).allMatch(i -> gradient[i] == 0);
    assertThat(gradient).matches(g -> java.util.Arrays.stream(g).anyMatch(v -> Math.abs(v) > 1e-3));
  }

  private static double lossAt(
      Network network, int moved, double by, Fit fit, DMatrixRMaj x, DMatrixRMaj y) {
    double[] parameters = network.parameters();
    parameters[moved] += by;
    return new Trainer(new Network(network.model(), parameters), fit).step(x, y);
  }

  private static DMatrixRMaj uniform(
      UniformRandomProvider random, int rows, int columns, double from) {
    var matrix = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < matrix.getNumElements(); i++) {
      matrix.data[i] = from + (1 - from) * random.nextDouble();
    }
    return matrix;
  }
}
