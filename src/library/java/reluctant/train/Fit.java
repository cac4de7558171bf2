package reluctant.train;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.optimizers.Optimizer;

/**
 * How a network is trained: what Keras takes in compile() and fit(). A value. What most trainings
 * do without is added by name: {@code new Fit(new Adam(), MSE, 100, 32).shuffle(false)}. Others may
 * follow it, see {@link #then}.
 */
public final class Fit {

  /** As many as a line can name, since it has a call for each. */
  private static final int MOST_FITS = 50;

  /** What a fit says. A new part stands here, and has a getter, a wither and its printed word. */
  private static final class Parts {
    Optimizer optimizer;
    Loss loss;
    int epochs;
    int batchSize;
    boolean shuffle = true;
    List<Metric> metrics = List.of();
    @Nullable Dataset validationData;
    @Nullable EarlyStopping earlyStopping;
    OptionalDouble untilLoss = OptionalDouble.empty();

    /** Those that follow, which are followed by none and measure nothing. */
    List<Fit> next = List.of();

    Parts(Optimizer optimizer, Loss loss, int epochs, int batchSize) {
      this.optimizer = optimizer;
      this.loss = loss;
      this.epochs = epochs;
      this.batchSize = batchSize;
    }

    Parts copy() {
      var copy = new Parts(optimizer, loss, epochs, batchSize);
      copy.shuffle = shuffle;
      copy.metrics = metrics;
      copy.validationData = validationData;
      copy.earlyStopping = earlyStopping;
      copy.untilLoss = untilLoss;
      copy.next = next;
      return copy;
    }

    void check() {
      Require.present("optimizer", optimizer);
      Require.present("loss", loss);
      Require.atLeast("epochs", epochs, 1);
      Require.atLeast("batchSize", batchSize, 1);
      checkAtMost("fits that follow each other", 1 + next.size(), MOST_FITS);
      checkAtMost("epochs of all fits", totalEpochs(), Integer.MAX_VALUE);
    }

    private static void checkAtMost(String what, long received, int most) {
      if (received > most) {
        throw Require.refusal(format("%s must be at most %d. Received: %d", what, most, received));
      }
    }

    long totalEpochs() {
      return epochs + next.stream().mapToLong(Fit::epochs).sum();
    }

    /** What equal fits have in common. */
    List<@Nullable Object> all() {
      return Arrays.asList(
          optimizer,
          loss,
          epochs,
          batchSize,
          shuffle,
          metrics,
          validationData,
          earlyStopping,
          untilLoss,
          next);
    }
  }

  /** Never changed from here on. */
  private final Parts parts;

  /**
   * Training as Keras does it by default: shuffled, through all epochs, with no metric.
   *
   * @param optimizer how parameters follow the gradient
   * @param loss what is made small
   * @param epochs how many times each sample is seen, at least 1
   * @param batchSize how many samples make a step, at least 1; the last batch of an epoch has what
   *     is left
   */
  public Fit(Optimizer optimizer, Loss loss, int epochs, int batchSize) {
    this(new Parts(optimizer, loss, epochs, batchSize));
  }

  private Fit(Parts parts) {
    parts.check();
    this.parts = parts;
  }

  private Fit with(Consumer<Parts> change) {
    Parts changed = parts.copy();
    change.accept(changed);
    return new Fit(changed);
  }

  /** Returns how parameters follow the gradient. */
  public Optimizer optimizer() {
    return parts.optimizer;
  }

  /**
   * Returns this with another optimizer.
   *
   * @param optimizer how parameters follow the gradient
   */
  public Fit optimizer(Optimizer optimizer) {
    return with(parts -> parts.optimizer = optimizer);
  }

  /** Returns what is made small. */
  public Loss loss() {
    return parts.loss;
  }

  /**
   * Returns this with another loss.
   *
   * @param loss what is made small
   */
  public Fit loss(Loss loss) {
    return with(parts -> parts.loss = loss);
  }

  /** Returns how many times each sample is seen, at least 1. */
  public int epochs() {
    return parts.epochs;
  }

  /**
   * Returns this with another number of epochs.
   *
   * @param epochs how many times each sample is seen, at least 1
   */
  public Fit epochs(int epochs) {
    return with(parts -> parts.epochs = epochs);
  }

  /** Returns how many samples make a step, at least 1. */
  public int batchSize() {
    return parts.batchSize;
  }

  /**
   * Returns this with batches of another size.
   *
   * @param batchSize how many samples make a step, at least 1
   */
  public Fit batchSize(int batchSize) {
    return with(parts -> parts.batchSize = batchSize);
  }

  /** Says whether each epoch takes the samples in a new random order. */
  public boolean shuffle() {
    return parts.shuffle;
  }

  /**
   * Returns this with or without shuffling.
   *
   * @param shuffle whether each epoch takes the samples in a new random order
   */
  public Fit shuffle(boolean shuffle) {
    return with(parts -> parts.shuffle = shuffle);
  }

