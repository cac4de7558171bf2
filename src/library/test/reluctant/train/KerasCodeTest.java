package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static reluctant.data.Problems.points;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.nn.Constant;
import reluctant.nn.Constraint;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Initializer;
import reluctant.nn.L1L2;
import reluctant.nn.Layer;
import reluctant.nn.LeakyRelu;
import reluctant.nn.MixedActivations;
import reluctant.nn.NecroRelu;
import reluctant.nn.PReLU;
import reluctant.nn.RandomNormal;
import reluctant.nn.RandomUniform;
import reluctant.nn.Repulsion;
import reluctant.nn.Sequential;
import reluctant.nn.TruncatedNormal;
import reluctant.optimizers.Adam;
import reluctant.optimizers.Rprop;
import reluctant.optimizers.SGD;

/**
 * What a trial is in Keras. {@code -Dkeras.python=PROGRAM} names a Python with Keras 3, which then
 * runs the program of each golden run.
 */
class KerasCodeTest {
  private static final double SINGLE = 1e-6;

  @TempDir private Path folder;

  private static Trial trial(Layer... layers) {
    return new Trial(
        Sequential.of(2, layers),
        points(new double[][] {{0, 0.5, 1}, {1, -2, 0}}),
        new Fit(new Adam(0.01), MSE, 3, 2),
        7);
  }

  private static Dense given(Dense dense, double... column) {
    return dense.kernelInitializer(Given.column(column));
  }

  @Test
  void itIsAProgramWithItsDataAndItsFirstWeights() {
    Trial trial = trial(given(new Dense(1, RELU), 1, -0.5));
    assertThat(trial.fit(trial.fit().untilLoss(0.25)).toKeras())
        .isEqualTo(
            """
            import os

            os.environ["JAX_ENABLE_X64"] = "1"  # of use where Keras runs on JAX
            import keras
            import numpy as np

            keras.config.set_floatx("float64")  # Keras computes in float32 without this line

            x = np.array([
                [0, 0.5],
                [1, -2],
            ], "float64")
            y = np.array([
                [1],
                [0],
            ], "float64")

            model = keras.Sequential([
                keras.Input((2,)),
                keras.layers.Dense(1, activation="relu"),
            ])

            # The first weights of seed 7: without these lines Keras draws its own.
            model.set_weights([np.array([
                [1],
                [-0.5],
            ], "float64"), np.array([0], "float64")])


            class UntilLoss(keras.callbacks.Callback):
                def __init__(self, enough):
                    super().__init__()
                    self.enough = enough

                def on_epoch_end(self, epoch, logs):
                    self.model.stop_training = logs["loss"] <= self.enough


            model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.01, beta_1=0.9, \
            beta_2=0.999, epsilon=1.0E-7), loss="mean_squared_error")
            history = model.fit(x, y, epochs=3, batch_size=2, callbacks=[UntilLoss(0.25)], verbose=0)
            print(history.history["loss"][-1])
            """);
  }

  @Test
  void whatIsNotTrainedIsSaid() {
    String program =
        trial(
                new Dense(2, RELU).trainable(false),
                new Dense(2, new LeakyRelu(0.1)).kernelTrainable(false),
                new PReLU().trainable(false),
                new Dense(2).biasTrainable(false),
                new Dense(2).useBias(false).biasTrainable(false),
                new Dense(1).useBias(false).kernelTrainable(false))
            .toKeras();
    assertThat(program)
        .contains(
            """
                keras.layers.Dense(2, activation="relu", trainable=False),
                keras.layers.Dense(2),
                keras.layers.LeakyReLU(negative_slope=0.1),
                keras.layers.PReLU(trainable=False),
                keras.layers.Dense(2),
                keras.layers.Dense(2, use_bias=False),
                keras.layers.Dense(1, use_bias=False),
            ])
            model.layers[1].kernel.trainable = False
            model.layers[4].bias.trainable = False
            model.layers[6].kernel.trainable = False

            """);
  }

  @Test
  void startsAndPenaltiesAreNamedAsKerasNamesThem() {
    assertThat(
            trial(
                    new Dense(2)
                        .kernelInitializer(new RandomUniform(-1, 0.5))
                        .biasInitializer(new Constant(3)),
                    new Dense(2)
                        .kernelInitializer(new RandomNormal(0, 0.5))
                        .kernelRegularizer(new L1L2(0.25, 0.5)),
                    new Dense(2)
                        .kernelInitializer(new TruncatedNormal(1, 2))
                        .kernelConstraint(Constraint.NON_NEGATIVE),
                    new Dense(1).kernelInitializer(Initializer.HE_NORMAL))
                .toKeras())
        .contains(
            """
                keras.layers.Dense(2, \
            kernel_initializer=keras.initializers.RandomUniform(minval=-1.0, maxval=0.5), \
            bias_initializer=keras.initializers.Constant(value=3.0)),
                keras.layers.Dense(2, \
            kernel_initializer=keras.initializers.RandomNormal(mean=0.0, stddev=0.5), \
            kernel_regularizer=keras.regularizers.L1L2(l1=0.25, l2=0.5)),
                keras.layers.Dense(2, \
            kernel_initializer=keras.initializers.TruncatedNormal(mean=1.0, stddev=2.0), \
            kernel_constraint=keras.constraints.NonNeg()),
                keras.layers.Dense(1, kernel_initializer=keras.initializers.VarianceScaling(\
            scale=2.0, mode="fan_in", distribution="truncated_normal")),
            """);
  }

