package reluctant.sweep;

/** Opens engines that are not always there. Found as a service. */
public interface EngineProvider {

  /**
   * Opens Apache Spark.
   *
   * @param master whom to connect to
   * @return the engine
   * @throws IllegalArgumentException if it can't be one, in one sentence
   */
  Engine spark(String master);
}