  /** Returns what is measured beside the loss. */
  public List<Metric> metrics() {
    return parts.metrics;
  }

  /**
   * Returns this with other metrics.
   *
   * @param metrics what is measured beside the loss
   */
  public Fit metrics(Metric... metrics) {
    for (Metric metric : Require.present("metrics", metrics)) {
      Require.present("a metric", metric);
    }
    return with(parts -> parts.metrics = List.of(metrics));
  }

  /**
   * Returns data that are not trained on, on which the loss is measured at the end of each epoch,
   * or null.
   */
  public @Nullable Dataset validationData() {
    return parts.validationData;
  }

  /**
   * Returns this with data on which the loss is measured at the end of each epoch.
   *
   * @param validationData data that are not trained on
   */
  public Fit validationData(Dataset validationData) {
    Require.present("validationData", validationData);
    return with(parts -> parts.validationData = validationData);
  }

  /** Returns when the training ends before its last epoch, or null. */
  public @Nullable EarlyStopping earlyStopping() {
    return parts.earlyStopping;
  }

  /**
   * Returns this with an earlier end where it stops getting better.
   *
   * @param earlyStopping when to end
   */
  public Fit earlyStopping(EarlyStopping earlyStopping) {
    Require.present("earlyStopping", earlyStopping);
    return with(parts -> parts.earlyStopping = earlyStopping);
  }

  /** Returns the loss that ends the training, or nothing. */
  public OptionalDouble untilLoss() {
    return parts.untilLoss;
  }

  /**
   * Returns this with an earlier end where it has learnt enough: after the first epoch whose loss,
   * that of the training as {@link History#loss} has it, is at or below the given one.
   *
   * @param untilLoss the loss that is enough, finite and at least 0
   */
  public Fit untilLoss(double untilLoss) {
    Require.notNegative("untilLoss", untilLoss);
    return with(parts -> parts.untilLoss = OptionalDouble.of(untilLoss));
  }

  /**
   * Returns this, and another fit after it, which goes on with the network that this one ends with,
   * as Keras' next compile() and fit() do: its optimizer begins anew, and epochs are counted on.
   * Each ends by its own early stopping or loss; none begins after a loss that is not finite.
   *
   * <p>What is measured, metrics and validation data, the first one says for all. The methods that
   * return a changed fit change the first one.
   *
   * @param next what follows, and what follows that
   * @throws IllegalArgumentException if it measures something else
   */
  public Fit then(Fit next) {
    var all = new ArrayList<>(parts.next);
    for (Fit each : Require.present("next", next).fits()) {
      requireNoOther("metrics", each.metrics(), List.of(), metrics());
      requireNoOther("validationData", each.validationData(), null, validationData());
      all.add(each.measuring(List.of(), null));
    }
    return with(parts -> parts.next = List.copyOf(all));
  }

  private static void requireNoOther(
      String what, @Nullable Object own, @Nullable Object none, @Nullable Object first) {
    if (!Objects.equals(own, none) && !Objects.equals(own, first)) {
      throw Require.refusal(
          what + " must be those of the first fit, which says them for all. Received: " + own);
    }
  }

  private Fit measuring(List<Metric> metrics, @Nullable Dataset validationData) {
    return with(
        parts -> {
          parts.metrics = metrics;
          parts.validationData = validationData;
        });
  }

  /**
   * Returns this and all that follow, each by itself with what is measured; this one alone, unless
   * it was given others by {@link #then}.
   */
  public List<Fit> fits() {
    if (parts.next.isEmpty()) {
      return List.of(this);
    }
    var all = new ArrayList<Fit>();
    all.add(with(parts -> parts.next = List.of()));
    parts.next.forEach(each -> all.add(each.measuring(metrics(), validationData())));
    return List.copyOf(all);
  }

  /** Returns the fit that ends the training, the last of {@link #fits}. */
  public Fit last() {
    return fits().get(parts.next.size());
  }

  /** Returns how many epochs all {@link #fits} have together. */
  public int totalEpochs() {
    return (int) parts.totalEpochs();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fit fit && parts.all().equals(fit.parts.all());
  }

  @Override
  public int hashCode() {
    return parts.all().hashCode();
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    var java = new StringBuilder("new Fit(").append(optimizer()).append(", ").append(loss());
    java.append(", ").append(epochs()).append(", ").append(batchSize()).append(')');
    if (!shuffle()) {
      java.append(".shuffle(false)");
    }
    if (!metrics().isEmpty()) {
      java.append(".metrics(");
      java.append(String.join(", ", metrics().stream().map(Object::toString).toList())).append(')');
    }
    if (validationData() != null) {
      java.append(".validationData(").append(validationData()).append(')');
    }
    if (earlyStopping() != null) {
      java.append(".earlyStopping(").append(earlyStopping()).append(')');
    }
    untilLoss().ifPresent(loss -> java.append(".untilLoss(").append(loss).append(')'));
    parts.next.forEach(fit -> java.append(".then(").append(fit).append(')'));
    return java.toString();
  }
}
