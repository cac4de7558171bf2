package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Distribution.SQUARE;
import static reluctant.data.Distribution.halfNormal;
import static reluctant.data.Distribution.normal;
import static reluctant.data.Inputs.at;
import static reluctant.data.Inputs.bits;
import static reluctant.data.Inputs.coins;
import static reluctant.data.Inputs.grid;
import static reluctant.data.Inputs.normal;
import static reluctant.data.Inputs.sample;
import static reluctant.data.Inputs.uniform;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.amplitudeSpectrum;
import static reluctant.data.Problems.csv;
import static reluctant.data.Problems.dft;
import static reluctant.data.Problems.euclideanDistance;
import static reluctant.data.Problems.firFilter;
import static reluctant.data.Problems.formula;
import static reluctant.data.Problems.oneRelu;
import static reluctant.data.Problems.points;
import static reluctant.data.Problems.xor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.JavaShell;
import reluctant.data.Problem;
import reluctant.data.Signal;
import reluctant.nn.Activation;
import reluctant.nn.Constant;
import reluctant.nn.Constraint;
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
import reluctant.nn.NonNegativeStart;
import reluctant.nn.PReLU;
import reluctant.nn.RandomNormal;
import reluctant.nn.RandomUniform;
import reluctant.nn.RandomizedAsymmetric;
import reluctant.nn.Regularizer;
import reluctant.nn.Relu;
import reluctant.nn.Repulsion;
import reluctant.nn.Sequential;
import reluctant.nn.SpreadDirections;
import reluctant.nn.SpreadSigns;
import reluctant.nn.TruncatedNormal;
import reluctant.nn.VarianceScaling;
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
import reluctant.optimizers.Rprop;
import reluctant.optimizers.SGD;

