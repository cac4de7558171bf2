package reluctant.train;

/** Told how far long work is, often: whoever shows it decides how seldom. */
@FunctionalInterface
public interface ProgressListener extends AutoCloseable {

  /** Hears nothing. */
  ProgressListener NONE = (done, total) -> {};

  /**
   * Called when a part of the work is done, by one thread at a time.
   *
   * @param done how many parts are done
   * @param total how many there are
   */
  void progress(long done, long total);

  /** Called when the work has ended, done or not. */
  @Override
  default void close() {}
}
