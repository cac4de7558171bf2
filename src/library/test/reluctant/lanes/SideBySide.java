package reluctant.lanes;

import static reluctant.data.Distribution.NORMAL;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.amplitudeSpectrum;
import static reluctant.data.Problems.euclideanDistance;
import static reluctant.data.Problems.firFilter;
import static reluctant.data.Problems.oneRelu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import reluctant.data.Dataset;
import reluctant.data.Signal;
import reluctant.nn.Activation;
import reluctant.nn.Constant;
import reluctant.nn.Constraint;
import reluctant.nn.Dense;
import reluctant.nn.Elu;
import reluctant.nn.Initializer;
import reluctant.nn.L1L2;
import reluctant.nn.LeakyRelu;
import reluctant.nn.NecroRelu;
import reluctant.nn.RandomStream;
import reluctant.nn.Relu;
import reluctant.nn.Repulsion;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adadelta;
import reluctant.optimizers.Adagrad;
import reluctant.optimizers.Adam;
import reluctant.optimizers.AdamW;
import reluctant.optimizers.Adamax;
import reluctant.optimizers.ExponentialDecay;
import reluctant.optimizers.Ftrl;
import reluctant.optimizers.Lion;
import reluctant.optimizers.Nadam;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.PolynomialDecay;
import reluctant.optimizers.RMSprop;
import reluctant.optimizers.Rprop;
import reluctant.optimizers.SGD;
import reluctant.train.EarlyStopping;
import reluctant.train.Fit;
import reluctant.train.Huber;
import reluctant.train.Loss;
import reluctant.train.Metric;
import reluctant.train.Trial;

/** Trials that can be trained side by side: every shape, activation, loss and optimizer. */
final class SideBySide {

  private static final Fit ADAM = new Fit(new Adam(0.01), Loss.MSE, 12, 16);
  private static final Trial HINGES =
      new Trial(
          Sequential.of(1, new Dense(2, Activation.RELU), new Dense(1)),
          absoluteValue(50, 10),
          ADAM,
          0);

  private SideBySide() {}

  static Map<String, Trial> trials() {
    var trials = new LinkedHashMap<String, Trial>();
    addShapes(trials);
    addActivations(trials);
    addKinks(trials);
    addLosses(trials);
    addClasses(trials);
    addOptimizers(trials);
    addPenalties(trials);
    addFrozen(trials);
    addFollowing(trials);
    trials.put(
        "drawn data",
        new Trial(
            Sequential.of(2, new Dense(3, Activation.RELU), new Dense(1)),
            euclideanDistance(70, NORMAL),
            ADAM,
            0));
    trials.put("drawn data of one input", HINGES.data(oneRelu(53, 1, -0.5)));
    trials.put(
        "drawn data of several outputs",
        new Trial(
            Sequential.of(5, new Dense(4, Activation.TANH), new Dense(3)),
            amplitudeSpectrum(53, 5),
            ADAM,
            0));
    var filter = firFilter(53, Signal.AR1, 0.5, -0.25, 0.125, 1).noise(0.1);
    trials.put(
        "drawn data, not shuffled",
        new Trial(Sequential.of(4, new Dense(1)), filter, ADAM.shuffle(false), 0));
    trials.put("not shuffled", HINGES.fit(ADAM.shuffle(false)));
    trials.put("one batch", HINGES.fit(ADAM.batchSize(1000)));
    trials.put("batches of one", HINGES.fit(ADAM.batchSize(1)));
    return trials;
  }

  private static void addShapes(Map<String, Trial> trials) {
    for (int inputs = 1; inputs <= 5; inputs++) {
      trials.put("only one layer of " + inputs, noise(inputs, inputs, new Dense(inputs)));
      for (int units = 1; units <= 5; units++) {
        trials.put(
            "%d-%d-1".formatted(inputs, units),
            noise(inputs, 1, new Dense(units, Activation.RELU), new Dense(1)));
      }
    }
    trials.put(
        "deep, with several outputs",
        noise(
            3,
            2,
            new Dense(4, Activation.RELU),
            new Dense(7, Activation.RELU).useBias(false),
            new Dense(2, Activation.RELU),
            new Dense(2)));
    trials.put("no bias", noise(2, 1, new Dense(3, Activation.RELU), new Dense(1).useBias(false)));
    trials.put("linear below", noise(2, 1, new Dense(3), new Dense(2), new Dense(1)));
    trials.put("activation at the end", noise(2, 1, new Dense(1, Activation.RELU)));
  }

