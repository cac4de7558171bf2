package reluctant.steps;

import static reluctant.Text.format;

import org.jspecify.annotations.Nullable;
import reluctant.Jvm;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.data.Problem;
import reluctant.nn.Sequential;
import reluctant.nn.Variable;

/**
 * What a training takes of the memory, reckoned before any of it is taken: numbers for the model
 * and its data, and numbers for each sample of a batch. What grows with the epochs is left out, as
 * a training may end before them.
 */
public final class Footprint {

  /** The rest is for the program around it, and for gaps: a large array needs room in one piece. */
  private static final double SHARE = 0.5;

  private static final double MEMORY = Jvm.memory();

  /** Side by side; a single training has no matrix of more than a gibibyte. */
  private static final double LARGEST_ARRAY = Integer.MAX_VALUE - 8.0;

  private static final double LARGEST_MATRIX = 1 << 27;
  private static final double MEBIBYTE = 1 << 20;

  /** Parameters, gradient, up to three of an optimizer, and the network that is given away. */
  private static final int OF_EACH_PARAMETER = 6;

  /** Of one network: its start, and copies that layers and optimizers work on. */
  private static final int OF_ONE_NETWORK = 6;

  /** Pre-activations, outputs and their slopes; of inputs and targets, a batch twice. */
  private static final int OF_EACH_UNIT = 4;

  /**
   * Side by side, the factors of a product are packed, with up to so many more rows and columns.
   */
  private static final int MORE = 8;

  /** While data are drawn: what is drawn, and the dataset's own copy of it. */
  private static final int OF_EACH_DATUM = 2;

  private final Problem data;
  private final int batchSize;
  private final int others;
  private final double parameters;
  private final double frozen;
  private final double networks;
  private final double features;
  private final double widest;
  private final int width;
  private final boolean isSideBySide;
  private final int ofEachParameter;
  private final double largestArray;

  private Footprint(
      Sequential model,
      Problem data,
      int batchSize,
      int others,
      int networks,
      int width,
      boolean isSideBySide,
      boolean keepsBest) {
    this.data = data;
    this.batchSize = Math.min(batchSize, data.samples());
    this.others = others;
    this.networks = networks;
    this.width = width;
    this.isSideBySide = isSideBySide;
    ofEachParameter = keepsBest ? OF_EACH_PARAMETER + 1 : OF_EACH_PARAMETER;
    largestArray = isSideBySide ? LARGEST_ARRAY : LARGEST_MATRIX;
    double sum = model.inputs();
    double most = sum;
    int inputs = model.inputs();
    double count = 0;
    double fixed = 0;
    for (var layer : model.layers()) {
      for (Variable variable : layer.variables(inputs)) {
        count += variable.size();
        fixed += variable.trainable() ? 0 : variable.size();
      }
      inputs = layer.outputs(inputs);
      sum += inputs;
      most = Math.max(most, inputs);
    }
    parameters = count;
    frozen = fixed;
    features = sum;
    widest = most;
  }

  /**
   * Of a single training.
   *
   * @param model the network
   * @param data what it learns
   * @param batchSize how many samples a step has
   * @param others the data that it is measured on besides, or null
   * @return what that takes
   */
  public static Footprint of(
      Sequential model, Problem data, int batchSize, @Nullable Dataset others) {
    int more = others == null ? 0 : others.samples();
    return new Footprint(model, data, batchSize, more, 1, 1, false, false);
  }

  /**
   * Of networks that are trained side by side.
   *
   * @param model each of them
   * @param data what they learn
   * @param batchSize how many samples a step has
   * @param others the data that they are measured on besides, or null
   * @param networks how many there are
   * @param width how many of them are worked on at once
   * @param keepsBest whether the best network so far of each is kept
   * @return what that takes
   */
  public static Footprint sideBySide(
      Sequential model,
      Problem data,
      int batchSize,
      @Nullable Dataset others,
      int networks,
      int width,
      boolean keepsBest) {
    int lanes = (networks + width - 1) / width * width;
    int more = others == null ? 0 : others.samples();
    return new Footprint(model, data, batchSize, more, lanes, width, true, keepsBest);
  }

