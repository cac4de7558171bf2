package reluctant.train;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.data.Dataset;

/**
 * How a network is trained: what Keras takes in compile() and fit(). A value.
 *
 * @param optimizer how parameters follow the gradient
 * @param loss what is made small
 * @param epochs how many times each sample is seen, at least 1
 * @param batchSize how many samples make a step, at least 1; the last batch of an epoch has what is
 *     left
 * @param shuffle whether each epoch takes the samples in a new random order
 * @param metrics what is measured beside the loss
 * @param validationData what the loss is measured on at the end of each epoch, or null
 * @param earlyStopping when the training ends before its last epoch, or null
 */
public record Fit(
    Optimizer optimizer,
    Loss loss,
    int epochs,
    int batchSize,
    boolean shuffle,
    List<Loss> metrics,
    @Nullable Dataset validationData,
    @Nullable EarlyStopping earlyStopping) {

  public Fit {
    Require.present("optimizer", optimizer);
    Require.present("loss", loss);
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("batchSize", batchSize, 1);
    for (Loss metric : Require.present("metrics", metrics)) {
      Require.present("a metric", metric);
    }
    metrics = List.copyOf(metrics);
  }

  /**
   * Training without validation data, through all epochs.
   *
   * @param optimizer how parameters follow the gradient
   * @param loss what is made small
   * @param epochs how many times each sample is seen, at least 1
   * @param batchSize how many samples make a step, at least 1
   * @param shuffle whether each epoch takes the samples in a new random order
   * @param metrics what is measured beside the loss
   */
  public Fit(
      Optimizer optimizer,
      Loss loss,
      int epochs,
      int batchSize,
      boolean shuffle,
      List<Loss> metrics) {
    this(optimizer, loss, epochs, batchSize, shuffle, metrics, null, null);
  }

  /**
   * Training as Keras does it by default: shuffled, with no metric.
   *
   * @param optimizer how parameters follow the gradient
   * @param loss what is made small
   * @param epochs how many times each sample is seen, at least 1
   * @param batchSize how many samples make a step, at least 1
   */
  public Fit(Optimizer optimizer, Loss loss, int epochs, int batchSize) {
    this(optimizer, loss, epochs, batchSize, true, List.of());
  }

  /**
   * Returns this with another optimizer.
   *
   * @param optimizer how parameters follow the gradient
   * @return the changed copy
   */
  public Fit optimizer(Optimizer optimizer) {
    return new Fit(
        optimizer, loss, epochs, batchSize, shuffle, metrics, validationData, earlyStopping);
  }

  /**
   * Returns this with another number of epochs.
   *
   * @param epochs how many times each sample is seen, at least 1
   * @return the changed copy
   */
  public Fit epochs(int epochs) {
    return new Fit(
        optimizer, loss, epochs, batchSize, shuffle, metrics, validationData, earlyStopping);
  }

  /**
   * Returns this with batches of another size.
   *
   * @param batchSize how many samples make a step, at least 1
   * @return the changed copy
   */
  public Fit batchSize(int batchSize) {
    return new Fit(
        optimizer, loss, epochs, batchSize, shuffle, metrics, validationData, earlyStopping);
  }

  /**
   * Returns this with or without shuffling.
   *
   * @param shuffle whether each epoch takes the samples in a new random order
   * @return the changed copy
   */
  public Fit shuffle(boolean shuffle) {
    return new Fit(
        optimizer, loss, epochs, batchSize, shuffle, metrics, validationData, earlyStopping);
  }

  /**
   * Returns this with other metrics.
   *
   * @param metrics what is measured beside the loss
   * @return the changed copy
   */
  public Fit metrics(Loss... metrics) {
    return new Fit(
        optimizer,
        loss,
        epochs,
        batchSize,
        shuffle,
        Arrays.asList(Require.present("metrics", metrics)),
        validationData,
        earlyStopping);
  }

  /**
   * Returns this with data on which the loss is measured at the end of each epoch.
   *
   * @param validationData data that are not trained on
   * @return the changed copy
   */
  public Fit validationData(Dataset validationData) {
    Require.present("validationData", validationData);
    return new Fit(
        optimizer, loss, epochs, batchSize, shuffle, metrics, validationData, earlyStopping);
  }

  /**
   * Returns this with an earlier end where it stops getting better.
   *
   * @param earlyStopping when to end
   * @return the changed copy
   */
  public Fit earlyStopping(EarlyStopping earlyStopping) {
    Require.present("earlyStopping", earlyStopping);
    return new Fit(
        optimizer, loss, epochs, batchSize, shuffle, metrics, validationData, earlyStopping);
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    var java = new StringBuilder("new Fit(").append(optimizer).append(", ").append(loss);
    java.append(", ").append(epochs).append(", ").append(batchSize).append(')');
    if (!shuffle) {
      java.append(".shuffle(false)");
    }
    if (!metrics.isEmpty()) {
      java.append(".metrics(");
      java.append(String.join(", ", metrics.stream().map(Object::toString).toList())).append(')');
    }
    if (validationData != null) {
      java.append(".validationData(").append(validationData).append(')');
    }
    if (earlyStopping != null) {
      java.append(".earlyStopping(").append(earlyStopping).append(')');
    }
    return java.toString();
  }
}
