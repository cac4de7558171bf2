package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static reluctant.data.Distribution.DISK;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.amplitudeSpectrum;
import static reluctant.data.Problems.dft;
import static reluctant.data.Problems.euclideanDistance;
import static reluctant.data.Problems.firFilter;
import static reluctant.data.Problems.oneRelu;
import static reluctant.data.Problems.xor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.data.Dataset;
import reluctant.data.LeastSquares;
import reluctant.data.Signal;
import reluctant.nn.Activation;
import reluctant.nn.Backpropagation;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Elu;
import reluctant.nn.Given;
import reluctant.nn.Initializer;
import reluctant.nn.L1L2;
import reluctant.nn.Layer;
import reluctant.nn.LeakyRelu;
import reluctant.nn.Mirrored;
import reluctant.nn.MixedActivations;
import reluctant.nn.NecroRelu;
import reluctant.nn.Network;
import reluctant.nn.NonNegativeStart;
import reluctant.nn.PReLU;
import reluctant.nn.RandomNormal;
import reluctant.nn.RandomStream;
import reluctant.nn.RandomUniform;
import reluctant.nn.Relu;
import reluctant.nn.Repulsion;
import reluctant.nn.Sequential;
import reluctant.nn.SpreadDirections;
import reluctant.nn.SpreadSigns;
import reluctant.nn.TruncatedNormal;
import reluctant.nn.VarianceScaling;
import reluctant.optimizers.SGD;

/** Bad input is refused in one sentence that names the argument, what was received and the cure. */
@SuppressWarnings("NullAway") // Callers need not be checked for null: that is what is tried here.
class BadInputTest {

  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Sequential LINE = Sequential.of(1, new Dense(1));
  private static final Network NETWORK = LINE.initialize(0);
  private static final Dataset DATA = absoluteValue(4, 1);
  private static final Fit FIT = new Fit(new SGD(), Loss.MSE, 1, 2);

  private static final Run RUN = new Trial(LINE, DATA, FIT, 0).run();
  private static final History HISTORY = RUN.history();

  private static Arguments bad(String message, ThrowingCallable call) {
    return Arguments.of(message, call);
  }

  static Stream<Arguments> layers() {
    return Stream.of(
        bad("units must be at least 1. Received: 0", () -> new Dense(0)),
        bad("units must be at least 1. Received: -3", () -> new Dense(-3, Activation.RELU)),
        bad("activation is empty", () -> new Dense(1, null)),
        bad("activation is empty", () -> new Dense(1).activation(null)),
        bad("kernelInitializer is empty", () -> new Dense(1).kernelInitializer(null)),
        bad("biasInitializer is empty", () -> new Dense(1).biasInitializer(null)),
        bad("kernelRegularizer is empty", () -> new Dense(1).kernelRegularizer(null)),
        bad("kernelConstraint is empty", () -> new Dense(1).kernelConstraint(null)),
        bad("rate must be at least 0 and below 1. Received: 1.0", () -> new Dropout(1)),
        bad("rate must be at least 0 and below 1. Received: -0.1", () -> new Dropout(-0.1)),
        bad("rate must be at least 0 and below 1. Received: NaN", () -> new Dropout(NAN)),
        bad("alphaInitializer is empty", () -> new PReLU(null)),
        bad("the number of activations must be at least 1", () -> new MixedActivations()),
        bad("negativeSlope must be a finite number. Received: NaN", () -> new LeakyRelu(NAN)),
        bad("negativeSlope must be a finite number", () -> new NecroRelu(INFINITY)),
        bad("alpha must be a finite number. Received: -Infinity", () -> new Elu(-INFINITY)),
        bad("negativeSlope must be a finite number", () -> new Relu(NAN, 1, 0)),
        bad("maxValue must be a finite number of at least 0", () -> new Relu(0, -1, 0)),
        bad("maxValue must be a finite number of at least 0", () -> new Relu(0, NAN, 0)),
        bad("threshold must be a finite number", () -> new Relu(0, 1, INFINITY)),
        bad("l1 must be a finite number of at least 0. Received: -1.0", () -> L1L2.l1(-1)),
        bad("l2 must be a finite number of at least 0. Received: NaN", () -> L1L2.l2(NAN)),
        bad("strength must be a finite number of at least 0", () -> new Repulsion(-1)));
  }

