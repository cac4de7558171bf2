package reluctant.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import reluctant.optimizers.Schedule;

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
      add(new Settings(layer), regularizer, layers);
    }
    var fit =
        new Fit(
                optimizer(new Settings(run.get("optimizer")), run.path("learning_rate_per_step")),
                loss(run.get("loss").asText(), new Settings(run.path("loss_args"))),
                run.get("epochs").asInt(),
                run.get("batch_size").asInt())
            .shuffle(run.get("shuffle").asBoolean());
    return new GoldenCase(
        new Sequential(x.getNumCols(), layers), new Dataset(run.get("name").asText(), x, y), fit);
  }

  private static void add(Settings settings, Regularizer regularizer, List<Layer> layers) {
    String type = settings.text("type");
    switch (type) {
      case "dense" -> layers.add(dense(settings).kernelRegularizer(regularizer));
      case "PReLU" -> layers.add(new PReLU(Given.row(vector(settings.take("alpha")))));
      case "LeakyReLU" -> activate(layers, new LeakyRelu(settings.number("negative_slope")));
      case "ELU" -> activate(layers, new Elu(settings.number("alpha")));
      default -> throw unknown("layer", type);
    }
    settings.expectAllRead();
  }

  private static Dense dense(Settings settings) {
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
      throw unknown("activation after", layers.get(last).toString());
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
      default -> throw unknown("activation", name);
    };
  }

  private static Loss loss(String name, Settings settings) {
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
          default -> throw unknown("loss", name);
        };
    settings.expectAllRead();
    return loss;
  }

  /** Keras subtracts ln 2 in single precision, so that its loss is 2e-9 below 0 at its best. */
  private record KerasLogCosh() implements Loss {
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
    var settings = new Settings(node);
    String name = settings.text("class");
    Regularizer regularizer =
        switch (name) {
          case "L1" -> L1L2.l1(settings.number("l1"));
          case "L2" -> L1L2.l2(settings.number("l2"));
          case "L1L2" -> new L1L2(settings.number("l1"), settings.number("l2"));
          default -> throw unknown("regularizer", name);
        };
    settings.expectAllRead();
    return regularizer;
  }

  private static Optimizer optimizer(Settings settings, JsonNode rates) {
    Optimizer optimizer = unclipped(settings);
    if (rates.isArray()) {
      optimizer = optimizer.learningRate(steps(vector(rates)));
    }
    for (String clip : List.of("clipvalue", "clipnorm", "global_clipnorm")) {
      double limit = settings.numberOr(clip, 0);
      if (limit != 0) {
        optimizer =
            switch (clip) {
              case "clipvalue" -> optimizer.clipValue(limit);
              case "clipnorm" -> optimizer.clipNorm(limit);
              default -> optimizer.globalClipNorm(limit);
            };
      }
    }
    settings.expectAllRead();
    return optimizer;
  }

  private static Optimizer unclipped(Settings settings) {
    String name = settings.text("class");
    JsonNode ofEach = settings.take("learning_rate");
    double rate = ofEach.isObject() ? schedule(ofEach).rate(0) : ofEach.asDouble();
    return switch (name) {
      case "SGD" ->
          new SGD(rate, settings.number("momentum"), settings.take("nesterov").asBoolean());
      case "Adam" -> adam(rate, settings);
      case "AdamW" -> new AdamW(adam(rate, settings), settings.number("weight_decay"));
      case "Adamax" ->
          new Adamax(
              rate,
              settings.number("beta_1"),
              settings.number("beta_2"),
              settings.number("epsilon"));
      case "Nadam" ->
          new Nadam(
              rate,
              settings.number("beta_1"),
              settings.number("beta_2"),
              settings.number("epsilon"));
      case "RMSprop" ->
          new RMSprop(
              rate,
              settings.number("rho"),
              settings.number("momentum"),
              settings.number("epsilon"),
              settings.take("centered").asBoolean());
      case "Adagrad" ->
          new Adagrad(
              rate, settings.number("initial_accumulator_value"), settings.number("epsilon"));
      case "Adadelta" -> new Adadelta(rate, settings.number("rho"), settings.number("epsilon"));
      case "Lion" -> new Lion(rate, settings.number("beta_1"), settings.number("beta_2"));
      case "Ftrl" ->
          new Ftrl(
              rate,
              settings.number("learning_rate_power"),
              settings.number("initial_accumulator_value"),
              settings.number("l1_regularization_strength"),
              settings.number("l2_regularization_strength"),
              settings.number("l2_shrinkage_regularization_strength"),
              settings.number("beta"));
      default -> throw unknown("optimizer", name);
    };
  }

  /** The rates of the file, one after the other. */
  private static Schedule steps(double[] rates) {
    var schedule = new PiecewiseConstantDecay(rates[0]);
    for (int step = 1; step < rates.length; step++) {
      schedule = schedule.after(step - 1, rates[step]);
    }
    return schedule;
  }

  static Schedule schedule(JsonNode node) {
    var settings = new Settings(node.get("config"));
    settings.take("name");
    String name = node.get("class_name").asText();
    Schedule schedule =
        switch (name) {
          case "ExponentialDecay" ->
              new ExponentialDecay(
                  settings.number("initial_learning_rate"),
                  settings.take("decay_steps").asInt(),
                  settings.number("decay_rate"),
                  settings.take("staircase").asBoolean());
          case "InverseTimeDecay" ->
              new InverseTimeDecay(
                  settings.number("initial_learning_rate"),
                  settings.take("decay_steps").asInt(),
                  settings.number("decay_rate"),
                  settings.take("staircase").asBoolean());
          case "PolynomialDecay" ->
              new PolynomialDecay(
                  settings.number("initial_learning_rate"),
                  settings.take("decay_steps").asInt(),
                  settings.number("end_learning_rate"),
                  settings.number("power"),
                  settings.take("cycle").asBoolean());
          case "PiecewiseConstantDecay" ->
              pieces(vector(settings.take("boundaries")), vector(settings.take("values")));
          default -> throw unknown("schedule", name);
        };
    settings.expectAllRead();
    return schedule;
  }

  private static Schedule pieces(double[] boundaries, double[] values) {
    var schedule = new PiecewiseConstantDecay(values[0]);
    for (int i = 0; i < boundaries.length; i++) {
      schedule = schedule.after((int) boundaries[i], values[i + 1]);
    }
    return schedule;
  }

  private static Adam adam(double rate, Settings settings) {
    return new Adam(
        rate,
        settings.number("beta_1"),
        settings.number("beta_2"),
        settings.number("epsilon"),
        settings.take("amsgrad").asBoolean());
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

  private static IllegalArgumentException unknown(String what, String name) {
    return new IllegalArgumentException("no such " + what + " here: " + name);
  }

  /** The settings of an object in the file, which are used up as they are read. */
  private static final class Settings {

    private final ObjectNode left;

    Settings(JsonNode object) {
      left = object.isMissingNode() ? new ObjectMapper().createObjectNode() : object.deepCopy();
    }

    JsonNode take(String name) {
      JsonNode value = left.remove(name);
      if (value == null) {
        throw new IllegalArgumentException(name + " is missing in " + left);
      }
      return value;
    }

    String text(String name) {
      return take(name).asText();
    }

    double number(String name) {
      return take(name).asDouble();
    }

    double numberOr(String name, double missing) {
      JsonNode value = left.remove(name);
      return value == null || value.isNull() ? missing : value.asDouble();
    }

    void expectAllRead() {
      for (var setting : left.properties()) {
        JsonNode value = setting.getValue();
        boolean off = value.isNull() || value.asText().equals("false") || isZero(value);
        if (!off) {
          throw unknown("setting", setting.toString());
        }
      }
    }

    private static boolean isZero(JsonNode value) {
      return value.isNumber() && value.asDouble() == 0;
    }
  }
}
