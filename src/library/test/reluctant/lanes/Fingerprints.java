package reluctant.lanes;

import static reluctant.data.Inputs.bits;
import static reluctant.data.Inputs.coins;
import static reluctant.data.Inputs.grid;
import static reluctant.data.Inputs.normal;
import static reluctant.data.Inputs.sample;
import static reluctant.data.Inputs.uniform;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.amplitudeSpectrum;
import static reluctant.data.Problems.dft;
import static reluctant.data.Problems.euclideanDistance;
import static reluctant.data.Problems.firFilter;
import static reluctant.data.Problems.formula;
import static reluctant.data.Problems.oneRelu;
import static reluctant.data.Problems.xor;
import static reluctant.nn.Initializer.HE_NORMAL;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import reluctant.data.Dataset;
import reluctant.data.Distribution;
import reluctant.data.Problem;
import reluctant.data.Signal;
import reluctant.formula.Function;
import reluctant.nn.Activation;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Initializer;
import reluctant.nn.PReLU;
import reluctant.nn.RandomStream;
import reluctant.nn.RandomizedAsymmetric;
import reluctant.nn.Repulsion;
import reluctant.nn.Sequential;
import reluctant.nn.SpreadDirections;
import reluctant.nn.SpreadSigns;
import reluctant.optimizers.Adam;
import reluctant.optimizers.Ftrl;
import reluctant.optimizers.Nadam;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * A handful of trials, and a hash of the bits that each ends with. Runs in a JVM of its own too.
 */
public final class Fingerprints {

  private Fingerprints() {}

  /** Prints a line for each trial: its name and its hash. */
  public static void main(String[] arguments) {
    hashes().forEach((name, hash) -> System.out.println(name + " " + hash));
  }

  static Map<String, String> hashes() {
    var hashes = new LinkedHashMap<String, String>();
    trials().forEach((name, trial) -> hashes.put(name, hash(trial.run())));
    var sideBySide = new ArrayList<double[]>();
    for (Trial trial : SideBySide.trials().values()) {
      for (Run run : Lockstep.run(trial, 128, 5)) {
        sideBySide.add(run.network().parameters());
        sideBySide.add(run.history().loss());
      }
    }
    hashes.put("side-by-side", hash(sideBySide.toArray(double[][]::new)));
    hashes.put("drawn-data", hashOfDrawnData());
    hashes.put("formulas", hashOfFormulas());
    return hashes;
  }

  /** Formulas with every function, over inputs of every kind. */
  private static String hashOfFormulas() {
    String all =
        Stream.of(Function.values())
            .map(Function::example)
            .map(example -> example.replace(", ..", "").replaceAll("x(?=\\))", "abs(x1 / 2)"))
            .collect(Collectors.joining("; "));
    return hashOf(
        List.of(
            formula(all + "; x1^1.7; x1 > x2; pi - e", uniform(0.1, 9, 500)).noise(0.1),
            formula("sin(3 x1) x2^2", grid(-1, 1, 20)).standardized(),
            formula("x1 / 3", normal(300)).features(2).inputNoise(0.1).shiftedInputs(0.3, -1),
            formula("hypot(x1, x2)", sample(300, Distribution.DISK)).scaledTargets(1.0 / 3),
            formula("mod(ones, 2); n", bits(0, 99, 8)).without(3, 5),
            formula("x1 == x2", coins(300))));
  }

  private static String hashOfDrawnData() {
    var problems = new ArrayList<Problem>();
    for (Signal signal : Signal.values()) {
      problems.add(firFilter(1000, signal, 0.5, -0.25, 0.125).noise(0.1));
    }
    for (Distribution distribution :
        List.of(Distribution.NORMAL, Distribution.DISK, Distribution.SQUARE)) {
      problems.add(euclideanDistance(1000, distribution));
    }
    problems.addAll(
        List.of(dft(100, 8), amplitudeSpectrum(100, 15), xor(100, 0.2), oneRelu(100, 2, -1)));
    return hashOf(problems);
  }

  private static String hashOf(List<Problem> problems) {
    var numbers = new ArrayList<double[]>();
    for (Problem problem : problems) {
      Dataset data = problem.draw(RandomStream.DATA.of(5));
      numbers.add(data.inputs().getDDRM().data);
      numbers.add(data.targets().getDDRM().data);
    }
    return hash(numbers.toArray(double[][]::new));
  }