  static Stream<Arguments> initializers() {
    UniformRandomProvider random = RandomStream.DATA.of(0);
    return Stream.of(
        bad("value must be a finite number. Received: NaN", () -> new Constant(NAN)),
        bad("minimum must be a finite number", () -> new RandomUniform(NAN, 1)),
        bad("maximum must be a finite number", () -> new RandomUniform(0, INFINITY)),
        bad("maximum must not be below minimum, 2.0. Received: 1.0", () -> new RandomUniform(2, 1)),
        bad(
            "maximum - minimum must be a finite number",
            () -> new RandomUniform(-1.7e308, 1.7e308)),
        bad("mean must be a finite number", () -> new RandomNormal(NAN, 1)),
        bad("deviation must be a finite number of at least 0", () -> new RandomNormal(0, -1)),
        bad("deviation must be a finite number of at least 0", () -> new TruncatedNormal(0, NAN)),
        bad("mean must be a finite number", () -> new TruncatedNormal(INFINITY, 0)),
        bad("scale must be a finite number above 0. Received: 0.0", () -> scaling(0)),
        bad("scale must be a finite number above 0. Received: Infinity", () -> scaling(INFINITY)),
        bad("mode is empty", () -> new VarianceScaling(1, null, null)),
        bad("of is empty", () -> new SpreadSigns(null)),
        bad("of is empty", () -> new SpreadDirections(null)),
        bad("of is empty", () -> new Mirrored(null)),
        bad("of is empty", () -> new NonNegativeStart(null)),
        bad("rows is empty", () -> Given.of(null)),
        bad("the number of rows must be at least 1. Received: 0", () -> Given.of(new double[0][])),
        bad("row 1 is empty", () -> Given.of(new double[][] {{1}, null})),
        bad("the length of row 0 must be at least 1", () -> Given.of(new double[1][0])),
        bad("rows must have the same length", () -> Given.of(new double[][] {{1}, {1, 2}})),
        bad("row is empty", () -> Given.row((double[]) null)),
        bad("a number in row 0 must be a finite number. Received: NaN", () -> Given.row(NAN)),
        bad(
            "the given numbers must be (inputs x units) = (1 x 2) here. Received: (1 x 1)",
            () -> start(1, new Dense(2).kernelInitializer(Given.row(1)))),
        bad(
            "directions can be spread over 2 inputs only",
            () -> new SpreadDirections(Initializer.ONES).fill(new DMatrixRMaj(3, 2), random)));
  }

  private static void scaling(double scale) {
    var unused =
        new VarianceScaling(
            scale, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.UNIFORM);
  }

