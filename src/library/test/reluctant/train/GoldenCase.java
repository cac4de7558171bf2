package reluctant.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import reluctant.data.Dataset;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Elu;
import reluctant.nn.Given;
import reluctant.nn.L1L2;
import reluctant.nn.Layer;
import reluctant.nn.LeakyRelu;
import reluctant.nn.PReLU;
import reluctant.nn.Regularizer;
import reluctant.nn.Sequential;

/**
 * A training run of a golden file, in our terms. Whatever the file asks for and we do not have, or
 * do not read, is an error.
 */
record GoldenCase(Sequential model, Dataset data, Fit fit) {

  static GoldenCase of(JsonNode run) {
    SimpleMatrix x = new SimpleMatrix(matrix(run.get("x")));
    SimpleMatrix y = new SimpleMatrix(matrix(run.get("y")));
    Regularizer regularizer = regularizer(run.path("kernel_regularizer"));
    var layers = new ArrayList<Layer>();
    for (JsonNode layer : run.get("layers")) {
      add(new GoldenSettings(layer), regularizer, layers);
    }
    var fit =
        new Fit(
                GoldenOptimizer.of(
                    new GoldenSettings(run.get("optimizer")), run.path("learning_rate_per_step")),
                loss(run.get("loss").asText(), new GoldenSettings(run.path("loss_args"))),
                run.get("epochs").asInt(),
                run.get("batch_size").asInt())
            .shuffle(run.get("shuffle").asBoolean());
    return new GoldenCase(
        new Sequential(x.getNumCols(), layers), new Dataset(run.get("name").asText(), x, y), fit);
  }

  private static void add(GoldenSettings settings, Regularizer regularizer, List<Layer> layers) {
    String type = settings.text("type");
    switch (type) {
      case "dense" -> layers.add(dense(settings).kernelRegularizer(regularizer));
      case "PReLU" -> layers.add(new PReLU(Given.row(vector(settings.take("alpha")))));
      case "LeakyReLU" -> activate(layers, new LeakyRelu(settings.number("negative_slope")));
      case "ELU" -> activate(layers, new Elu(settings.number("alpha")));
      default -> throw GoldenSettings.unknown("layer", type);
    }
    settings.expectAllRead();
  }

  private static Dense dense(GoldenSettings settings) {
    var dense =
        new Dense(settings.take("units").asInt(), activation(settings.text("activation")))
            .useBias(settings.take("use_bias").asBoolean())
            .kernelInitializer(Given.of(matrix(settings.take("kernel"))));
    return dense.useBias()
        ? dense.biasInitializer(Given.row(vector(settings.take("bias"))))
        : dense;
  }

  /** Puts an activation, which Keras has as a layer of its own, on the linear layer before it. */
  private static void activate(List<Layer> layers, Activation activation) {
    int last = layers.size() - 1;
    if (layers.get(last) instanceof Dense dense && dense.activation() == Activation.LINEAR) {
      layers.set(last, dense.activation(activation));
    } else {
      throw GoldenSettings.unknown("activation after", layers.get(last).toString());
    }
  }

  static Activation activation(String name) {
    return switch (name) {
      case "linear" -> Activation.LINEAR;
      case "relu" -> Activation.RELU;
      case "relu6" -> Activation.RELU6;
      // TensorFlow holds the default slope in single precision.
      case "leaky_relu" -> new LeakyRelu(0.2f);
      case "elu" -> Activation.ELU;
      case "selu" -> Activation.SELU;
      case "gelu" -> Activation.GELU;
      case "silu" -> Activation.SILU;
      case "mish" -> Activation.MISH;
      case "softplus" -> Activation.SOFTPLUS;
      case "softsign" -> Activation.SOFTSIGN;
      case "sigmoid" -> Activation.SIGMOID;
      case "softmax" -> Activation.SOFTMAX;
      case "hard_sigmoid" -> Activation.HARD_SIGMOID;
      case "tanh" -> Activation.TANH;
      case "exponential" -> Activation.EXPONENTIAL;
      default -> throw GoldenSettings.unknown("activation", name);
    };
  }

  private static Loss loss(String name, GoldenSettings settings) {
    Loss loss =
        switch (name) {
          case "mean_squared_error" -> Loss.MSE;
          case "mean_absolute_error" -> Loss.MAE;
          case "mean_absolute_percentage_error" -> Loss.MAPE;
          case "mean_squared_logarithmic_error" -> Loss.MSLE;
          case "log_cosh" -> new KerasLogCosh();
          case "binary_crossentropy" -> Loss.BINARY_CROSSENTROPY;
          case "binary_crossentropy_from_logits" -> Loss.BINARY_CROSSENTROPY_FROM_LOGITS;
          case "categorical_crossentropy" -> Loss.CATEGORICAL_CROSSENTROPY;
          case "categorical_crossentropy_from_logits" -> Loss.CATEGORICAL_CROSSENTROPY_FROM_LOGITS;
          // Keras' configuration of this loss leaves delta out: the files are made with 0.75.
          case "huber" -> new Huber(settings.numberOr("delta", 0.75));
          default -> throw GoldenSettings.unknown("loss", name);
        };
    settings.expectAllRead();
    return loss;
  }

  /** Keras subtracts ln 2 in single precision, so that its loss is 2e-9 below 0 at its best. */
  record KerasLogCosh() implements Loss {
    private static final double LOG_2 = 0.6931471805599453;

    @Override
    public double value(double target, double prediction) {
      return LOG_COSH.value(target, prediction) + (LOG_2 - (float) LOG_2);
    }

    @Override
    public double slope(double target, double prediction) {
      return LOG_COSH.slope(target, prediction);
    }
  }

  private static Regularizer regularizer(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return Regularizer.NONE;
    }
    var settings = new GoldenSettings(node);
    String name = settings.text("class");
    Regularizer regularizer =
        switch (name) {
          case "L1" -> L1L2.l1(settings.number("l1"));
          case "L2" -> L1L2.l2(settings.number("l2"));
          case "L1L2" -> new L1L2(settings.number("l1"), settings.number("l2"));
          default -> throw GoldenSettings.unknown("regularizer", name);
        };
    settings.expectAllRead();
    return regularizer;
  }

  private static double[][] matrix(JsonNode rows) {
    var matrix = new double[rows.size()][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = vector(rows.get(i));
    }
    return matrix;
  }

  static double[] vector(JsonNode numbers) {
    var vector = new double[numbers.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = numbers.get(i).asDouble();
    }
    return vector;
  }

  /** Returns all numbers of nested lists, in order. */
  static double[] flat(JsonNode lists) {
    var numbers = new ArrayList<Double>();
    collect(lists, numbers);
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(JsonNode node, List<Double> numbers) {
    if (node.isArray()) {
      node.forEach(element -> collect(element, numbers));
    } else {
      numbers.add(node.asDouble());
    }
  }
}
