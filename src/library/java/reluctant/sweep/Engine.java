package reluctant.sweep;

import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;
import reluctant.Jvm;
import reluctant.Require;
import reluctant.train.Trial;

/** Where the trials of a sweep are trained. The result does not depend on it. */
public interface Engine {

  /** Returns this machine, on the sweep's threads. */
  static Engine local() {
    return new LocalEngine();
  }

  /**
   * Apache Spark.
   *
   * @param master whom to connect to, such as {@code "spark://127.0.0.1:7077"} or {@code
   *     "local[2]"}
   * @return the engine
   * @throws IllegalStateException if Spark is not on the classpath
   */
  static Engine spark(String master) {
    Require.present("master", master);
    try {
      return Jvm.part(EngineProvider.class).orElseThrow(() -> noSpark(null)).spark(master);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw noSpark(e);
    }
  }

  private static IllegalStateException noSpark(@Nullable Error cause) {
    return new IllegalStateException(
        "Spark must be on the classpath, start the notebooks by ./workbook lab --spark."
            + " Received: a classpath without it",
        cause);
  }

  /**
   * Trains the parts of a sweep and adds the tally of each, in any order, until no more are wanted,
   * the time is up or the thread is interrupted. Then nothing of it runs any more, and an
   * interrupted thread stays interrupted.
   *
   * @param <O> the type of an outcome
   * @param work what is to be done
   * @throws IllegalStateException if the rule fails on a run, naming the seed
   */
  <O extends Comparable<? super O>> void run(Work<O> work);

  /**
   * Refuses a trial that can't be trained here, before anything is.
   *
   * @param trial what is repeated
   * @param threads the sweep's threads
   * @throws IllegalArgumentException if it does not fit, in one sentence that says what would
   */
  default void check(Trial trial, int threads) {
    Require.present("trial", trial);
  }

  /**
   * Says how a trial is trained here, for whoever reads the result.
   *
   * @param trial what is repeated
   * @param threads the sweep's threads
   * @return a few words, such as "side by side in vectors of 8, on 2 threads"
   */
  String describe(Trial trial, int threads);
}
