package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import reluctant.nn.Activation;
import reluctant.nn.Network;
import reluctant.optimizers.Schedule;

/**
 * Training runs of Keras in float64: first gradient, loss of each step, final parameters and, of
 * classes, predictions and accuracy. The system property {@code golden.file} names another file of
 * either form.
 */
class GoldenVectorsTest {

  private static final double RELATIVE = 1e-10;

  /**
   * What Keras loses where it takes a difference of numbers near 1, as in e^z - 1 and 1 + erf z.
   */
  private static final double ROUNDING = 2e-15;

  private static final double SINGLE = 1e-6;

  private final List<JsonNode> golden = read();

  /** Returns the runs of all files. */
  static Stream<JsonNode> runs() {
    return read().stream()
        .flatMap(file -> StreamSupport.stream(file.get("training").spliterator(), false));
  }

  private static List<JsonNode> read() {
    String file = System.getProperty("golden.file");
    return file == null
        ? List.of(read("keras-golden.json"), read("keras-classification.json"))
        : List.of(read(Path.of(file)));
  }

  private static JsonNode read(String resource) {
    try (InputStream in = GoldenVectorsTest.class.getResourceAsStream("/golden/" + resource)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("golden.file cannot be read: " + file, e);
    }
  }

  @Test
  void everyFileHasRuns() {
    assertThat(golden).allMatch(file -> file.get("training").size() > 0);
  }

  @TestFactory
  Stream<DynamicTest> trainsAsKerasDoes() {
    return runs().map(run -> dynamicTest(run.get("name").asText(), () -> check(run)));
  }

  @TestFactory
  Stream<DynamicTest> activatesAsKerasDoes() {
    return golden.stream()
        .filter(file -> file.has("activation_grid"))
        .map(file -> file.get("activation_grid"))
        .flatMap(GoldenVectorsTest::activations);
  }

  private static Stream<DynamicTest> activations(JsonNode grid) {
    double[] z = GoldenCase.vector(grid.get("x"));
    return grid.get("functions").properties().stream()
        .map(f -> dynamicTest(f.getKey(), () -> check(f.getKey(), z, f.getValue())));
  }

  private static void check(String name, double[] z, JsonNode keras) {
    Activation f = GoldenCase.activation(name);
    double[] h = Arrays.stream(z).map(f::value).toArray();
    var slopes = new double[z.length];
    Arrays.setAll(slopes, i -> f.slope(z[i], h[i]));
    assertClose("outputs", h, GoldenCase.vector(keras.get("y")), ROUNDING);
    assertClose("slopes", slopes, GoldenCase.vector(keras.get("dy_dx")), ROUNDING);
  }

  private static void check(JsonNode run) {
    GoldenCase ours = GoldenCase.of(run);
    var trainer = new Trainer(ours.model().initialize(0), ours.fit());
    double[] loss = train(trainer, ours, run);
    assertClose("loss", loss, GoldenCase.vector(run.get("loss_per_step")));
    assertClose(
        "final parameters",
        trainer.network().parameters(),
        GoldenCase.flat(run.get("final_parameters")));
    assertFitEquals(trainer, ours);
    if (run.path("learning_rate_per_step").isArray()) {
      checkSchedule(run);
    }
    if (run.has("final_predictions")) {
      checkClasses(trainer.network(), ours, run);
    }
  }

  /** Keras computes rates in single precision. */
  private static void checkSchedule(JsonNode run) {
    Schedule schedule = GoldenOptimizer.schedule(run.get("optimizer").get("learning_rate"));
    double[] keras = GoldenCase.vector(run.get("learning_rate_per_step"));
    for (int step = 0; step < keras.length; step++) {
      assertThat(schedule.rate(step))
          .as("rate of step %d", step)
          .isCloseTo(keras[step], within(SINGLE * keras[step]));
    }
  }

  private static void checkClasses(Network network, GoldenCase ours, JsonNode run) {
    assertClose(
        "predictions",
        network.predict(ours.data().inputs()).getDDRM().data,
        GoldenCase.flat(run.get("final_predictions")));
    JsonNode metrics = run.get("metrics");
    if (metrics.has("binary_accuracy")) {
      var accuracy = new BinaryAccuracy(metrics.get("threshold").asDouble());
      assertThat(Evaluation.of(network, accuracy, ours.data()))
          .isEqualTo(metrics.get("binary_accuracy").asDouble());
    } else if (metrics.has("categorical_accuracy")) {
      assertThat(Evaluation.of(network, Metric.CATEGORICAL_ACCURACY, ours.data()))
          .isEqualTo(metrics.get("categorical_accuracy").asDouble());
    }
  }

  private static double[] train(Trainer trainer, GoldenCase ours, JsonNode run) {
    DMatrixRMaj x = ours.data().inputs().getDDRM();
    DMatrixRMaj y = ours.data().targets().getDDRM();
    List<Double> loss = new ArrayList<>();
    for (int epoch = 0; epoch < ours.fit().epochs(); epoch++) {
      for (int first = 0; first < x.numRows; first += ours.fit().batchSize()) {
        int last = Math.min(first + ours.fit().batchSize(), x.numRows);
        loss.add(trainer.step(rows(x, first, last), rows(y, first, last)));
        if (loss.size() == 1) {
          assertClose(
              "first gradient", trainer.gradient(), GoldenCase.flat(run.get("first_gradient")));
        }
      }
    }
    return loss.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static DMatrixRMaj rows(DMatrixRMaj all, int first, int last) {
    var some = new DMatrixRMaj(last - first, all.numCols);
    System.arraycopy(all.data, first * all.numCols, some.data, 0, some.getNumElements());
    return some;
  }

  /** A fit makes the same steps as the loop of this test, to the bit. */
  private static void assertFitEquals(Trainer trainer, GoldenCase ours) {
    Run run = new Trial(ours.model(), ours.data(), ours.fit(), 0).run();
    assertThat(run.history().end()).isEqualTo(History.End.COMPLETED);
    assertThat(run.network()).isEqualTo(trainer.network());
  }

  private static void assertClose(String what, double[] ours, double[] keras) {
    assertClose(what, ours, keras, 0);
  }

  private static void assertClose(String what, double[] ours, double[] keras, double rounding) {
    assertThat(ours).as("how many numbers of %s", what).hasSameSizeAs(keras);
    for (int i = 0; i < keras.length; i++) {
      assertThat(ours[i])
          .as("%s, number %d", what, i)
          .isCloseTo(keras[i], within(RELATIVE * Math.abs(keras[i]) + rounding));
    }
  }
}
