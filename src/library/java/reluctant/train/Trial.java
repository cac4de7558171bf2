package reluctant.train;

import static reluctant.Text.format;

import java.nio.file.Path;
import java.util.Collections;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.data.Problem;
import reluctant.json.JsonFile;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Initializer;
import reluctant.nn.Layer;
import reluctant.nn.Network;
import reluctant.nn.RandomStream;
import reluctant.nn.RandomUniform;
import reluctant.nn.Sequential;
import reluctant.optimizers.Optimizer;

/**
 * One training, named: an architecture, what it learns, how, and the seed of everything random.
 *
 * <p>A trial is a pure function. {@link #run()} gives the same bits each time, on every thread and
 * JDK, so that the printed trial is enough to replay a result.
 *
 * @param model the architecture
 * @param data what is learnt
 * @param fit how it is learnt
 * @param seed any number. Initial parameters, drawn data and what dropout drops come from streams
 *     of the seed itself, so that trials of different seeds are independent but for one thing: the
 *     order of samples comes from a stream that a block of 64 seeds shares
 */
public record Trial(Sequential model, Problem data, Fit fit, long seed) {

  public Trial {
    Require.present("model", model);
    Require.present("data", data);
    Require.present("fit", fit);
    check("data", data, model);
    Dataset others = fit.validationData();
    if (others != null) {
      check("validation data", others, model);
    }
  }

  static void check(String name, Problem data, Sequential model) {
    checkWidth("inputs", model.inputs(), name, data.features());
    checkWidth("outputs", model.outputs(), name, data.outputs());
  }

  private static void checkWidth(String what, int model, String name, int data) {
    if (model != data) {
      throw Require.refusal(
          format(
              "the model's %s must be as many as the %s's, %d. Received: %d",
              what, name, data, model));
    }
  }

  /**
   * Returns the samples that this trial learns from. Random ones are drawn anew by each call, from
   * {@link RandomStream#DATA} of the seed: each seed learns from samples of its own.
   *
   * @return the samples, the same for each call
   * @throws IllegalArgumentException if a problem of your own draws another shape than it says
   */
  public Dataset dataset() {
    Dataset drawn = Require.present("drawn data", data.draw(RandomStream.DATA.of(seed)));
    int samples = data.samples();
    Require.shape("drawn inputs", drawn.samples(), drawn.features(), samples, data.features());
    Require.shape("drawn targets", drawn.samples(), drawn.outputs(), samples, data.outputs());
    return drawn;
  }

  /**
   * Returns this trial with another seed.
   *
   * @param seed any number
   */
  public Trial seed(long seed) {
    return new Trial(model, data, fit, seed);
  }

  /**
   * Returns this trial with other data.
   *
   * @param data what is learnt
   */
  public Trial data(Problem data) {
    return new Trial(model, data, fit, seed);
  }

  /**
   * Returns this trial with another architecture.
   *
   * @param model the architecture
   */
  public Trial model(Sequential model) {
    return new Trial(model, data, fit, seed);
  }

  /**
   * Returns this trial with the numbers of a network to start from, whatever its seed: {@link
   * Sequential#startingAt}. They stand in its line.
   *
   * @param network any of the model's shapes, such as one that was trained
   */
  public Trial startingAt(Network network) {
    return model(model.startingAt(network));
  }

  /**
   * Returns this trial with other layers.
   *
   * @param layers the layers in order, at least one
   */
  public Trial layers(Layer... layers) {
    return model(Sequential.of(model.inputs(), layers));
  }

  /**
   * Returns this trial with other starts of its kernels.
   *
   * @param kernelInitializers one for each layer with a kernel, in order
   */
  public Trial kernels(Initializer... kernelInitializers) {
    return model(model.kernelInitializers(kernelInitializers));
  }

  /**
   * Returns this trial with every kernel drawn uniformly from -limit to limit at the start.
   *
   * @param limit the largest initial weight, finite and not below 0
   */
  public Trial uniformStart(double limit) {
    long kernels = model.layers().stream().filter(Dense.class::isInstance).count();
    return kernels(
        Collections.nCopies((int) kernels, new RandomUniform(-limit, limit))
            .toArray(Initializer[]::new));
  }

  /**
   * Returns this trial with another activation in all Dense layers but the last layer.
   *
   * @param activation f
   */
  public Trial hiddenActivation(Activation activation) {
    return model(model.hiddenActivation(activation));
  }

  /**
   * Returns this trial with another number of units in all Dense layers but the last layer.
   *
   * @param units how many units each of them has, at least 1
   */
  public Trial hiddenUnits(int units) {
    return model(model.hiddenUnits(units));
  }

  /**
   * Returns this trial with another optimizer, of the first of several fits.
   *
   * @param optimizer how parameters follow the gradient
   */
  public Trial optimizer(Optimizer optimizer) {
    return fit(fit.optimizer(optimizer));
  }

