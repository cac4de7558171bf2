package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static reluctant.train.Loss.BINARY_CROSSENTROPY;
import static reluctant.train.Loss.BINARY_CROSSENTROPY_FROM_LOGITS;
import static reluctant.train.Loss.CATEGORICAL_CROSSENTROPY;
import static reluctant.train.Loss.CATEGORICAL_CROSSENTROPY_FROM_LOGITS;
import static reluctant.train.Loss.MSE;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.data.Dataset;
import reluctant.lanes.Lockstep;
import reluctant.nn.Activation;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Given;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;

/** Cross-entropies behind their own activation take the logits. */
class ObjectiveTest {

  private static final Dense HIDDEN = new Dense(4, Activation.TANH);

  private static Sequential model(int outputs, Activation last) {
    return Sequential.of(2, HIDDEN, new Dense(outputs, last));
  }

  private static void assertAsItIs(Sequential model, Loss loss) {
    assertThat(Objective.of(model, loss)).isEqualTo(new Objective(model, loss, Activation.LINEAR));
    assertThat(Objective.of(model, loss).isOfLogits()).isFalse();
  }

  @Test
  void aLinearLayerIsTrainedInItsPlace() {
    assertThat(Objective.of(model(1, Activation.SIGMOID), BINARY_CROSSENTROPY))
        .isEqualTo(
            new Objective(
                model(1, Activation.LINEAR), BINARY_CROSSENTROPY_FROM_LOGITS, Activation.SIGMOID));
    var softmax = Objective.of(model(3, Activation.SOFTMAX), CATEGORICAL_CROSSENTROPY);
    assertThat(softmax)
        .isEqualTo(
            new Objective(
                model(3, Activation.LINEAR),
                CATEGORICAL_CROSSENTROPY_FROM_LOGITS,
                Activation.SOFTMAX));
    assertThat(softmax.isOfLogits()).isTrue();
  }

  @Test
  void allOthersAreTrainedAsTheyAre() {
    assertAsItIs(model(1, Activation.SIGMOID), MSE);
    assertAsItIs(model(3, Activation.SOFTMAX), MSE);
    assertAsItIs(model(3, Activation.SOFTMAX), BINARY_CROSSENTROPY);
    assertAsItIs(model(3, Activation.SIGMOID), CATEGORICAL_CROSSENTROPY);
    assertAsItIs(model(1, Activation.TANH), BINARY_CROSSENTROPY);
    assertAsItIs(model(1, Activation.SIGMOID), BINARY_CROSSENTROPY_FROM_LOGITS);
    assertAsItIs(
        Sequential.of(2, new Dense(1, Activation.SIGMOID), new Dropout(0.5)), BINARY_CROSSENTROPY);
  }

  private static Trial saturated(Loss loss, int outputs, Activation last) {
    var x = new SimpleMatrix(new double[][] {{1}, {2}});
    var y = new SimpleMatrix(2, outputs);
    y.set(0, outputs - 1, 1);
    y.set(1, outputs - 1, 1);
    var start = new Constant(outputs == 1 ? -50 : 50);
    var first = new Dense(outputs, last).useBias(false).kernelInitializer(start);
    return new Trial(
        Sequential.of(1, first),
        new Dataset("two", x, y),
        new Fit(new SGD(1), loss, 1, 2).metrics(MSE, loss, Metric.BINARY_ACCURACY),
        0);
  }

  @Test
  void aSaturatedOutputLearns() {
    Run run = saturated(BINARY_CROSSENTROPY, 1, Activation.SIGMOID).run();
    assertThat(run.history().finalLoss()).isEqualTo(75);
    assertThat(run.network().kernel(0).get(0)).isCloseTo(-48.5, within(1e-12));
    assertThat(
            Gradient.of(run.trial().initial(), BINARY_CROSSENTROPY, run.trial().dataset()).loss())
        .isEqualTo(75);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void metricsAreOfPredictions(int outputs) {
    boolean isBinary = outputs == 1;
    Loss loss = isBinary ? BINARY_CROSSENTROPY : CATEGORICAL_CROSSENTROPY;
    Activation last = isBinary ? Activation.SIGMOID : Activation.SOFTMAX;
    Trial trial = saturated(loss, outputs, last);
    History history = trial.run().history();
    for (Metric metric : trial.fit().metrics()) {
      assertThat(history.metric(metric))
          .as(metric.toString())
          .containsExactly(Evaluation.of(trial.initial(), metric, trial.dataset()));
    }
    assertThat(history.metric(loss)).isEqualTo(history.loss());
  }

  /** As Keras 3.15.1 measures them on TensorFlow. */
  @Test
  void aMetricBesideAnotherLossIsOfLogitsToo() {
    for (Dense last : List.of(new Dense(1, Activation.SIGMOID), new Dense(2, Activation.SOFTMAX))) {
      boolean isBinary = last.units() == 1;
      Loss own = isBinary ? BINARY_CROSSENTROPY : CATEGORICAL_CROSSENTROPY;
      Loss other = isBinary ? CATEGORICAL_CROSSENTROPY : BINARY_CROSSENTROPY;
      var start = isBinary ? Given.row(-50) : Given.row(-50, 50);
      var y = new SimpleMatrix(1, last.units());
      y.set(0, 1);
      var fit = new Fit(new SGD(1e-300), MSE, 1, 1).metrics(own, other, MSE);
      var model = Sequential.of(1, last.useBias(false).kernelInitializer(start));
      var trial = new Trial(model, new Dataset("one", SimpleMatrix.ones(1, 1), y), fit, 0);
      History history = trial.run().history();
      assertThat(history.metric(own)).containsExactly(isBinary ? 50 : 100);
      assertThat(history.metric(MSE)).containsExactly(1);
      for (Metric metric : fit.metrics()) {
        assertThat(history.metric(metric))
            .containsExactly(Evaluation.of(trial.initial(), metric, trial.dataset()));
      }
      assertThat(Lockstep.run(trial, 0, 1)).containsExactly(trial.run());
    }
  }

  @Test
  void validationIsOfLogitsToo() {
    Trial trial = saturated(BINARY_CROSSENTROPY, 1, Activation.SIGMOID);
    trial = trial.fit(trial.fit().validationData(trial.dataset()));
    Run run = trial.run();
    assertThat(run.history().validationLoss())
        .containsExactly(Evaluation.of(run.network(), BINARY_CROSSENTROPY, trial.dataset()));
  }
}
