package reluctant.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reluctant.data.Dataset;
import reluctant.nn.Variable;

/**
 * A trial as a program for Keras 3: the same data, first weights and steps, in float64. What Keras
 * draws itself, the order of the samples and Dropout, is another.
 */
final class KerasCode {
  private static final Map<Loss, String> LOSSES =
      Map.of(
          Loss.MSE, "mean_squared_error",
          Loss.MAE, "mean_absolute_error",
          Loss.MAPE, "mean_absolute_percentage_error",
          Loss.MSLE, "mean_squared_logarithmic_error",
          Loss.LOG_COSH, "log_cosh",
          Loss.BINARY_CROSSENTROPY, "binary_crossentropy",
          Loss.CATEGORICAL_CROSSENTROPY, "categorical_crossentropy");

  private static final String IMPORTS =
      """
      import os

      os.environ["JAX_ENABLE_X64"] = "1"  # of use where Keras runs on JAX
      import keras
      import numpy as np

      keras.config.set_floatx("float64")  # Keras computes in float32 without this line

      """;

  private final Trial trial;

  private KerasCode(Trial trial) {
    this.trial = trial;
  }

  /**
   * Returns the program.
   *
   * @throws IllegalArgumentException if the trial has a part that Keras has not
   */
  static String of(Trial trial) {
    return new KerasCode(trial).program();
  }

  private String program() {
    String model =
        KerasLayers.of(trial.model()).stream()
                .map(layer -> "    " + layer + ",\n")
                .collect(Collectors.joining("", "model = keras.Sequential([\n", "])\n"))
            + KerasLayers.frozen(trial.model());
    String fits = trial.fit().fits().stream().map(this::fit).collect(Collectors.joining("\n"));
    return IMPORTS
        + data("", trial.dataset())
        + validation()
        + "\n"
        + model
        + "\n# The first weights of seed "
        + trial.seed()
        + ": without these lines Keras draws its own.\n"
        + weights()
        + "\n"
        + reached()
        + fits
        + "print(history.history[\"loss\"][-1])\n";
  }

  private static String data(String of, Dataset data) {
    return array(of + "x", data.inputs().getDDRM().data, data.inputs().getNumCols())
        + array(of + "y", data.targets().getDDRM().data, data.targets().getNumCols());
  }

  private static String array(String name, double[] numbers, int columns) {
    return name + " = " + Python.array(numbers, columns) + "\n";
  }

  private String validation() {
    @Nullable Dataset held = trial.fit().validationData();
    return held == null ? "" : data("validation_", held);
  }

  private String weights() {
    double[] parameters = trial.initial().parameters();
    var arrays = new ArrayList<String>();
    int from = 0;
    for (Variable variable : trial.model().variables()) {
      double[] own = Arrays.copyOfRange(parameters, from, from + variable.size());
      from += variable.size();
      arrays.add(variable.isVector() ? Python.array(own) : Python.array(own, variable.columns()));
    }
    return "model.set_weights([" + String.join(", ", arrays) + "])\n";
  }

  private static String loss(Loss loss) {
    if (loss instanceof Huber huber) {
      return Python.call("keras.losses.Huber", Python.named("delta", huber.delta()));
    }
    if (loss.equals(Loss.BINARY_CROSSENTROPY_FROM_LOGITS)) {
      return "keras.losses.BinaryCrossentropy(from_logits=True)";
    }
    if (loss.equals(Loss.CATEGORICAL_CROSSENTROPY_FROM_LOGITS)) {
      return "keras.losses.CategoricalCrossentropy(from_logits=True)";
    }
    if (LOSSES.containsKey(loss)) {
      return Python.quoted(LOSSES.get(loss));
    }
    throw KerasLayers.unknown("losses", loss);
  }

  private String metrics() {
    List<Metric> metrics = trial.fit().metrics();
    return metrics.isEmpty()
        ? ""
        : metrics.stream()
            .map(KerasCode::metric)
            .collect(Collectors.joining(", ", "metrics=[", "]"));
  }

  private static String metric(Metric metric) {
    if (metric instanceof Loss loss) {
      return loss(loss);
    }
    if (metric instanceof BinaryAccuracy accuracy) {
      return Python.call(
          "keras.metrics.BinaryAccuracy", Python.named("threshold", accuracy.threshold(), 0.5));
    }
    if (metric.equals(Metric.CATEGORICAL_ACCURACY)) {
      return "keras.metrics.CategoricalAccuracy()";
    }
    throw KerasLayers.unknown("metrics", metric);
  }

  /** Keras has no callback that ends a fit at a loss. */
  private String reached() {
    return trial.fit().fits().stream().allMatch(fit -> fit.untilLoss().isEmpty())
        ? ""
        : """

        class UntilLoss(keras.callbacks.Callback):
            def __init__(self, enough):
                super().__init__()
                self.enough = enough

            def on_epoch_end(self, epoch, logs):
                self.model.stop_training = logs["loss"] <= self.enough


        """;
  }

  /** A fit with its compile(), which makes a new state of the optimizer. */
  private String fit(Fit fit) {
    String compile =
        Python.call(
            "model.compile",
            "optimizer=" + KerasOptimizers.of(fit.optimizer()),
            "loss=" + loss(fit.loss()),
            metrics());
    String run =
        Python.call(
            "model.fit",
            "x",
            "y",
            "epochs=" + fit.epochs(),
            "batch_size=" + fit.batchSize(),
            Python.named("shuffle", fit.shuffle(), true),
            fit.validationData() == null ? "" : "validation_data=(validation_x, validation_y)",
            callbacks(fit),
            "verbose=0");
    return compile + "\nhistory = " + run + "\n";
  }

  private static String callbacks(Fit fit) {
    var all = new ArrayList<String>();
    @Nullable EarlyStopping stopping = fit.earlyStopping();
    if (stopping != null) {
      all.add(
          Python.call(
              "keras.callbacks.EarlyStopping",
              Python.named("monitor", fit.validationData() == null ? "loss" : "val_loss"),
              "patience=" + stopping.patience(),
              Python.named("min_delta", stopping.minDelta(), 0),
              Python.named("restore_best_weights", stopping.restoreBestWeights(), false)));
    }
    fit.untilLoss().ifPresent(loss -> all.add("UntilLoss(" + loss + ")"));
    return all.isEmpty() ? "" : "callbacks=[" + String.join(", ", all) + "]";
  }
}