/** A printed value, pasted back as Java, is the same value. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintedJavaTest {

  private static final String SHA_256 = "0123456789abcdef".repeat(4);

  private final JavaShell shell = new JavaShell();

  @BeforeAll
  void imports() {
    shell.run(
        """
        import reluctant.nn.*;
        import reluctant.optimizers.*;
        import reluctant.data.*;
        import reluctant.train.*;
        import static reluctant.nn.Activation.*;
        import static reluctant.nn.Constraint.*;
        import static reluctant.nn.Initializer.*;
        import static reluctant.train.Loss.*;
        import static reluctant.data.Problems.*;
        import static reluctant.data.Distribution.*;
        import static reluctant.data.Inputs.*;
        import static reluctant.data.Signal.*;
        """);
  }

  @AfterAll
  void close() {
    shell.close();
  }

  static List<Activation> activations() {
    var own =
        Stream.of(
            new LeakyRelu(-1e-300),
            new Elu(0.1 + 0.2),
            new NecroRelu(),
            new Relu(0, Double.POSITIVE_INFINITY, 0),
            new Relu(1.0 / 3, 1e22, -0.0));
    return Stream.concat(Constants.of(Activation.class), own).toList();
  }

  static List<Initializer> initializers() {
    var initializers = new ArrayList<Initializer>();
    for (var mode : VarianceScaling.Mode.values()) {
      for (var distribution : VarianceScaling.Distribution.values()) {
        for (double scale : new double[] {0.5, 1, 2}) {
          initializers.add(new VarianceScaling(scale, mode, distribution));
        }
      }
    }
    initializers.addAll(
        List.of(
            Initializer.ZEROS,
            Initializer.ONES,
            new Constant(-0.0),
            new Constant(Math.PI),
            Given.row(1, -0.0, Double.MIN_VALUE),
            Given.column(1, 2, 3),
            Given.of(new double[][] {{1.5, 2}, {-3, 1e-9}}),
            new RandomUniform(),
            new RandomUniform(-2, 1e10),
            new RandomNormal(1, 0.3),
            new TruncatedNormal(-1, 0.3),
            new SpreadSigns(Initializer.HE_NORMAL),
            new SpreadDirections(new RandomNormal()),
            new Mirrored(new RandomNormal(0, 0.5)),
            new NonNegativeStart(new SpreadSigns(Initializer.LECUN_UNIFORM)),
            new RandomizedAsymmetric()));
    return initializers;
  }

  static List<Layer> layers() {
    Regularizer[] regularizers = {
      Regularizer.NONE, L1L2.l1(0.1), L1L2.l2(1e-4), new L1L2(0.5, 2), new Repulsion(0.25)
    };
    var layers = new ArrayList<Layer>();
    for (Regularizer regularizer : regularizers) {
      layers.add(new Dense(2, Activation.TANH).kernelRegularizer(regularizer));
    }
    layers.addAll(
        List.of(
            new Dense(1),
            new Dense(3, new Relu(0.1, 2, 0.5)).useBias(false),
            new Dense(2).biasInitializer(Initializer.ONES).kernelInitializer(Given.row(1, 2)),
            new Dense(2, Activation.RELU).kernelConstraint(Constraint.NON_NEGATIVE),
            new Dropout(0),
            new Dropout(0.3),
            new MixedActivations(Activation.TANH, new LeakyRelu(0.2), Activation.ABS),
            new Dense(2, Activation.RELU).trainable(false),
            new Dense(2).useBias(false).kernelConstraint(Constraint.NON_NEGATIVE).trainable(false),
            new Dense(2).kernelTrainable(false),
            new Dense(2).biasTrainable(false).biasInitializer(Initializer.ONES),
            new PReLU(),
            new PReLU(new Constant(0.25)),
            new PReLU().trainable(false),
            new PReLU(new Constant(0.25)).trainable(false)));
    return layers;
  }

  static List<Optimizer> optimizers() {
    return List.of(
        new SGD(),
        new SGD(0.3, 0.5),
        new SGD(0.3, 0.5, true),
        new SGD(0.3, 0, true),
        new SGD(0.3, -0.0, false),
        new Adam(),
        new Adam(1e-4, 0.8, 0.99, 1e-9),
        new Adam(1e-4, 0.9, 0.999, 1e-7, true),
        new AdamW(),
        new AdamW(new Adam(0.1, 0.5, 0.6, 1e-3), 0),
        new Adamax(),
        new Adamax(1, 0, 0, 1),
        new Nadam(),
        new Nadam(2, 0.1, 0.2, 0.3),
        new RMSprop(),
        new RMSprop(0.1, 0.2, 0.3, 0.4, true),
        new Adagrad(),
        new Adagrad(0.1, 0, 0.5),
        new Adadelta(),
        new Adadelta(1, 0.5, 1e-3),
        new Lion(),
        new Rprop(),
        new Rprop(0.5, 1.5, 0.25, 1e-3, 2),
        new Lion(1e-5, 0.5, 0.6),
        new Ftrl(),
        new Ftrl(0.1, -1, 0, 1, 2, 3, 4),
        new Ftrl(0.1, 0, 0, 0, 0, 0, 0),
        new SGD().learningRate(new ExponentialDecay(0.1, 1000, 0.5)),
        new Nadam().learningRate(new ExponentialDecay(0.1, 1000, 1.0 / 3, true)).clipNorm(1),
        new SGD().clipValue(1).learningRate(new InverseTimeDecay(0.1, 7, 0)),
        new Adam().learningRate(new InverseTimeDecay(0.1, 7, 0.5, true)),
        new Adam().learningRate(new PolynomialDecay(0.1, 7, 0.05)),
        new Adam().learningRate(new PolynomialDecay(0.1, 7, 0.05, 0.5, true)),
        new Adam().learningRate(new PiecewiseConstantDecay(0.1)),
        new Adam().learningRate(new PiecewiseConstantDecay(0.1).after(0, 0.2).after(7, 1e-9)),
        new SGD(0.1, 0.9).clipValue(0.5),
        new Nadam().clipNorm(1),
        new AdamW().globalClipNorm(1e-3).clipValue(2));
  }

  static List<Loss> losses() {
    return Stream.concat(Constants.of(Loss.class), Stream.of(new Huber(), new Huber(0.1))).toList();
  }

  static List<Metric> metrics() {
    return Stream.concat(
            losses().stream(),
            Stream.concat(Constants.of(Metric.class), Stream.of(new BinaryAccuracy(-0.0))))
        .toList();
  }

  /** Fits and trials that use all of the above. */
  static Stream<Object> fitsAndTrials() {
    var hidden = layers().toArray(new Layer[0]);
    Layer[] all = Arrays.copyOf(hidden, hidden.length + 1);
    all[hidden.length] = new Dense(1);
    var plain = new Fit(new Adam(), Loss.MSE, 1000, 32);
    var rich =
        new Fit(new Adam().clipNorm(2), new Huber(2), 7, 1)
            .shuffle(false)
            .metrics(metrics().toArray(new Metric[0]))
            .validationData(absoluteValue(9, 1.0 / 3))
            .earlyStopping(new EarlyStopping(3, 0.5, false))
            .untilLoss(0.1 + 0.2);
    return Stream.of(
        plain,
        rich,
        plain.then(plain.untilLoss(0.5)).then(plain.earlyStopping(new EarlyStopping(4))),
        rich.then(plain.shuffle(false)),
        plain.untilLoss(0),
        plain.untilLoss(-0.0),
        plain.untilLoss(Double.MIN_VALUE),
        new EarlyStopping(4),
        new EarlyStopping(4, 0, false),
        Sequential.of(4, all),
        new Trial(Sequential.of(1, new Dense(1)), absoluteValue(400, 1000), plain, 0),
        new Trial(Sequential.of(1, all), absoluteValue(2, 1e-5), rich, Long.MIN_VALUE),
        new Trial(Sequential.of(1, all), absoluteValue(2, 1e-5), rich, Long.MAX_VALUE),
        new Trial(Sequential.of(2, new Dense(1)), euclideanDistance(9, SQUARE), plain, 1),
        new Trial(
            Sequential.of(2, new Dense(1)), euclideanDistance(9, halfNormal(5, 1)), plain, 1));
  }

  static List<Problem> problems() {
    return List.of(
        absoluteValue(3, 1.5),
        euclideanDistance(9, SQUARE),
        euclideanDistance(9, normal(0.1 + 0.2, 10)),
        euclideanDistance(9, halfNormal(5, 1)),
        firFilter(9, Signal.AR1, 1),
        firFilter(9, Signal.SINUSOIDS, 0.1 + 0.2, -0.0, 1e-300).noise(0.1),
        dft(9, 8),
        amplitudeSpectrum(9, 8),
        xor(),
        xor(9, 0.1),
        oneRelu(9, 2, -0.5),
        oneRelu(9, 3, 2, -0.5),
        formula("sin(3 x) - 1e-300", grid(-3, 0.1 + 0.2, 9)),
        formula("max(x1, x2); x1 x2", normal(9)).noise(0.1),
        formula("x1^2 / 2 x3", uniform(-1, 1e10, 9)).features(4),
        formula("x1 != x2", grid(0, 1, 2).by(-1, 1, 3)).inputNoise(1e-9),
        formula("2 x - 1", at(1, 2, 3, 4, 35, -0.0, 1e22)),
        formula("hypot(x1, x2)", sample(9, halfNormal(5, 1))),
        formula("mod(ones, 2); n > 3", bits(0, 9, 5)).standardizedTargets(),
        formula("x1 == x2", coins(9)).scaledInputs(2).shiftedInputs(-1, -1.5),
        points(new double[][] {{0, 1.5}, {-0.0, 1e-300}, {1e9, 123456789}}).without(0, 2),
        points(new double[][] {{0, 1.5, 0.1 + 0.2}}, 2).only(0).scaledTargets(-2, 1.0 / 3),
        xor(9, 0.1).standardized().shiftedTargets(1),
        firFilter(9, Signal.AR1, 1).noise(0.1).standardizedInputs(),
        Drawn.of(xor(9, 0.1).standardizedInputs(), 7));
  }

  /** Problems whose data lie in a file, which is opened when they are drawn. */
  static List<Problem> files() {
    return List.of(
        csv("data/my iris.csv", 150, SHA_256).inputs("a (cm)", "#3").classes("kind, or so", 3),
        csv("a.txt", 9, SHA_256)
            .separator("tab")
            .decimalComma()
            .encoding("windows-1252")
            .inputs("a")
            .targets("b", "#2")
            .standardized()
            .without(8),
        csv("a.csv", 2, SHA_256).separator(";").inputs("a").binary("b"));
  }

  static List<List<?>> families() {
    return List.of(
        activations(),
        initializers(),
        layers(),
        optimizers(),
        metrics(),
        problems(),
        files(),
        fitsAndTrials().toList());
  }

  @ParameterizedTest
  @MethodSource("families")
  void isTheSameAgain(List<?> values) {
    String java = values.stream().map(Object::toString).collect(Collectors.joining(",\n"));
    assertThat((List<?>) shell.value("java.util.List.of(" + java + ")")).isEqualTo(values);
  }
}