  /**
   * Returns this trial with the same optimizer at another learning rate, of the first of several
   * fits.
   *
   * @param learningRate the size of a step, finite and above 0
   */
  public Trial learningRate(double learningRate) {
    return optimizer(fit.optimizer().learningRate(learningRate));
  }

  /**
   * Returns this trial with another number of epochs, of the first of several fits.
   *
   * @param epochs how many times each sample is seen, at least 1
   */
  public Trial epochs(int epochs) {
    return fit(fit.epochs(epochs));
  }

  /**
   * Returns this trial trained in another way.
   *
   * @param fit how it is learnt
   */
  public Trial fit(Fit fit) {
    return new Trial(model, data, fit, seed);
  }

  /**
   * Returns this trial with another training of the network that it ends with, see {@link
   * Fit#then}.
   *
   * @param next how it is learnt on
   */
  public Trial then(Fit next) {
    return fit(fit.then(next));
  }

  /**
   * Returns this trial as a program for Keras 3, with the data and the first weights written out,
   * in float64. It makes the same steps, but where Keras draws: with batches of some samples in
   * shuffled order, and with Dropout, it gives another run of the same kind.
   *
   * @throws IllegalArgumentException if the trial has a part that Keras has not, such as a reader's
   *     own activation
   */
  public String toKeras() {
    return KerasCode.of(this);
  }

  /** Returns the network before its training, as the seed initializes it. */
  public Network initial() {
    return model.initialize(seed);
  }

  /**
   * Trains. An interrupt of the thread ends it after the batch at hand; the result says so, and the
   * thread stays interrupted. In a notebook, more than a second of it shows a progress bar.
   *
   * @return the network and its history
   */
  public Run run() {
    return run(Callback.NONE);
  }

  /**
   * Trains, as {@link #run()} does, and tells of each epoch.
   *
   * @param callback told of each epoch
   * @return the network and its history
   */
  public Run run(Callback callback) {
    Require.present("callback", callback);
    try (var listener = ProgressDisplay.show("%,d epochs", fit.totalEpochs())) {
      return run(callback, listener);
    }
  }

  /**
   * Trains, as {@link #run()} does, and shows no bar.
   *
   * @param callback told of each epoch
   * @param listener told how far the training is
   * @return the network and its history
   */
  public Run run(Callback callback, ProgressListener listener) {
    Require.present("callback", callback);
    return new Training(this, callback, Require.present("listener", listener)).toEnd();
  }

  /**
   * Writes this trial to a file: its line and the numbers of data of your own, as JSON that a
   * person can read. What the file held before is replaced as a whole or, on an error, kept.
   *
   * @param file where to
   * @throws IllegalArgumentException if the trial has parts that are not the library's own, or
   *     something else than a plain file is there
   * @throws java.io.UncheckedIOException if the file can't be written
   */
  public void save(Path file) {
    Require.present("file", file);
    JsonFile.save("trial", file, new TrialLines(this));
  }

  /**
   * Reads a trial that was saved.
   *
   * @param file where from
   * @return the same trial, to the bit
   * @throws IllegalArgumentException if the file is missing, damaged, something else, or of another
   *     arithmetic
   */
  public static Trial load(Path file) {
    return JsonFile.load("trial", file, TrialLines::read);
  }

  /**
   * Returns the trial that a line names, wherever that was printed: the same results, to the bit.
   * The line is only read, never run as Java.
   *
   * @param line what {@link #line()} gave, or {@link #toString}; at most 65,535 characters
   * @return the trial
   * @throws IllegalArgumentException if the line names no trial, saying where it stops being
   *     understood
   */
  public static Trial parse(String line) {
    return TrialLine.parse(Require.present("line", line));
  }

  /**
   * Returns the line that names this trial: {@code Trial.parse(trial.line())} is equal to it. It is
   * plain ASCII without line breaks and backslashes, so that it survives chats and mails, and it is
   * Java that can be pasted into a notebook. It has quotes around a formula alone; in a string of
   * Java's such a line stands between three quotes.
   *
   * @return what this trial prints itself as
   * @throws IllegalArgumentException if it has data given number by number, or parts that are not
   *     the library's own, which no short line can name, or so many numbers to start from that the
   *     line has more than 65,535 characters
   */
  public String line() {
    TrialLine.checkLength(toString(), "keep a trial of so many numbers by trial.save(file)");
    return TrialLine.of(this)
        .orElseThrow(
            () ->
                Require.refusal(
                    "a line can name only the library's own parts and formulas, keep data of your"
                        + " own by trial.save(file) and parts of your own in a notebook. Received: "
                        + this));
  }

  /** Returns this trial as the Java that makes it. */
  @Override
  public String toString() {
    return "new Trial(" + model + ", " + data + ", " + fit + ", " + seed + "L)";
  }
}
