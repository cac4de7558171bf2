package reluctant.lanes;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import reluctant.elementary.Elementary;
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
import reluctant.nn.NecroRelu;
import reluctant.nn.PReLU;
import reluctant.nn.RandomUniform;
import reluctant.nn.Regularizer;
import reluctant.nn.Relu;
import reluctant.nn.Repulsion;
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
import reluctant.optimizers.Rprop;
import reluctant.optimizers.SGD;
import reluctant.optimizers.Schedule;
import reluctant.train.BinaryAccuracy;
import reluctant.train.Huber;
import reluctant.train.Loss;
import reluctant.train.Metric;

/** Draws what random trials are made of. */
final class RandomParts {

  static final List<Activation> ACTIVATIONS =
      List.of(
          Activation.LINEAR,
          Activation.RELU,
          Activation.RELU6,
          Activation.LEAKY_RELU,
          Activation.ELU,
          Activation.SELU,
          Activation.GELU,
          Activation.SILU,
          Activation.MISH,
          Activation.SOFTPLUS,
          Activation.SOFTSIGN,
          Activation.SIGMOID,
          Activation.HARD_SIGMOID,
          Activation.TANH,
          Activation.EXPONENTIAL,
          Activation.ABS,
          Activation.SOFTMAX,
          new LeakyRelu(-1),
          new NecroRelu(),
          new Elu(0.5),
          new Relu(0.1, 3, 0.5),
          new Relu(-0.5, 2, -1),
          new Relu(0.25, Double.POSITIVE_INFINITY, 0),
          new Relu(0, 6, 0));

  static final List<Loss> LOSSES =
      List.of(
          Loss.MSE,
          Loss.MAE,
          Loss.MAPE,
          Loss.MSLE,
          Loss.LOG_COSH,
          Loss.BINARY_CROSSENTROPY,
          Loss.BINARY_CROSSENTROPY_FROM_LOGITS,
          Loss.CATEGORICAL_CROSSENTROPY,
          Loss.CATEGORICAL_CROSSENTROPY_FROM_LOGITS,
          new Huber(1));

  static final List<Metric> METRICS =
      List.of(Metric.BINARY_ACCURACY, Metric.CATEGORICAL_ACCURACY, new BinaryAccuracy(0));

  static final List<Optimizer> OPTIMIZERS =
      List.of(
          new SGD(),
          new SGD(0.01, 0.9, true),
          new Adam(),
          new Adam(0.001, 0.8, 0.9, 1e-3, true),
          new AdamW(),
          new Adamax(),
          new Nadam(),
          new RMSprop(),
          new RMSprop(0.001, 0.9, 0.5, 1e-7, true),
          new Adagrad(),
          new Adadelta(),
          new Ftrl(),
          new Lion(),
          new Rprop(0.01));

  static final List<Schedule> SCHEDULES =
      List.of(
          new ExponentialDecay(1, 7, 0.5),
          new ExponentialDecay(1, 3, 0.9, true),
          new InverseTimeDecay(1, 5, 0.3),
          new PolynomialDecay(1, 20, 0.01, 2, true),
          new PiecewiseConstantDecay(1).after(4, 0.1).after(9, 2));

  private final UniformRandomProvider random;

  RandomParts(UniformRandomProvider random) {
    this.random = random;
  }

  @SafeVarargs
  final <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Returns a number whose logarithm is drawn uniformly. */
  double magnitude(double least, double most) {
    double size = Elementary.log(most / least);
    return least * Elementary.exp(random.nextDouble() * size);
  }

  Metric metric() {
    return random.nextBoolean() ? loss() : one(METRICS);
  }

  /** Returns a loss, behind a sigmoid or softmax often that of its own. */
  Loss loss(Layer last) {
    if (last instanceof Dense dense && random.nextInt(3) > 0) {
      if (dense.activation() == Activation.SIGMOID) {
        return Loss.BINARY_CROSSENTROPY;
      } else if (dense.activation() == Activation.SOFTMAX) {
        return Loss.CATEGORICAL_CROSSENTROPY;
      }
    }
    return loss();
  }

  private Loss loss() {
    return random.nextInt(3) == 0 ? Loss.MSE : one(LOSSES);
  }

  /** Mostly one that learns; now and then one that diverges at once, or hardly moves. */
  Optimizer optimizer() {
    double rate =
        switch (random.nextInt(12)) {
          case 0 -> 1e200;
          case 1 -> 30;
          case 2 -> 1e-160;
          default -> magnitude(1e-4, 1);
        };
    Optimizer optimizer = one(OPTIMIZERS).learningRate(rate);
    if (random.nextInt(4) == 0) {
      optimizer = optimizer.learningRate(one(SCHEDULES).startingAt(rate));
    }
    return switch (random.nextInt(12)) {
      case 0 -> optimizer.clipValue(0.1);
      case 1 -> optimizer.clipNorm(0.1);
      case 2 -> optimizer.globalClipNorm(0.1);
      default -> optimizer;
    };
  }

  /** Returns up to three hidden layers, the last layer, and others that stand among them. */
  Layer[] layers(int outputs) {
    var layers = new ArrayList<Layer>();
    addOthers(layers, 12);
    for (int hidden = random.nextInt(4); hidden > 0; hidden--) {
      layers.add(dense(1 + random.nextInt(6), one(ACTIVATIONS)));
      addOthers(layers, 4);
    }
    layers.add(dense(outputs, lastActivation()));
    addOthers(layers, 12);
    return layers.toArray(new Layer[0]);
  }

  private Activation lastActivation() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> one(ACTIVATIONS);
      case 2 -> Activation.SIGMOID;
      case 3 -> Activation.SOFTMAX;
      default -> Activation.LINEAR;
    };
  }

  private void addOthers(List<Layer> layers, int seldom) {
    if (random.nextInt(seldom) == 0) {
      var prelu = one(new PReLU(), new PReLU(new Constant(0.25)), new PReLU(Initializer.HE_NORMAL));
      layers.add(prelu.trainable(random.nextInt(4) > 0));
    }
    if (random.nextInt(seldom) == 0) {
      layers.add(new Dropout(one(0.0, 0.1, 0.5)));
    }
  }

  private Dense dense(int units, Activation activation) {
    var dense = new Dense(units, activation).useBias(random.nextInt(5) > 0);
    return dense
        .kernelTrainable(random.nextInt(8) > 0)
        .biasTrainable(random.nextInt(8) > 0)
        .kernelInitializer(kernelInitializer())
        .biasInitializer(one(Initializer.ZEROS, Initializer.ONES, new Constant(-0.0)))
        .kernelRegularizer(regularizer())
        .kernelConstraint(random.nextInt(12) == 0 ? Constraint.NON_NEGATIVE : Constraint.NONE);
  }

  private Initializer kernelInitializer() {
    return switch (random.nextInt(10)) {
      case 0 -> Initializer.ZEROS;
      case 1 -> new Constant(1e-310);
      case 2 -> new RandomUniform(-2, 2);
      case 3 -> Initializer.HE_NORMAL;
      default -> Initializer.GLOROT_UNIFORM;
    };
  }

  private Regularizer regularizer() {
    return switch (random.nextInt(15)) {
      case 0 -> new L1L2(0.1, 0.01);
      case 1 -> new Repulsion(0.1);
      default -> Regularizer.NONE;
    };
  }
}
