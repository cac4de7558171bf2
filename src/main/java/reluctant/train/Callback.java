package reluctant.train;

/** Told of each epoch of a training. */
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
}