  public static Map<String, Trial> trials() {
    var trials = new LinkedHashMap<String, Trial>();
    var hinges = Sequential.of(1, new Dense(2, Activation.RELU), new Dense(1));
    var adam = new Fit(new Adam(0.001), Loss.MSE, 200, 32);
    trials.put("abs-adam", new Trial(hinges, absoluteValue(400, 1000), adam, 7));
    trials.put(
        "abs-sgd-ragged",
        new Trial(hinges, absoluteValue(101, 1), new Fit(new SGD(0.05), Loss.MSE, 100, 32), -3));
    trials.put(
        "wide-mae",
        new Trial(
            Sequential.of(3, new Dense(17, Activation.RELU), new Dense(5)),
            noise(75, 3, 5),
            new Fit(new Adam(0.01), Loss.MAE, 40, 16).metrics(Loss.MSE),
            123_456_789_012L));
    trials.put(
        "wide-ragged",
        new Trial(
            Sequential.of(
                9,
                new Dense(64, Activation.RELU),
                new Dense(3, Activation.TANH),
                new Dense(21, Activation.RELU).useBias(false),
                new Dense(5)),
            noise(75, 9, 5),
            new Fit(new Adam(0.01), Loss.MSE, 20, 32),
            8));
    trials.put(
        "deep-unshuffled",
        new Trial(
            Sequential.of(
                2,
                new Dense(6, Activation.RELU).useBias(false),
                new Dense(4, Activation.RELU),
                new Dense(1)),
            noise(60, 2, 1),
            new Fit(new SGD(0.01), Loss.MSE, 50, 7).shuffle(false),
            Long.MIN_VALUE));
    trials.put(
        "every-activation",
        new Trial(
            Sequential.of(
                2,
                new Dense(5, Activation.TANH).kernelInitializer(Initializer.HE_NORMAL),
                new Dense(5, Activation.GELU).kernelInitializer(new RandomizedAsymmetric()),
                new PReLU(new Constant(0.1)),
                new Dense(5, Activation.SIGMOID).kernelRegularizer(new Repulsion(0.01)),
                new Dropout(0.1),
                new Dense(4, Activation.MISH).kernelInitializer(new SpreadSigns(HE_NORMAL)),
                new Dense(4, Activation.SELU),
                new Dense(4, Activation.SOFTPLUS),
                new Dense(4, Activation.SILU),
                new Dense(1, Activation.EXPONENTIAL)),
            noise(60, 2, 1),
            new Fit(new Nadam(0.002).globalClipNorm(1), Loss.LOG_COSH, 40, 7),
            99));
    trials.put(
        "spread-directions",
        new Trial(
            Sequential.of(
                2,
                new Dense(3, Activation.ELU).kernelInitializer(new SpreadDirections(HE_NORMAL)),
                new Dense(1, Activation.SIGMOID)),
            noise(60, 2, 1),
            new Fit(new Ftrl(0.1), Loss.BINARY_CROSSENTROPY, 40, 7),
            -99));
    trials.put(
        "drawn-by-the-seed",
        new Trial(
            Sequential.of(2, new Dense(3, Activation.RELU), new Dense(1)),
            euclideanDistance(1000, Distribution.NORMAL),
            new Fit(new Adam(0.01), Loss.MSE, 5, 32),
            -65));
    return trials;
  }

  private static Dataset noise(int samples, int features, int outputs) {
    var random = RandomStream.DATA.of(1);
    var x = new SimpleMatrix(samples, features);
    var y = new SimpleMatrix(samples, outputs);
    for (int sample = 0; sample < samples; sample++) {
      for (int i = 0; i < features; i++) {
        x.set(sample, i, 2 * random.nextDouble() - 1);
      }
      for (int i = 0; i < outputs; i++) {
        y.set(sample, i, 2 * random.nextDouble() - 1);
      }
    }
    return new Dataset("noise", x, y);
  }

  /** FNV-1a over the bits of parameters and losses. */
  static String hash(Run run) {
    return hash(run.network().parameters(), run.history().loss());
  }

  private static String hash(double[]... all) {
    long hash = 0xcbf29ce484222325L;
    for (double[] numbers : all) {
      for (double number : numbers) {
        hash = (hash ^ Double.doubleToLongBits(number)) * 0x100000001b3L;
      }
    }
    return Long.toHexString(hash);
  }
}
