package reluctant.lanes;

import static reluctant.data.Inputs.bits;
import static reluctant.data.Inputs.coins;
import static reluctant.data.Inputs.normal;
import static reluctant.data.Inputs.uniform;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.amplitudeSpectrum;
import static reluctant.data.Problems.euclideanDistance;
import static reluctant.data.Problems.firFilter;
import static reluctant.data.Problems.formula;
import static reluctant.data.Problems.oneRelu;
import static reluctant.data.Problems.points;
import static reluctant.data.Problems.xor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.data.Dataset;
import reluctant.data.Distribution;
import reluctant.data.Problem;
import reluctant.data.Signal;
import reluctant.nn.RandomStream;
import reluctant.nn.Sequential;
import reluctant.optimizers.Optimizer;
import reluctant.train.EarlyStopping;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Metric;
import reluctant.train.Trial;

/**
 * Trials that nobody would think of, drawn from all parts of the library: a number gives the same
 * one on every JDK.
 */
public final class RandomTrials {

  /** Neighbouring seeds of a trial. */
  record Block(Trial trial, long first, int count) {

    /** Returns the trials of the block, by ascending seed. */
    List<Trial> trials() {
      return IntStream.range(0, count).mapToObj(i -> trial.seed(first + i)).toList();
    }
  }

  private static final int MOST_SAMPLES = 60;

  private final UniformRandomProvider random;
  private final RandomParts parts;

  private RandomTrials(long number) {
    random = RandomStream.DATA.of(number);
    parts = new RandomParts(random);
  }

  /** Returns the block of that number, as many seeds as fill some groups of lanes, and not all. */
  static Block block(long number) {
    var draw = new RandomTrials(number);
    int count = 1 + draw.random.nextInt(12);
    long first = 64L * draw.random.nextInt() + draw.random.nextInt(65 - count);
    return new Block(draw.trial(), first, count);
  }

  /** Returns the first trial of the block of that number, whose line names it. */
  public static Trial first(long number) {
    Block block = block(number);
    return block.trial().seed(block.first());
  }

  private Trial trial() {
    Problem data = data();
    var model = Sequential.of(data.features(), parts.layers(data.outputs()));
    return new Trial(model, data, fit(model), 0);
  }

  private Problem data() {
    int samples = 1 + random.nextInt(MOST_SAMPLES);
    return switch (random.nextInt(18)) {
      case 0 -> absoluteValue(Math.max(2, samples), 10);
      case 1 -> euclideanDistance(samples, Distribution.NORMAL);
      case 2 -> firFilter(samples, Signal.AR1, 0.5, -0.25, 0.125).noise(0.1);
      case 3 -> oneRelu(samples, 1, -0.5);
      case 4 -> xor(samples, 0.1);
      case 5 -> amplitudeSpectrum(samples, 3);
      case 6 -> formula("exp(-x1^2) sin(3 x2); atan2(x1, x2)", normal(samples)).noise(0.1);
      case 7 -> formula("mod(ones, 2)", coins(samples)).features(3).inputNoise(0.1);
      case 8 -> formula("x^1.5 / (1 + x)", uniform(0, 4, samples + 1)).standardized();
      case 9 -> formula("n log1p(n)", bits(0, 7, 3)).scaledTargets(0.1).without(5);
      default -> noise(samples, 1 + random.nextInt(4), 1 + random.nextInt(3));
    };
  }

  /**
   * From 0 or -1 to 1, or at a scale whose products are denormal, or overflow. Written out, so that
   * each trial has a line.
   */
  private Dataset noise(int samples, int features, int outputs) {
    double scale = parts.one(1.0, 1.0, 1.0, 1e-3, 100.0, 1e-160, 1e-308, 1e120);
    double least = random.nextBoolean() ? 0 : -1;
    SimpleMatrix inputs = matrix(samples, features, least, scale);
    SimpleMatrix targets = matrix(samples, outputs, least, scale);
    return points(inputs.concatColumns(targets).toArray2(), outputs);
  }

  private SimpleMatrix matrix(int rows, int columns, double least, double scale) {
    var matrix = new SimpleMatrix(rows, columns);
    for (int i = 0; i < matrix.getNumElements(); i++) {
      double value = least + (1 - least) * random.nextDouble();
      matrix.set(i, random.nextInt(10) == 0 ? 0 : scale * value);
    }
    return matrix;
  }

  /** Now and then one that others follow. */
  private Fit fit(Sequential model) {
    Fit fit = single(model);
    while (random.nextInt(4) == 0) {
      fit = fit.then(single(model));
    }
    if (random.nextInt(4) == 0) {
      fit = fit.metrics(metrics());
    }
    if (random.nextInt(4) == 0) {
      int samples = 1 + random.nextInt(MOST_SAMPLES);
      fit = fit.validationData(noise(samples, model.inputs(), model.outputs()));
    }
    return fit;
  }

  private Fit single(Sequential model) {
    Optimizer optimizer = parts.optimizer();
    int epochs = 1 + random.nextInt(12);
    Loss loss = parts.loss(model.layers().get(model.layers().size() - 1));
    Fit fit = new Fit(optimizer, loss, epochs, 1 + random.nextInt(MOST_SAMPLES / 2));
    if (random.nextInt(5) == 0) {
      fit = fit.shuffle(false);
    }
    if (random.nextInt(3) == 0) {
      double minDelta = parts.one(0.0, 0.0, 0.01);
      int patience = 1 + random.nextInt(3);
      fit = fit.earlyStopping(new EarlyStopping(patience, minDelta, random.nextBoolean()));
    }
    return random.nextInt(4) == 0 ? fit.untilLoss(parts.magnitude(1e-3, 10)) : fit;
  }

  private Metric[] metrics() {
    var metrics = new ArrayList<Metric>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      metrics.add(parts.metric());
    }
    return metrics.toArray(new Metric[0]);
  }
}
