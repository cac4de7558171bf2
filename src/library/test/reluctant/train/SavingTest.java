package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.absoluteValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.data.Dataset;
import reluctant.data.Problem;
import reluctant.data.Problems;
import reluctant.json.Forged;
import reluctant.lanes.Fingerprints;
import reluctant.nn.Activation;
import reluctant.nn.Constraint;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Network;
import reluctant.nn.Relu;
import reluctant.nn.Sequential;
import reluctant.nn.VarianceScaling;
import reluctant.optimizers.SGD;

class SavingTest {

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("saved.json");
  }

  static Stream<Trial> trials() {
    var model =
        Sequential.of(
            1,
            new Dense(2, new Relu(0.1, Double.POSITIVE_INFINITY, 0.5))
                .kernelInitializer(
                    new VarianceScaling(
                        3, VarianceScaling.Mode.FAN_OUT, VarianceScaling.Distribution.UNIFORM)),
            new Dense(1)
                .kernelInitializer(Given.of(new double[][] {{0.1}, {-0.0}}))
                .kernelConstraint(Constraint.NON_NEGATIVE));
    var fit =
        new Fit(new SGD(0.1).globalClipNorm(3), new Huber(0.5), 4, 3)
            .metrics(Loss.MAE)
            .validationData(
                new Dataset("mine", new SimpleMatrix(1, 1), SimpleMatrix.filled(1, 1, 1.0 / 3)))
            .earlyStopping(new EarlyStopping(2))
            .untilLoss(1.0 / 3);
    var trial = new Trial(model, absoluteValue(5, 1), fit, Long.MIN_VALUE);
    return Stream.concat(Stream.of(trial), Fingerprints.trials().values().stream());
  }

  @Test
  void anInterruptedThreadSavesWhatItHasReached() {
    Trial trial = Fingerprints.trials().values().iterator().next();
    Thread.currentThread().interrupt();
    trial.save(file);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Trial.load(file)).isEqualTo(trial);
  }

  @ParameterizedTest
  @MethodSource("trials")
  void aTrialComesBackToTheBit(Trial trial) {
    trial.save(file);
    assertThat(Trial.load(file)).isEqualTo(trial).hasToString(trial.toString());
    assertThat(Trial.load(file).run().network()).isEqualTo(trial.run().network());
  }

  @ParameterizedTest
  @MethodSource("reluctant.train.PrintedJavaTest#problems")
  void aProblemComesBackWithItsData(Problem problem) {
    Trial trial = aProblemComesBackWithItsTrial(problem);
    assertThat(Trial.load(file).dataset()).isEqualTo(trial.dataset());
  }

  @ParameterizedTest
  @MethodSource("reluctant.train.PrintedJavaTest#files")
  void aFileComesBackByItsLineAlone(Problem problem) {
    aProblemComesBackWithItsTrial(problem);
  }

  private Trial aProblemComesBackWithItsTrial(Problem problem) {
    var model = Sequential.of(problem.features(), new Dense(problem.outputs()));
    var trial = new Trial(model, problem, new Fit(new SGD(), Loss.MSE, 1, 3), 64);
    trial.save(file);
    assertThat(Trial.load(file)).isEqualTo(trial).hasToString(trial.toString());
    assertThat(Trial.load(file).hashCode()).isEqualTo(trial.hashCode());
    return trial;
  }

  @ParameterizedTest
  @MethodSource("trials")
  void aNetworkComesBackToTheBit(Trial trial) {
    Network network = trial.initial();
    network.save(file);
    assertThat(Network.load(file)).isEqualTo(network);
  }

  @Test
  void aNetworkThatIsNotFiniteComesBack() {
    var model = Sequential.of(1, new Dense(1));
    var network = new Network(model, new double[] {Double.NaN, Double.NEGATIVE_INFINITY});
    network.save(file);
    assertThat(Network.load(file)).isEqualTo(network);
  }

  @Test
  void aFileCanBeReadByAPerson() throws IOException {
    Sequential.of(1, new Dense(2, Activation.RELU)).initialize(1).save(file);
    assertThat(Files.readString(file).replaceAll("\\d\\.\\d+", "0.0"))
        .isEqualTo(
            """
            {"format":"network","version":2,"arithmetic":3,"sum":"8790d8de"}
            {"line":"Sequential.of(1, new Dense(2, RELU))","more":false,"sum":"cf204837"}
            {"parameters":[-0.0,-0.0,0.0,0.0],"sum":"eb7689c4"}
            """);
  }

  @Test
  void dataOfOnesOwnComeBackWithTheirNumbers() throws IOException {
    var wide = SimpleMatrix.filled(9000, 2, 1.0 / 3);
    var mine =
        new Dataset("mine: \"\ud83d\ude00\ud800\n", wide, SimpleMatrix.filled(9000, 1, -0.0));
    var fit = new Fit(new SGD(), Loss.MSE, 1, 3);
    var trial = new Trial(Sequential.of(2, new Dense(1)), mine, fit, 7);
    trial.save(file);
    assertThat(Trial.load(file)).isEqualTo(trial);
    Trial both = trial.fit(fit.validationData(mine));
    both.save(file);
    assertThat(Trial.load(file)).isEqualTo(both);
    assertThat(Files.readAllLines(file)).hasSizeGreaterThan(10);
    Trial formula = trial.data(Problems.xor(20, 0.1)).fit(fit.validationData(mine));
    formula.save(file);
    assertThat(Trial.load(file)).isEqualTo(formula);
  }

  @Test
  void theNameOfAFormulaIsNotBelievedWithoutItsNumbers() throws IOException {
    var fit = new Fit(new SGD(), Loss.MSE, 1, 3);
    var other =
        new Dataset("absoluteValue(2, 1.0)", new SimpleMatrix(2, 1), new SimpleMatrix(2, 1));
    var trial = new Trial(Sequential.of(1, new Dense(1)), other, fit, 7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trial.save(file))
        .withMessage(
            "data with the name of a formula must have its numbers, name yours otherwise."
                + " Received: absoluteValue(2, 1.0)");
    assertThat(file).doesNotExist();
    trial.data(new Dataset("mine", other.inputs(), other.targets())).save(file);
    Forged.change(file, bodies -> bodies.replace("\"mine\"", "\"absoluteValue(2, 1.0)\""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trial.load(file))
        .withMessageContaining("data with the name of a formula must have its numbers");
  }

  @Test
  void aLineOfAnyLengthComesBack() {
    var many = new double[200][50];
    for (double[] row : many) {
      Arrays.fill(row, 0.1 + 0.2);
    }
    var start = new Dense(50).kernelInitializer(Given.of(many));
    Network network = Sequential.of(200, start).initialize(0);
    network.save(file);
    assertThat(Network.load(file)).isEqualTo(network);
  }

  @Test
  void aSaveReplacesAsAWholeAndLeavesNothingBeside() throws IOException {
    Network one = Sequential.of(1, new Dense(200)).initialize(1);
    Network two = Sequential.of(1, new Dense(2)).initialize(2);
    one.save(file);
    two.save(file);
    assertThat(Network.load(file)).isEqualTo(two);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatIsNotTheLibrarysOwnIsNotSavedAndTheOldFileStays() throws IOException {
    Network one = Sequential.of(1, new Dense(2)).initialize(1);
    one.save(file);
    Loss mine =
        new Loss() {
          @Override
          public double value(double target, double prediction) {
            return 0;
          }

          @Override
          public double slope(double target, double prediction) {
            return 0;
          }
        };
    var model = Sequential.of(1, new Dense(1));
    var trial = new Trial(model, absoluteValue(3, 1), new Fit(new SGD(), mine, 1, 1), 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trial.save(file))
        .withMessageStartingWith("only what the library has itself can be saved. Received: ");
    assertThat(Network.load(file)).isEqualTo(one);
  }

  @Test
  void aFolderThatIsMissingIsNamed() {
    Path nowhere = folder.resolve("none").resolve("saved.json");
    assertThatThrownBy(() -> Sequential.of(1, new Dense(1)).initialize(1).save(nowhere))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("can't be written");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.load(nowhere))
        .withMessageEndingWith("must be a plain file. Received: none there");
  }
}
