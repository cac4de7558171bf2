package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.absoluteValue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.data.Dataset;
import reluctant.data.Problem;
import reluctant.nn.Activation;
import reluctant.nn.Constraint;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Network;
import reluctant.nn.Relu;
import reluctant.nn.Sequential;
import reluctant.nn.VarianceScaling;

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
            .earlyStopping(new EarlyStopping(2));
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
  void aProblemComesBackWithItsTrial(Problem problem) {
    var model = Sequential.of(problem.features(), new Dense(problem.outputs()));
    var trial = new Trial(model, problem, new Fit(new SGD(), Loss.MSE, 1, 3), 64);
    trial.save(file);
    assertThat(Trial.load(file)).isEqualTo(trial).hasToString(trial.toString());
    assertThat(Trial.load(file).hashCode()).isEqualTo(trial.hashCode());
    assertThat(Trial.load(file).dataset()).isEqualTo(trial.dataset());
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
  void aFileOfDeepNestingIsRefused() throws IOException {
    Network network = Sequential.of(1, new Dense(2)).initialize(1);
    network.save(file);
    String whole = Files.readString(file);
    String start = "{\"type\": \"NonNegativeStart\", \"of\": ";
    for (int depth : new int[] {900, 2_000, 100_000}) {
      for (String deep :
          List.of(
              "[".repeat(depth),
              "[".repeat(depth) + "]".repeat(depth),
              "{\"a\": ".repeat(depth) + "1" + "}".repeat(depth),
              start.repeat(depth) + "1" + "}".repeat(depth))) {
        Files.writeString(file, whole.replace("\"GLOROT_UNIFORM\"", deep));
        assertThatThrownBy(() -> Network.load(file))
            .isInstanceOf(IllegalArgumentException.class)
            .message()
            .hasSizeLessThan(1200);
      }
    }
  }

  @Test
  void aFileCanBeReadByAPerson() throws IOException {
    Sequential.of(1, new Dense(2, Activation.RELU)).initialize(1).save(file);
    assertThat(Files.readString(file))
        .contains("\"format\" : \"network\"", "\"version\" : 1")
        .contains("\"type\" : \"Dense\"", "\"units\" : 2", "\"activation\" : \"RELU\"")
        .contains("\"kernelInitializer\" : \"GLOROT_UNIFORM\"");
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
        .withMessageEndingWith("must be a file. Received: none there");
  }

  @Test
  void aTruncatedFileGivesOneSentenceWhereverItEnds() throws IOException {
    trials().findFirst().orElseThrow().save(file);
    String whole = Files.readString(file);
    for (int length = 0; length < whole.length() - 1; length += 7) {
      Files.writeString(file, whole.substring(0, length));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Trial.load(file))
          .withMessageNotContaining("\n");
    }
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws IOException {
    try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(1L << 29);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.load(file))
        .withMessageContaining("must have at most 268435456 bytes. Received: 536870912");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"version\" : 1 | \"version\" : 2 | a newer library may read it. Received: 2",
        "\"version\" : 1 | \"version\" : \"1\" | must have a version",
        "\"version\" : 1 | \"version\" : 0 | must have a version",
        "\"network\" | \"trial\" | must be a file of the format network. Received: trial",
        "\"Dense\" | \"Dens\" | must be a known Layer",
        "\"Dense\" | \"Sequential\" | must be a known Layer",
        "\"Dense\" | \"Layer\" | must be a known Layer",
        "\"Dense\" | \"../Dense\" | must be an object with a type",
        "\"RELU\" | \"RELUX\" | must be the name of a known Activation",
        "\"RELU\" | {} | must be an object with a type",
        "\"RELU\" | null | activation is empty",
        "\"units\" : 2 | \"units\" : 0 | units must be at least 1. Received: 0",
        "\"units\" : 2 | \"units\" : 2.5 | units must be an integer",
        "\"units\" : 2 | \"units\" : 4294967297 | units must be an integer",
        "\"units\" : 2 | \"units\" : \"2\" | units must be an integer",
        "\"units\" : 2 | \"units\" : null | must be an object without null",
        "\"units\" : 2 | \"units\" : 3 | parameters must hold 6 numbers",
        "\"units\" : 2, | | must be an object with the field units",
        "\"units\" : 2 | \"units\" : 2, \"more\" : 1 | without the fields [more]",
        "\"units\" : 2 | \"units\" : 2, \"units\" : 2 | is damaged at line",
        "\"useBias\" : true | \"useBias\" : 1 | must be true or false",
        "\"parameters\" : [ | \"parameters\" : [ true, | must be a number",
        "\"parameters\" : [ | \"parameters\" : [ \"x\", | must be a number",
        "\"layers\" : [ | \"layers\" : [ null, | must be no null",
      })
  void aDamagedFileGivesOneSentence(String from, String to, String message) throws IOException {
    Sequential.of(1, new Dense(2, Activation.RELU)).initialize(1).save(file);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to == null ? "" : to));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.load(file))
        .withMessageContaining(message)
        .withMessageNotContaining("\n")
        .withMessageStartingWith(file.toString());
  }
}
