package reluctant.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;
import reluctant.data.Dataset;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Given;
import reluctant.nn.Layer;
import reluctant.nn.Sequential;

/**
 * A training run of a golden file, in our terms. Whatever the file asks for and we do not have, or
 * do not read, is an error.
 */
record GoldenCase(Sequential model, Dataset data, Fit fit) {

  static GoldenCase of(JsonNode run) {
    SimpleMatrix x = new SimpleMatrix(matrix(run.get("x")));
    SimpleMatrix y = new SimpleMatrix(matrix(run.get("y")));
    var layers = new ArrayList<Layer>();
    for (JsonNode layer : run.get("layers")) {
      layers.add(layer(new Settings(layer)));
    }
    if (!run.get("kernel_regularizer").isNull()) {
      throw unknown("regularizer", run.get("kernel_regularizer").toString());
    }
    var fit =
        new Fit(
                optimizer(new Settings(run.get("optimizer"))),
                loss(run.get("loss").asText(), new Settings(run.get("loss_args"))),
                run.get("epochs").asInt(),
                run.get("batch_size").asInt())
            .shuffle(run.get("shuffle").asBoolean());
    return new GoldenCase(
        new Sequential(x.getNumCols(), layers), new Dataset(run.get("name").asText(), x, y), fit);
  }

  private static Layer layer(Settings settings) {
    String type = settings.text("type");
    Layer layer =
        switch (type) {
          case "dense" -> dense(settings);
          default -> throw unknown("layer", type);
        };
    settings.expectAllRead();
    return layer;
  }

  private static Layer dense(Settings settings) {
    var dense =
        new Dense(settings.take("units").asInt(), activation(settings.text("activation")))
            .useBias(settings.take("use_bias").asBoolean())
            .kernelInitializer(Given.of(matrix(settings.take("kernel"))));
    return dense.useBias()
        ? dense.biasInitializer(Given.row(vector(settings.take("bias"))))
        : dense;
  }

  static Activation activation(String name) {
    return switch (name) {
      case "linear" -> Activation.LINEAR;
      case "relu" -> Activation.RELU;
      default -> throw unknown("activation", name);
    };
  }

  private static Loss loss(String name, Settings settings) {
    Loss loss =
        switch (name) {
          case "mean_squared_error" -> Loss.MSE;
          case "mean_absolute_error" -> Loss.MAE;
          default -> throw unknown("loss", name);
        };
    settings.expectAllRead();
    return loss;
  }

  private static Optimizer optimizer(Settings settings) {
    String name = settings.text("class");
    double rate = settings.number("learning_rate");
    Optimizer optimizer =
        switch (name) {
          case "SGD" -> new SGD(rate);
          case "Adam" ->
              new Adam(
                  rate,
                  settings.number("beta_1"),
                  settings.number("beta_2"),
                  settings.number("epsilon"));
          default -> throw unknown("optimizer", name);
        };
    settings.expectAllRead();
    return optimizer;
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
      left = object.deepCopy();
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