  private static void addActivations(Map<String, Trial> trials) {
    for (Activation activation :
        List.of(
            Activation.RELU6,
            Activation.ELU,
            Activation.SELU,
            Activation.GELU,
            Activation.SOFTPLUS,
            Activation.SIGMOID,
            Activation.SOFTMAX,
            Activation.TANH,
            Activation.ABS,
            new LeakyRelu(0.2),
            new LeakyRelu(0),
            new LeakyRelu(-1),
            new NecroRelu(),
            new Elu(0.5),
            new Relu(0.1, 3, 0.5))) {
      trials.put(
          "activation " + activation,
          noise(2, 1, new Dense(3, activation), new Dense(2, activation), new Dense(1)));
      for (int units = 1; units <= 4; units++) {
        trials.put(
            "%d units of %s".formatted(units, activation),
            noise(1, 1, new Dense(units, activation), new Dense(1)));
      }
      trials.put("last activation " + activation, noise(2, 2, new Dense(2, activation)));
    }
    trials.put(
        "zeros, where kinks are",
        noise(
            2,
            1,
            new Dense(3, Activation.ABS).kernelInitializer(Initializer.ZEROS),
            new Dense(2, new LeakyRelu(0.3)),
            new Dense(1)));
  }

  private static void addKinks(Map<String, Trial> trials) {
    // 0 is among the inputs.
    var odd = new Trial(HINGES.model(), absoluteValue(51, 10), ADAM, 0);
    trials.put("a sample on the kink", odd);
    for (double bias : List.of(0.0, -0.0)) {
      var flat =
          new Dense(2, Activation.RELU)
              .kernelInitializer(Initializer.ZEROS)
              .biasInitializer(new Constant(bias));
      trials.put(
          "all samples on the kink, bias " + bias, odd.model(Sequential.of(1, flat, new Dense(1))));
    }
  }

  private static void addLosses(Map<String, Trial> trials) {
    for (Loss loss :
        List.of(
            Loss.MAE,
            Loss.MAPE,
            Loss.MSLE,
            Loss.LOG_COSH,
            Loss.BINARY_CROSSENTROPY,
            Loss.BINARY_CROSSENTROPY_FROM_LOGITS,
            Loss.CATEGORICAL_CROSSENTROPY,
            Loss.CATEGORICAL_CROSSENTROPY_FROM_LOGITS,
            new Huber(1))) {
      trials.put("loss " + loss, HINGES.fit(new Fit(new Adam(0.01), loss, 12, 16)));
    }
  }

  private static void addClasses(Map<String, Trial> trials) {
    var hidden = new Dense(4, Activation.RELU);
    var binary = new Fit(new Adam(0.01), Loss.BINARY_CROSSENTROPY, 12, 16);
    var measured = binary.metrics(Loss.MAE, Metric.BINARY_ACCURACY, Loss.BINARY_CROSSENTROPY);
    Trial sigmoid = noise(2, 1, hidden, new Dense(1, Activation.SIGMOID));
    trials.put("binary classes", sigmoid.fit(binary));
    trials.put("binary classes, measured", sigmoid.fit(measured));
    trials.put("squares of binary classes, measured", sigmoid.fit(measured.loss(Loss.MSE)));
    var categorical = binary.loss(Loss.CATEGORICAL_CROSSENTROPY);
    for (int outputs : new int[] {1, 3, 70}) {
      Trial softmax = noise(2, outputs, hidden, new Dense(outputs, Activation.SOFTMAX));
      trials.put(outputs + " classes", softmax.fit(categorical));
      trials.put(
          outputs + " classes, measured",
          softmax.fit(
              categorical.metrics(Metric.CATEGORICAL_ACCURACY, Loss.MSE, categorical.loss())));
      trials.put("squares of " + outputs + " classes", softmax);
      trials.put(
          "squares of " + outputs + " classes, measured",
          softmax.fit(ADAM.metrics(categorical.loss(), Loss.MSE, Loss.BINARY_CROSSENTROPY)));
    }
  }

  private static void addOptimizers(Map<String, Trial> trials) {
    for (Optimizer optimizer :
        List.of(
            new SGD(0.001),
            new SGD(0.001, 0.9, true),
            new Adam(0.001, 0.8, 0.9, 1e-3, true),
            new AdamW(0.01, 0.1),
            new Adamax(0.01),
            new Nadam(0.01),
            new RMSprop(0.001),
            new RMSprop(0.001, 0.9, 0.5, 1e-7, true),
            new Adagrad(0.01),
            new Adadelta(0.5),
            new Ftrl(0.01),
            new Lion(0.001),
            new Rprop(0.001),
            new SGD(0.001).clipValue(0.5),
            new SGD(0.001).clipNorm(0.5),
            new Adam(0.01).globalClipNorm(0.5),
            new Adam().learningRate(new ExponentialDecay(0.05, 30, 0.5)),
            new SGD(1, 0.9).learningRate(new PolynomialDecay(0.001, 100, 0.0001)))) {
      trials.put("optimizer " + optimizer, HINGES.fit(new Fit(optimizer, Loss.MSE, 80, 8)));
    }
    trials.put("some diverge", HINGES.fit(new Fit(new SGD(0.035), Loss.MSE, 60, 16)));
    trials.put("all diverge", HINGES.fit(new Fit(new SGD(1e200), Loss.MSE, 60, 16)));
  }

