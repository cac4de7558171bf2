package reluctant.doctor;

import static reluctant.data.Inputs.grid;
import static reluctant.data.Inputs.normal;
import static reluctant.data.Inputs.uniform;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.formula;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Activation.LINEAR;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.SIGMOID;
import static reluctant.nn.Activation.TANH;
import static reluctant.train.Loss.BINARY_CROSSENTROPY;
import static reluctant.train.Loss.MSE;
import static reluctant.train.Loss.MSLE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reluctant.data.Problem;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Initializer;
import reluctant.nn.L1L2;
import reluctant.nn.RandomUniform;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.RMSprop;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Trial;

/**
 * Trials that fail for a reason that was put in, written by hand before the rules of {@link Doctor}
 * were fixed, and some that do not fail.
 */
final class KnownTrials {

  /**
   * A trial, and why it fails.
   *
   * @param cause what was put in, or null where nothing is wrong
   */
  record Known(String name, @Nullable Cause cause, Trial trial) {}

  private static final Problem ABS = absoluteValue(32, 1);
  private static final Problem SINE = formula("sin(3 x)", grid(-1, 1, 32));
  private static final Problem PRODUCT = formula("x1 x2", uniform(-1, 1, 64));
  private static final Problem DISK = formula("x1^2 + x2^2 < 0.5", uniform(-1, 1, 64));

  private KnownTrials() {}

  private static Trial trial(Problem data, Dense hidden, Fit fit) {
    return new Trial(
        Sequential.of(data.features(), hidden, new Dense(data.outputs())), data, fit, 0);
  }

  private static Fit fit(Optimizer optimizer, int epochs) {
    return new Fit(optimizer, MSE, epochs, 16);
  }

  private static Trial abs() {
    return trial(ABS, new Dense(16, RELU), fit(new Adam(0.01), 200));
  }

  private static Trial sine() {
    return trial(SINE, new Dense(16, TANH), fit(new Adam(0.03), 400));
  }

  private static Trial product() {
    return trial(PRODUCT, new Dense(16, RELU), fit(new Adam(0.01), 200));
  }

  private static Trial corners() {
    return trial(xor(), new Dense(8, TANH), fit(new Adam(0.02), 300));
  }

  private static Trial disk() {
    var model = Sequential.of(2, new Dense(16, RELU), new Dense(1, SIGMOID));
    return new Trial(model, DISK, new Fit(new Adam(0.02), BINARY_CROSSENTROPY, 300, 16), 0);
  }

  private static Trial parabola() {
    var data = formula("x^2", grid(-1, 1, 32));
    return trial(data, new Dense(8, SIGMOID), fit(new Adam(0.05), 600));
  }

  private static Trial plane() {
    var data = formula("x1 - 2 x2 + 1", normal(40));
    return new Trial(Sequential.of(2, new Dense(1)), data, fit(new SGD(0.05), 100), 0);
  }

  private static Trial momentum() {
    return trial(SINE, new Dense(16, TANH), fit(new SGD(0.1, 0.9), 300));
  }

  private static Trial rms() {
    return trial(ABS, new Dense(16, RELU), fit(new RMSprop(0.003), 300));
  }

  private static Trial deep() {
    var model = Sequential.of(1, new Dense(8, RELU), new Dense(8, RELU), new Dense(1));
    return new Trial(model, SINE, fit(new Adam(0.01), 300), 0);
  }

  /** Trials that learn nearly always. */
  static List<Known> healthy() {
    return List.of(
        known("|x|", null, abs()),
        known("a sine", null, sine()),
        known("a product", null, product()),
        known("XOR", null, corners()),
        known("a disk", null, disk()),
        known("a parabola of sigmoids", null, parabola()),
        known("a plane by gradient descent", null, plane()),
        known("a sine with momentum", null, momentum()),
        known("|x| by RMSprop", null, rms()),
        known("two hidden layers", null, deep()));
  }

  /** Trials that fail, each for a reason that was put in. */
  static List<Known> failing() {
    return List.of(
        known("biases start at -3", Cause.DEAD_UNITS, start(abs(), null, new Constant(-3))),
        known(
            "negative kernels on positive inputs",
            Cause.DEAD_UNITS,
            start(
                product().data(formula("x1 x2", uniform(0, 1, 64))),
                new RandomUniform(-1, -0.2),
                null)),
        known("descent beyond its limit", Cause.LARGE_STEPS, plane().learningRate(1.5)),
        known("Adam at 1", Cause.LARGE_STEPS, product().learningRate(1)),
        known("inputs to 1000", Cause.INPUT_SCALE, sine().data(SINE.scaledInputs(1000))),
        known("inputs around 50", Cause.INPUT_SCALE, abs().data(ABS.shiftedInputs(50))),
        known("targets to 1000", Cause.TARGET_SCALE, abs().data(ABS.scaledTargets(1000))),
        known("linear XOR", Cause.LINEAR, corners().hiddenActivation(LINEAR)),
        known(
            "kernels to 100", Cause.SATURATION, start(sine(), new RandomUniform(-100, 100), null)),
        known("biases start at 50", Cause.SATURATION, start(parabola(), null, new Constant(50))),
        known("one unit", Cause.FEW_UNITS, sine().hiddenUnits(1)),
        known("a corner of XOR", Cause.FEW_UNITS, corners().hiddenUnits(2).hiddenActivation(RELU)),
        known("ten epochs", Cause.SLOW, product().epochs(10)),
        known("Adam at 1e-5", Cause.SLOW, disk().learningRate(1e-5)),
        known(
            "the plateau of XOR",
            Cause.SLOW,
            trial(xor(), new Dense(4, SIGMOID), new Fit(new SGD(0.5), MSE, 300, 4))),
        known("units alike", Cause.SYMMETRY, start(product(), new Constant(0.5), null)),
        known(
            "a sigmoid for targets from -1",
            Cause.OUTPUT,
            Layers.last(sine(), d -> d.activation(SIGMOID))),
        known("a loss of logarithms", Cause.LOSS, sine().fit(sine().fit().loss(MSLE))),
        known(
            "L2 of 0.1",
            Cause.PENALTIES,
            Layers.eachHidden(product(), d -> d.kernelRegularizer(L1L2.l2(0.1)))),
        known(
            "no biases for a raised sine",
            Cause.NO_BIASES,
            Layers.each(sine().data(SINE.shiftedTargets(1)), d -> d.useBias(false))));
  }

  private static Known known(String name, @Nullable Cause cause, Trial trial) {
    return new Known(name, cause, trial);
  }

  private static Trial start(
      Trial trial, @Nullable Initializer kernel, @Nullable Initializer bias) {
    return Layers.eachHidden(
        trial,
        layer ->
            layer
                .kernelInitializer(kernel == null ? layer.kernelInitializer() : kernel)
                .biasInitializer(bias == null ? layer.biasInitializer() : bias));
  }
}