  @Test
  void fitsFollowEachOther() {
    Fit second = new Fit(new SGD(0.5), Loss.MAE, 9, 1).untilLoss(0.5);
    assertThat(trial(new Dense(1)).then(second).toKeras())
        .endsWith(
            """


            model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.01, beta_1=0.9, \
            beta_2=0.999, epsilon=1.0E-7), loss="mean_squared_error")
            history = model.fit(x, y, epochs=3, batch_size=2, verbose=0)

            model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.5), \
            loss="mean_absolute_error")
            history = model.fit(x, y, epochs=9, batch_size=1, callbacks=[UntilLoss(0.5)], verbose=0)
            print(history.history["loss"][-1])
            """);
  }

  /** Trials that no golden run is like. */
  static Stream<Trial> others() {
    var penalty = new L1L2(0.1, 0.01);
    Fit moving = new Fit(new SGD(0.1, 0.9), Loss.LOG_COSH, 40, 1).shuffle(false);
    return Stream.of(
        trial(new Dense(3, RELU), new Dense(1)).then(moving).then(moving.untilLoss(0.01)),
        trial(
            new Dense(3, RELU).kernelRegularizer(penalty).trainable(false),
            new Dense(3, new LeakyRelu(0.1)).kernelTrainable(false).kernelRegularizer(penalty),
            new PReLU(new Constant(0.25)).trainable(false),
            new Dense(3).biasTrainable(false).kernelRegularizer(penalty),
            new Dense(1).kernelConstraint(Constraint.NON_NEGATIVE).kernelTrainable(false)));
  }

  @TestFactory
  @EnabledIfSystemProperty(named = "keras.python", matches = ".+")
  Stream<DynamicTest> kerasEndsWithOurLossInOtherTrials() {
    return others()
        .map(each -> each.fit(each.fit().shuffle(false)))
        .map(each -> dynamicTest(each.toString(), () -> endsAlike(each)));
  }

  static Stream<Trial> strange() {
    Trial usual = trial(new Dense(1));
    return Stream.of(
        trial(new Dense(2), new MixedActivations(RELU), new Dense(1)),
        trial(new Dense(1, new NecroRelu(0.1))),
        trial(new Dense(2).kernelRegularizer(new Repulsion(1)), new Dense(1)),
        usual.optimizer(new Rprop()),
        usual.optimizer(new SGD(0.1).learningRate(new Own())));
  }

  private record Own() implements reluctant.optimizers.Schedule {
    @Override
    public double rate(long step) {
      return 0.1;
    }

    @Override
    public Own startingAt(double rate) {
      return this;
    }
  }

  @ParameterizedTest
  @MethodSource("strange")
  void whatKerasHasNotIsRefusedInOneSentence(Trial trial) {
    assertThatThrownBy(trial::toKeras)
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "\\w+ must be some that Keras has, to become its code. Received: \\S.*");
  }

  private static List<GoldenCase> golden() throws IOException {
    var all = new ArrayList<GoldenCase>();
    for (String file : List.of("keras-golden.json", "keras-classification.json")) {
      try (InputStream in = KerasCodeTest.class.getResourceAsStream("/golden/" + file)) {
        for (JsonNode run : new ObjectMapper().readTree(in).get("training")) {
          all.add(GoldenCase.of(run));
        }
      }
    }
    return all;
  }

  /** The run as ours: its logarithm of the hyperbolic cosine is not rounded as Keras does. */
  private static Trial trial(GoldenCase golden) {
    Fit fit = golden.fit();
    boolean rounded = fit.loss() instanceof GoldenCase.KerasLogCosh;
    return new Trial(golden.model(), golden.data(), rounded ? fit.loss(Loss.LOG_COSH) : fit, 0);
  }

  @Test
  void everyGoldenRunHasItsProgram() throws IOException {
    assertThat(golden()).allSatisfy(each -> assertThat(trial(each).toKeras()).contains("fit("));
  }

  @TestFactory
  @EnabledIfSystemProperty(named = "keras.python", matches = ".+")
  Stream<DynamicTest> kerasEndsWithOurLoss() throws IOException {
    return golden().stream()
        .filter(each -> !each.fit().shuffle())
        .map(each -> dynamicTest(each.data().name(), () -> endsAlike(trial(each))));
  }

  private void endsAlike(Trial trial) throws IOException, InterruptedException {
    Path program = Files.writeString(folder.resolve("program.py"), trial.toKeras());
    Path said = folder.resolve("said");
    var python = new ProcessBuilder(System.getProperty("keras.python"), program.toString());
    python.environment().putIfAbsent("KERAS_BACKEND", "tensorflow");
    python.redirectOutput(said.toFile()).redirectError(folder.resolve("errors").toFile());
    assertThat(python.start().waitFor()).withFailMessage(() -> trial.toKeras()).isZero();
    double loss = Double.parseDouble(Files.readString(said).strip());
    double ours = trial.run().history().finalLoss();
    assertThat(loss).isCloseTo(ours, within(SINGLE * Math.max(1, Math.abs(ours))));
  }
}