  private static void addPenalties(Map<String, Trial> trials) {
    var hidden = new Dense(3, Activation.RELU);
    trials.put(
        "repulsion", noise(2, 1, hidden.kernelRegularizer(new Repulsion(0.1)), new Dense(1)));
    trials.put(
        "weight decay", noise(2, 1, hidden.kernelRegularizer(new L1L2(0.1, 0.01)), new Dense(1)));
    trials.put(
        "constraint", noise(2, 1, hidden, new Dense(1).kernelConstraint(Constraint.NON_NEGATIVE)));
  }

  private static void addFrozen(Map<String, Trial> trials) {
    var sum = new Dense(1).useBias(false).kernelInitializer(Initializer.ONES).trainable(false);
    for (int units = 1; units <= 4; units++) {
      var hidden = new Dense(units, Activation.RELU);
      trials.put("a sum of %d units".formatted(units), noise(1, 1, hidden, sum));
      trials.put(
          "%d fixed units".formatted(units), noise(1, 1, hidden.trainable(false), new Dense(1)));
    }
    var wide = new Dense(9, Activation.TANH);
    var penalty = new L1L2(0.1, 0.01);
    Trial kernel =
        noise(2, 2, wide.kernelTrainable(false).kernelRegularizer(penalty), new Dense(2));
    Trial bias =
        noise(2, 1, wide.biasTrainable(false).biasInitializer(Initializer.ONES), new Dense(1));
    trials.put("a fixed kernel, decayed", kernel.optimizer(new AdamW(0.01, 0.1)));
    trials.put("a fixed kernel, by Ftrl", kernel.optimizer(new Ftrl(0.1, -0.5, 0, 1, 1, 1, 1)));
    trials.put("a fixed bias, clipped", bias.optimizer(new Adam(0.01).clipNorm(0.1)));
    trials.put("nothing to train", noise(2, 1, new Dense(1).trainable(false)));
  }

  private static void addFollowing(Map<String, Trial> trials) {
    Fit slow = new Fit(new SGD(0.001, 0.9), Loss.MAE, 9, 7);
    trials.put("another fit", HINGES.then(slow));
    trials.put("many fits", HINGES.then(slow).then(ADAM).then(slow.shuffle(false)));
    trials.put("other fits on drawn data", HINGES.data(oneRelu(53, 1, -0.5)).then(slow).then(ADAM));
    Fit diverging = new Fit(new SGD(0.035), Loss.MSE, 60, 16);
    trials.put("fits after some have diverged", HINGES.fit(diverging).then(slow));
    trials.put("fits of which some diverge", HINGES.then(diverging).then(slow));
    trials.put("no fit after all have diverged", HINGES.optimizer(new SGD(1e200)).then(slow));
    Fit stopped = ADAM.epochs(60).earlyStopping(new EarlyStopping(2)).untilLoss(6);
    trials.put("fits that end early", HINGES.fit(stopped).then(stopped.loss(Loss.MAE)).then(slow));
    trials.put(
        "fits that end early on drawn data",
        HINGES.data(oneRelu(53, 1, -0.5)).fit(stopped.untilLoss(0.1)).then(slow));
    trials.put(
        "fits that are measured",
        HINGES
            .fit(stopped.metrics(Loss.MAE, Loss.MSE).validationData(absoluteValue(9, 10)))
            .then(stopped.loss(Loss.LOG_COSH)));
  }

  private static Trial noise(int inputs, int outputs, Dense... layers) {
    var random = RandomStream.DATA.of(1);
    var x = new SimpleMatrix(53, inputs);
    var y = new SimpleMatrix(53, outputs);
    for (SimpleMatrix matrix : List.of(x, y)) {
      for (int i = 0; i < matrix.getNumElements(); i++) {
        matrix.set(i, 2 * random.nextDouble() - 1);
      }
    }
    return new Trial(Sequential.of(inputs, layers), new Dataset("noise", x, y), ADAM, 0);
  }
}