  private static void start(int inputs, Layer... layers) {
    Sequential.of(inputs, layers).initialize(0);
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        bad("inputs must be at least 1. Received: 0", () -> Sequential.of(0, new Dense(1))),
        bad("the number of layers must be at least 1. Received: 0", () -> Sequential.of(1)),
        bad("layers is empty", () -> Sequential.of(1, (Layer[]) null)),
        bad("a layer is empty", () -> new Sequential(1, Arrays.asList((Layer) null))),
        bad("a layer is empty", () -> Sequential.of(1, new Dense(1), null)),
        bad("layers is empty", () -> new Sequential(1, null)),
        bad("a kernel must hold at most", () -> start(100_000, new Dense(100_000))),
        bad(
            "the model must have at most",
            () -> start(10_000, new Dense(13_000), new Dense(10_000), new Dense(13_000))),
        bad("layer must be from 0 to 1. Received: 2", () -> LINE.inputsOf(2)),
        bad("parameters must hold 2 numbers", () -> new Network(LINE, new double[3])),
        bad("parameters is empty", () -> new Network(LINE, null)),
        bad("model is empty", () -> new Network(null, new double[2])),
        bad("layer must be from 0 to 0. Received: 1", () -> NETWORK.kernel(1)),
        bad("layer must be from 0 to 0. Received: -1", () -> NETWORK.bias(-1)),
        bad("layer must be one with a alpha", () -> NETWORK.alpha(0)),
        bad("x is empty", () -> NETWORK.predict((SimpleMatrix) null)),
        bad("sample is empty", () -> NETWORK.predict((double[]) null)),
        bad("x must have a column for each of the 1 inputs", () -> NETWORK.predict(1, 2)),
        bad("the number of samples must be at least 1", () -> predict(0)),
        bad("layer must be from 0 to 0. Received: 7", () -> NETWORK.outputs(7, x(1))),
        bad("layer must be from 0 to 0. Received: 7", () -> NETWORK.preActivations(7, x(1))),
        bad("x is empty", () -> NETWORK.outputs(0, null)),
        bad("batchSize must be at least 1. Received: 0", () -> new Backpropagation(LINE, 0)),
        bad("batchSize must be at most 134217728 where", () -> work(LINE, Integer.MAX_VALUE)),
        bad(
            "batchSize must be at most 1342177 where a layer has 100 features, use smaller"
                + " batches.",
            () -> work(Sequential.of(1, new Dense(100)), 1_342_178)),
        bad("model is empty", () -> new Backpropagation(null, 1)),
        bad("random is empty", () -> new Backpropagation(LINE, 1, null)),
        bad("parameters is empty", () -> work(2).forward(null, matrix(1, 1))),
        bad(
            "parameters must hold the 2 numbers of the model. Received: 3",
            () -> work(2).forward(new double[3], matrix(1, 1))),
        bad(
            "x must have 1 to 2 rows, a row for each sample of a batch. Received: (3 x 1)",
            () -> work(2).forward(new double[2], matrix(3, 1))),
        bad(
            "x must be (2 x 1), a row for each sample. Received: (2 x 2)",
            () -> work(2).forward(new double[2], matrix(2, 2))),
        bad(
            "delta must be (0 x 1), a row for each sample. Received: (1 x 1)",
            () -> work(2).backward(matrix(1, 1), new double[2])),
        bad("layer must be from 0 to 0. Received: 1", () -> work(2).delta(1)),
        bad("layer must be from 0 to 0. Received: -1", () -> work(2).preActivations(-1)),
        bad("file is empty", () -> NETWORK.save(null)),
        bad("file is empty", () -> Network.load(null)));
  }

  private static void step(DMatrixRMaj x, DMatrixRMaj y) {
    new Trainer(NETWORK, FIT).step(x, y);
  }

  private static DMatrixRMaj matrix(int rows, int columns) {
    return new DMatrixRMaj(rows, columns);
  }

  private static void work(Sequential model, int batchSize) {
    var unused = new Backpropagation(model, batchSize);
  }

  private static Backpropagation work(int batchSize) {
    return new Backpropagation(LINE, batchSize);
  }

  private static SimpleMatrix x(int samples) {
    return new SimpleMatrix(samples, 1);
  }

  private static void predict(int samples) {
    NETWORK.predict(x(samples));
  }

  static Stream<Arguments> data() {
    return Stream.of(
        bad("samples must be at least 2. Received: 1", () -> absoluteValue(1, 1)),
        bad("limit must be a finite number above 0. Received: 0.0", () -> absoluteValue(2, 0)),
        bad("limit must be a finite number above 0. Received: NaN", () -> absoluteValue(2, NAN)),
        bad("samples must be at least 1. Received: 0", () -> euclideanDistance(0, DISK)),
        bad("distribution is empty", () -> euclideanDistance(1, null)),
        bad("samples must be at least 1. Received: 0", () -> firFilter(0, Signal.WHITE, 1)),
        bad("signal is empty", () -> firFilter(1, null, 1)),
        bad("the number of taps must be at least 1", () -> firFilter(1, Signal.WHITE)),
        bad("tap 1 must be a finite number. Received: NaN", () -> firFilter(1, Signal.AR1, 1, NAN)),
        bad("noise must be a finite number of", () -> firFilter(1, Signal.AR1, 1).noise(-1)),
        bad("samples must be at least 1. Received: 0", () -> dft(0, 1)),
        bad("size must be at least 1. Received: 0", () -> amplitudeSpectrum(1, 0)),
        bad("samples must be at least 1. Received: 0", () -> xor(0, 1)),
        bad("noise must be a finite number of at least 0", () -> xor(1, -1)),
        bad("kernel must be a finite number. Received: NaN", () -> oneRelu(1, NAN, 1)),
        bad("bias must be a finite number. Received: NaN", () -> oneRelu(2, 1, 1, NAN)),
        bad("samples must be at least 2. Received: 1", () -> oneRelu(1, 1, 1, 1)),
        bad("data is empty", () -> LeastSquares.of(null)),
        bad("name is empty", () -> new Dataset(null, x(1), x(1))),
        bad("inputs is empty", () -> new Dataset("d", null, x(1))),
        bad("targets is empty", () -> new Dataset("d", x(1), null)),
        bad("the number of rows of inputs must be at least 1", () -> data(x(0), x(0))),
        bad("the number of columns of targets", () -> data(x(1), new SimpleMatrix(1, 0))),
        bad("inputs and targets must have the same number of rows", () -> data(x(1), x(2))),
        bad(
            "targets in row 0, column 0 must be a finite number. Received: NaN",
            () -> data(x(1), SimpleMatrix.filled(1, 1, NAN))),
        bad(
            "inputs in row 0, column 0 must be a finite number. Received: Infinity",
            () -> data(SimpleMatrix.filled(1, 1, INFINITY), x(1))));
  }

  private static void data(SimpleMatrix inputs, SimpleMatrix targets) {
    var unused = new Dataset("d", inputs, targets);
  }

  static Stream<Arguments> training() {
    return Stream.of(
        bad("optimizer is empty", () -> new Fit(null, Loss.MSE, 1, 1)),
        bad("loss is empty", () -> new Fit(new SGD(), null, 1, 1)),
        bad("epochs must be at least 1. Received: 0", () -> FIT.epochs(0)),
        bad("batchSize must be at least 1. Received: 0", () -> FIT.batchSize(0)),
        bad(
            "batchSize must be at most 134217728 where a layer has 1 features",
            () -> new Trainer(NETWORK, FIT.batchSize(Integer.MAX_VALUE))),
        bad("start is empty", () -> new Trainer(null, FIT)),
        bad("fit is empty", () -> new Trainer(NETWORK, null)),
        bad("x is empty", () -> step(null, matrix(1, 1))),
        bad("y is empty", () -> step(matrix(1, 1), null)),
        bad(
            "y must be (2 x 1), a row for each sample. Received: (8 x 1)",
            () -> step(matrix(2, 1), matrix(8, 1))),
        bad(
            "x must be (1 x 1), a row for each sample. Received: (1 x 2)",
            () -> step(matrix(1, 2), matrix(1, 1))),
        bad(
            "x must be (1 x 1), a row for each sample. Received: (1 x 2)",
            () -> step(matrix(1, 2), matrix(1, 2))),
        bad("x must have 1 to 2 rows", () -> step(matrix(3, 1), matrix(3, 1))),
        bad("x must have 1 to 2 rows", () -> step(matrix(0, 1), matrix(0, 1))),
        bad("index must choose one, but there are none", () -> new Trainer(NETWORK, FIT).metric(0)),
        bad(
            "the network must be of the trial's model, Sequential.of(1, new Dense(1)). Received: ",
            () -> new Run(RUN.trial(), Sequential.of(1, new Dense(2)).initialize(0), HISTORY)),
        bad("metrics is empty", () -> FIT.metrics((Loss[]) null)),
        bad("a metric is empty", () -> FIT.metrics(Loss.MAE, null)),
        bad("validationData is empty", () -> FIT.validationData(null)),
        bad("earlyStopping is empty", () -> FIT.earlyStopping(null)),
        bad("untilLoss must be a finite number of at least 0", () -> FIT.untilLoss(-1)),
        bad("untilLoss must be a finite number of at least 0", () -> FIT.untilLoss(Double.NaN)),
        bad("patience must be at least 1. Received: 0", () -> new EarlyStopping(0)),
        bad("minDelta must be a finite number of at least 0", () -> new EarlyStopping(1, -1, true)),
        bad("delta must be a finite number above 0. Received: 0.0", () -> new Huber(0)),
        bad("model is empty", () -> new Trial(null, DATA, FIT, 0)),
        bad("data is empty", () -> new Trial(LINE, null, FIT, 0)),
        bad("fit is empty", () -> new Trial(LINE, DATA, null, 0)),
        bad(
            "the model's inputs must be as many as the data's, 1. Received: 2",
            () -> new Trial(Sequential.of(2, new Dense(1)), DATA, FIT, 0)),
        bad(
            "the model's outputs must be as many as the data's, 1. Received: 3",
            () -> new Trial(Sequential.of(1, new Dense(3)), DATA, FIT, 0)),
        bad("callback is empty", () -> new Trial(LINE, DATA, FIT, 0).run(null)),
        bad(
            "metric must be one of those that the fit measures, []. Received: MAE",
            () -> new Trial(LINE, DATA, FIT, 0).run().history().metric(Loss.MAE)),
        bad("network is empty", () -> Gradient.of(null, Loss.MSE, DATA)),
        bad("loss is empty", () -> Gradient.of(NETWORK, null, DATA)),
        bad("data is empty", () -> Gradient.of(NETWORK, Loss.MSE, null)),
        bad(
            "the model's inputs must be as many as the data's, 2. Received: 1",
            () -> Gradient.of(NETWORK, Loss.MSE, new Dataset("d", new SimpleMatrix(3, 2), x(3)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"layers", "initializers", "networks", "data", "training"})
  void isRefusedInOneSentence(String message, ThrowingCallable call) {
    Throwable refusal = catchThrowable(call);
    assertThat(refusal).isExactlyInstanceOf(IllegalArgumentException.class);
    assertThat(refusal).hasMessageStartingWith(message).hasMessageContaining("Received: ");
    assertThat(List.of(refusal.getMessage().split("\n", -1))).hasSize(1);
  }
}