  /** Says whether so many of these fit at the same time. */
  public boolean fits(int threads) {
    return batchSize <= mostSamples(threads);
  }

  /**
   * Refuses what does not fit, and says what would.
   *
   * @throws IllegalArgumentException if so many of these do not fit at the same time
   */
  public void check(int threads) {
    if (fits(threads)) {
      return;
    }
    int others = threads;
    while (others > 1 && !fits(others)) {
      others--;
    }
    if (fits(others)) {
      throw refusal("threads", others, "use fewer", threads);
    }
    double samples = Math.floor(mostSamples(1));
    if (samples >= 1) {
      throw refusal("batchSize", samples, "use smaller batches", batchSize);
    }
    double forData = ofData(data.samples());
    if (forData > most(1) / 2 || dataArray(data.samples()) > largestArray) {
      double drawn = Math.min(most(1) / 2 / ofData(1), largestArray / dataArray(1));
      throw refusal("samples", Math.floor(drawn), "use fewer", data.samples());
    }
    // Layers of a deep model shrink as the root of its parameters, those of a shallow one faster.
    double units = ofUnits(1);
    double fixed = forData + ofOthers();
    double ofParameters = numbers(1) - units - fixed;
    double root =
        (Math.sqrt(units * units + 4 * ofParameters * (most(1) - fixed)) - units)
            / (2 * ofParameters);
    double fewer = Math.floor(parameters * Math.min(root * root, largestArray / widestArray()));
    throw refusal("the model's parameters", fewer, "use fewer units", parameters);
  }

  private static IllegalArgumentException refusal(
      String what, double most, String cure, double received) {
    return Require.refusal(
        format(
            "%s must be at most %d to fit into the %d MB of this Java, %s or start it with more"
                + " (-Xmx). Received: %d",
            what, (long) most, (long) (MEMORY / MEBIBYTE), cure, (long) received));
  }

  /** How large a batch may be. */
  private double mostSamples(int threads) {
    boolean areShort = Math.max(widestArray(), dataArray(data.samples())) <= largestArray;
    int more = isSideBySide ? MORE : 0;
    double byArrays = areShort ? largestArray / ((widest + more) * width) - more : 0;
    return Math.min(byArrays, (most(threads) - numbers(0)) / (numbers(1) - numbers(0)));
  }

  /** All numbers of one kind that lie together, such as a gradient. */
  private double widestArray() {
    return parameters * networks;
  }

  /** The data of networks, each of which has drawn its own, lie together. */
  private double dataArray(double samples) {
    boolean isOwn = isSideBySide && !data.isFixed();
    return isOwn ? (data.features() + data.outputs()) * samples * networks : 0;
  }

  private static double most(int threads) {
    return SHARE * MEMORY / Double.BYTES / threads;
  }

  /** How many numbers there are with so many samples in a batch. */
  private double numbers(double samples) {
    return (ofEachParameter * parameters + frozen) * networks
        + OF_ONE_NETWORK * parameters
        + ofUnits(samples)
        + ofData(data.samples())
        + ofOthers();
  }

  private double ofUnits(double samples) {
    return isSideBySide
        ? (OF_EACH_UNIT * features * samples + (samples + MORE) * (widest + MORE)) * width
        : OF_EACH_UNIT * features * (samples + others);
  }

  /** Side by side, other data go through the memory of a batch, from a copy in pieces. */
  private double ofOthers() {
    return isSideBySide ? (data.features() + data.outputs() + 1.0) * others : 0;
  }

  private double ofData(double samples) {
    double numbers = (data.features() + data.outputs()) * samples;
    double laidOut = isSideBySide && !data.isFixed() ? networks : 0;
    return data instanceof Dataset ? samples : (OF_EACH_DATUM + laidOut) * numbers;
  }
}
