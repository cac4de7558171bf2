package reluctant.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reluctant.Require;
import reluctant.nn.Activation;
import reluctant.nn.Constant;
import reluctant.nn.Constraint;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Elu;
import reluctant.nn.Initializer;
import reluctant.nn.L1L2;
import reluctant.nn.Layer;
import reluctant.nn.LeakyRelu;
import reluctant.nn.PReLU;
import reluctant.nn.RandomNormal;
import reluctant.nn.RandomUniform;
import reluctant.nn.Regularizer;
import reluctant.nn.Relu;
import reluctant.nn.Sequential;
import reluctant.nn.TruncatedNormal;
import reluctant.nn.VarianceScaling;

/** Layers in Keras' words. */
final class KerasLayers {
  private static final String LAYERS = "keras.layers.";
  private static final String INITIALIZERS = "keras.initializers.";

  private KerasLayers() {}

  /**
   * Returns the layers of a model, a call each.
   *
   * @throws IllegalArgumentException if it has one that Keras has not
   */
  static List<String> of(Sequential model) {
    var calls = new ArrayList<String>();
    calls.add("keras.Input((" + model.inputs() + ",))");
    for (Layer layer : model.layers()) {
      calls.addAll(of(layer));
    }
    return calls;
  }

  /**
   * Returns the lines that freeze the kernel or the bias alone, which no argument of a layer says.
   */
  static String frozen(Sequential model) {
    var lines = new StringBuilder();
    int index = 0;
    for (Layer layer : model.layers()) {
      if (layer instanceof Dense dense && dense.kernelTrainable() != dense.biasTrainable()) {
        String variable = dense.kernelTrainable() ? "bias" : "kernel";
        if (dense.useBias() || !dense.kernelTrainable()) {
          lines.append("model.layers[" + index + "]." + variable + ".trainable = False\n");
        }
      }
      index += of(layer).size();
    }
    return lines.toString();
  }

  private static List<String> of(Layer layer) {
    if (layer instanceof Dropout dropout) {
      return List.of(Python.call(LAYERS + "Dropout", Python.named("rate", dropout.rate())));
    }
    if (layer instanceof PReLU prelu) {
      return List.of(
          Python.call(
              LAYERS + "PReLU",
              initializer("alpha_initializer", prelu.alphaInitializer(), Initializer.ZEROS),
              Python.named("trainable", prelu.trainable(), true)));
    }
    if (layer instanceof Dense dense) {
      return dense(dense);
    }
    throw unknown("layers", layer);
  }

  /** A Dense layer, with an activation that has no name behind it. */
  private static List<String> dense(Dense dense) {
    Optional<String> behind = layer(dense.activation());
    String call =
        Python.call(
            LAYERS + "Dense",
            String.valueOf(dense.units()),
            behind.isPresent() ? "" : activation(dense.activation()),
            Python.named("use_bias", dense.useBias(), true),
            initializer(
                "kernel_initializer", dense.kernelInitializer(), Initializer.GLOROT_UNIFORM),
            initializer("bias_initializer", dense.biasInitializer(), Initializer.ZEROS),
            regularizer(dense.kernelRegularizer()),
            constraint(dense.kernelConstraint()),
            Python.named("trainable", dense.kernelTrainable() || dense.biasTrainable(), true));
    return behind.map(layer -> List.of(call, layer)).orElse(List.of(call));
  }

  private static Optional<String> layer(Activation activation) {
    if (activation instanceof LeakyRelu leaky) {
      return Optional.of(
          Python.call(LAYERS + "LeakyReLU", Python.named("negative_slope", leaky.negativeSlope())));
    }
    if (activation instanceof Elu elu) {
      return Optional.of(Python.call(LAYERS + "ELU", Python.named("alpha", elu.alpha())));
    }
    if (activation instanceof Relu relu) {
      return Optional.of(
          Python.call(
              LAYERS + "ReLU",
              relu.maxValue() < Double.POSITIVE_INFINITY
                  ? Python.named("max_value", relu.maxValue())
                  : "",
              Python.named("negative_slope", relu.negativeSlope(), 0),
              Python.named("threshold", relu.threshold(), 0)));
    }
    return Optional.empty();
  }

  private static String activation(Activation activation) {
    if (activation.equals(Activation.LINEAR)) {
      return "";
    }
    if (activation.equals(Activation.ABS)) {
      return "activation=keras.ops.abs";
    }
    // Of the library's own, the constants alone are enums, and named as Keras names them.
    if (activation instanceof Enum<?> constant) {
      return Python.named("activation", constant.name().toLowerCase(Locale.ROOT));
    }
    throw unknown("activations", activation);
  }

  /** Blank for the usual one, and for one that Keras has not: the first weights are given. */
  private static String initializer(String name, Initializer initializer, Initializer usual) {
    if (initializer.equals(usual)) {
      return "";
    }
    String call = initializer(initializer);
    return call.isEmpty() ? "" : name + "=" + INITIALIZERS + call;
  }

  private static String initializer(Initializer initializer) {
    if (initializer instanceof VarianceScaling scaling) {
      return Python.call(
          "VarianceScaling",
          Python.named("scale", scaling.scale()),
          Python.named("mode", scaling.mode().name().toLowerCase(Locale.ROOT)),
          Python.named("distribution", scaling.distribution().name().toLowerCase(Locale.ROOT)));
    }
    if (initializer instanceof RandomUniform uniform) {
      return Python.call(
          "RandomUniform",
          Python.named("minval", uniform.minimum()),
          Python.named("maxval", uniform.maximum()));
    }
    if (initializer instanceof RandomNormal normal) {
      return normal("RandomNormal", normal.mean(), normal.deviation());
    }
    if (initializer instanceof TruncatedNormal normal) {
      return normal("TruncatedNormal", normal.mean(), normal.deviation());
    }
    return initializer instanceof Constant constant
        ? Python.call("Constant", Python.named("value", constant.value()))
        : "";
  }

  private static String normal(String name, double mean, double deviation) {
    return Python.call(name, Python.named("mean", mean), Python.named("stddev", deviation));
  }

  private static String regularizer(Regularizer regularizer) {
    if (regularizer.equals(Regularizer.NONE)) {
      return "";
    }
    if (regularizer instanceof L1L2 both) {
      return "kernel_regularizer="
          + Python.call(
              "keras.regularizers.L1L2",
              Python.named("l1", both.l1()),
              Python.named("l2", both.l2()));
    }
    throw unknown("regularizers", regularizer);
  }

  private static String constraint(Constraint constraint) {
    if (constraint.equals(Constraint.NONE)) {
      return "";
    }
    if (constraint.equals(Constraint.NON_NEGATIVE)) {
      return "kernel_constraint=keras.constraints.NonNeg()";
    }
    throw unknown("constraints", constraint);
  }

  /** What Keras has not. */
  static IllegalArgumentException unknown(String kind, Object received) {
    return Require.refusal(
        kind + " must be some that Keras has, to become its code. Received: " + received);
  }
}
