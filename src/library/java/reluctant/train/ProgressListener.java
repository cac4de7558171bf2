package reluctant.train;

import static reluctant.Text.format;

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

  /**
   * Called when work stands still until something comes from outside. The next progress says that
   * it has come. Unless something else is done with it, it is a line on {@code System.err}.
   *
   * @param done how many parts are done
   * @param total how many there are
   * @param missing what is waited for and what to do about it
   */
  default void waiting(long done, long total, String missing) {
    System.err.println(format("%,d of %,d are done, waiting for %s.", done, total, missing));
  }

  /** Called when the work has ended, done or not. */
  @Override
  default void close() {}
}
