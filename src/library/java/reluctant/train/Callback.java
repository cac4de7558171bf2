package reluctant.train;

/** Told of each epoch of a training, and of its end. */
@FunctionalInterface
public interface Callback {

  /** Hears nothing. */
  Callback NONE = epoch -> {};

  /**
   * Called when an epoch has ended, on the thread that trains.
   *
   * @param epoch what happened in it
   */
  void onEpochEnd(Epoch epoch);

  /**
   * Called when the training has ended, however it did, on the thread that trained.
   *
   * @param run what it gave
   */
  default void onTrainEnd(Run run) {}
}
