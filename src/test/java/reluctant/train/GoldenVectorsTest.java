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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Training runs of Keras in float64: first gradient, loss of each step and final parameters. The
 * system property {@code golden.file} names another file of the same form.
 */
class GoldenVectorsTest {

  private static final double RELATIVE = 1e-10;

  private static final Set<String> NOT_YET =
      Set.of(
          "optimizer/sgd_momentum",
          "optimizer/sgd_nesterov",
          "optimizer/rmsprop",
          "optimizer/rmsprop_momentum",
          "optimizer/rmsprop_centered",
          "optimizer/adagrad",
          "optimizer/adadelta",
          "optimizer/amsgrad",
          "optimizer/adamw",
          "optimizer/adamax",
          "optimizer/nadam",
          "optimizer/ftrl",
          "optimizer/lion",
          "optimizer/sgd_clipnorm",
          "optimizer/sgd_clipvalue",
          "activation/sigmoid",
          "activation/tanh",
          "activation/elu",
          "activation/selu",
          "activation/gelu",
          "activation/softplus",
          "activation/softsign",
          "activation/silu",
          "activation/exponential",
          "activation/hard_sigmoid",
          "activation/leaky_relu",
          "activation/relu6",
          "activation/mish",
          "activation_layer/leaky_relu_0.125",
          "activation_layer/elu_0.5",
          "activation_layer/prelu",
          "loss/mean_squared_error",
          "loss/mean_absolute_error",
          "loss/log_cosh",
          "loss/huber",
          "loss/mean_absolute_percentage_error",
          "loss/mean_squared_logarithmic_error",
          "loss/binary_crossentropy",
          "regularizer/l1",
          "regularizer/l2",
          "regularizer/l1l2",
          "shape/deep");

  private final JsonNode golden = read();

  private static JsonNode read() {
    String file = System.getProperty("golden.file");
    try (InputStream in =
        file == null
            ? GoldenVectorsTest.class.getResourceAsStream("/golden/keras-golden.json")
            : Files.newInputStream(Path.of(file))) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalArgumentException("golden.file cannot be read: " + file, e);
    }
  }

  @Test
  void theFileHasRuns() {
    assertThat(golden.get("training").size()).isPositive();
  }

  @TestFactory
  Stream<DynamicTest> trainsAsKerasDoes() {
    return StreamSupport.stream(golden.get("training").spliterator(), false)
        .filter(run -> !NOT_YET.contains(run.get("name").asText()))
        .map(run -> dynamicTest(run.get("name").asText(), () -> check(run)));
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
    assertThat(ours).as("how many numbers of %s", what).hasSameSizeAs(keras);
    for (int i = 0; i < keras.length; i++) {
      assertThat(ours[i])
          .as("%s, number %d", what, i)
          .isCloseTo(keras[i], within(RELATIVE * Math.abs(keras[i])));
    }
  }
}
