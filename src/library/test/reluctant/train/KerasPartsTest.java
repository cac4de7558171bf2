package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.points;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.data.Dataset;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Elu;
import reluctant.nn.Relu;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adadelta;
import reluctant.optimizers.Adagrad;
import reluctant.optimizers.Adam;
import reluctant.optimizers.AdamW;
import reluctant.optimizers.Adamax;
import reluctant.optimizers.ExponentialDecay;
import reluctant.optimizers.Ftrl;
import reluctant.optimizers.InverseTimeDecay;
import reluctant.optimizers.Lion;
import reluctant.optimizers.Nadam;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.PiecewiseConstantDecay;
import reluctant.optimizers.PolynomialDecay;
import reluctant.optimizers.RMSprop;
import reluctant.optimizers.SGD;

/** What each part of a fit is called in Keras. */
class KerasPartsTest {

  private static final Dataset DATA = points(new double[][] {{0, 1}, {2, 3}});

  private static String program(Fit fit) {
    return new Trial(Sequential.of(1, new Dense(1)), DATA, fit, 1).toKeras();
  }

  private static Fit fit(Loss loss) {
    return new Fit(new SGD(0.1), loss, 3, 2);
  }

  static Stream<Arguments> optimizers() {
    var sgd = new SGD(0.1);
    String scheduled = "SGD(learning_rate=keras.optimizers.schedules.";
    return Stream.of(
        Arguments.of(
            new SGD(0.1, 0.9, true), "SGD(learning_rate=0.1, momentum=0.9, nesterov=True)"),
        Arguments.of(
            new Adam(0.1, 0.8, 0.9, 0.5, true),
            "Adam(learning_rate=0.1, beta_1=0.8, beta_2=0.9, epsilon=0.5, amsgrad=True)"),
        Arguments.of(
            new AdamW(new Adam(0.1, 0.8, 0.9, 0.5), 0.25),
            "AdamW(learning_rate=0.1, beta_1=0.8, beta_2=0.9, epsilon=0.5, weight_decay=0.25)"),
        Arguments.of(
            new Adamax(0.1, 0.8, 0.9, 0.5),
            "Adamax(learning_rate=0.1, beta_1=0.8, beta_2=0.9, epsilon=0.5)"),
        Arguments.of(
            new Nadam(0.1, 0.8, 0.9, 0.5),
            "Nadam(learning_rate=0.1, beta_1=0.8, beta_2=0.9, epsilon=0.5)"),
        Arguments.of(
            new RMSprop(0.1, 0.8, 0.5, 0.25, true),
            "RMSprop(learning_rate=0.1, rho=0.8, momentum=0.5, epsilon=0.25, centered=True)"),
        Arguments.of(
            new Adagrad(0.1, 0.5, 0.25),
            "Adagrad(learning_rate=0.1, initial_accumulator_value=0.5, epsilon=0.25)"),
        Arguments.of(
            new Adadelta(0.1, 0.8, 0.25), "Adadelta(learning_rate=0.1, rho=0.8, epsilon=0.25)"),
        Arguments.of(new Lion(0.1, 0.8, 0.9), "Lion(learning_rate=0.1, beta_1=0.8, beta_2=0.9)"),
        Arguments.of(
            new Ftrl(0.1, -0.5, 0.2, 0.3, 0.4, 0.5, 0.6),
            "Ftrl(learning_rate=0.1, learning_rate_power=-0.5, initial_accumulator_value=0.2,"
                + " l1_regularization_strength=0.3, l2_regularization_strength=0.4,"
                + " l2_shrinkage_regularization_strength=0.5, beta=0.6)"),
        Arguments.of(
            sgd.clipValue(1).clipNorm(2).globalClipNorm(3),
            "SGD(learning_rate=0.1, global_clipnorm=3.0, clipnorm=2.0, clipvalue=1.0)"),
        Arguments.of(
            sgd.learningRate(new ExponentialDecay(0.1, 20, 0.5, true)),
            scheduled + "ExponentialDecay(0.1, 20, 0.5, staircase=True))"),
        Arguments.of(
            sgd.learningRate(new InverseTimeDecay(0.1, 20, 0.5)),
            scheduled + "InverseTimeDecay(0.1, 20, 0.5))"),
        Arguments.of(
            sgd.learningRate(new PolynomialDecay(0.1, 20, 0.05, 2, true)),
            scheduled + "PolynomialDecay(0.1, 20, 0.05, power=2.0, cycle=True))"),
        Arguments.of(
            sgd.learningRate(new PiecewiseConstantDecay(0.1).after(20, 0.05)),
            scheduled + "PiecewiseConstantDecay([20], [0.1, 0.05]))"));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void optimizersHaveAllTheirSettings(Optimizer optimizer, String python) {
    assertThat(program(fit(Loss.MSE).optimizer(optimizer)))
        .contains("compile(optimizer=keras.optimizers." + python + ", loss=");
  }

  @Test
  void activationsWithSettingsAreLayers() {
    Sequential model =
        Sequential.of(
            1,
            new Dense(2, new Relu(0.5, 6, 1)),
            new Dense(2, new Relu(0, Double.POSITIVE_INFINITY, 0)),
            new Dense(2, new Elu(0.5)),
            new Dropout(0.25),
            new Dense(1, Activation.ABS));
    assertThat(new Trial(model, DATA, fit(Loss.MSE), 1).toKeras())
        .contains(
            """
                keras.layers.Dense(2),
                keras.layers.ReLU(max_value=6.0, negative_slope=0.5, threshold=1.0),
                keras.layers.Dense(2),
                keras.layers.ReLU(),
                keras.layers.Dense(2),
                keras.layers.ELU(alpha=0.5),
                keras.layers.Dropout(rate=0.25),
                keras.layers.Dense(1, activation=keras.ops.abs),
            """);
  }

  @Test
  void lossesWithSettingsAreObjects() {
    String huber = "loss=keras.losses.Huber(delta=2.0))";
    String binary = "loss=keras.losses.BinaryCrossentropy(from_logits=True))";
    String classes = "loss=keras.losses.CategoricalCrossentropy(from_logits=True))";
    assertThat(program(fit(new Huber(2)))).contains(huber);
    assertThat(program(fit(Loss.BINARY_CROSSENTROPY_FROM_LOGITS))).contains(binary);
    assertThat(program(fit(Loss.CATEGORICAL_CROSSENTROPY_FROM_LOGITS))).contains(classes);
  }

  @Test
  void metricsAreMeasuredInTheirOrder() {
    Metric own = new BinaryAccuracy(0.25);
    assertThat(program(fit(Loss.MSE).metrics(Metric.CATEGORICAL_ACCURACY, own, Loss.MAE)))
        .contains(
            "metrics=[keras.metrics.CategoricalAccuracy(),"
                + " keras.metrics.BinaryAccuracy(threshold=0.25), \"mean_absolute_error\"])");
    assertThat(program(fit(Loss.MSE))).doesNotContain("metrics=");
  }

  @Test
  void validationDataAreGivenToo() {
    assertThat(program(fit(Loss.MSE).validationData(points(new double[][] {{4, 5}}))))
        .contains(
            """
            validation_x = np.array([
                [4],
            ], "float64")
            validation_y = np.array([
                [5],
            ], "float64")
            """)
        .contains("validation_data=(validation_x, validation_y), verbose");
    assertThat(program(fit(Loss.MSE))).doesNotContain("validation");
  }

  @Test
  void aFitMayStopEarly() {
    Fit stopping = fit(Loss.MSE).shuffle(false).earlyStopping(new EarlyStopping(7, 0.5, true));
    assertThat(program(stopping))
        .contains("batch_size=2, shuffle=False, callbacks=[keras.callbacks.EarlyStopping(")
        .contains(
            "EarlyStopping(monitor=\"loss\", patience=7, min_delta=0.5, restore_best_weights=True)]");
    Fit validated = stopping.validationData(DATA).earlyStopping(new EarlyStopping(7, 0, false));
    assertThat(program(validated)).doesNotContain("UntilLoss");
    assertThat(program(validated)).contains("EarlyStopping(monitor=\"val_loss\", patience=7)]");
  }
}
