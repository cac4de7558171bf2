package reluctant.spark;

import reluctant.sweep.Engine;
import reluctant.sweep.EngineProvider;

/** What {@link Engine#spark} finds when Spark is on the classpath. */
public final class SparkProvider implements EngineProvider {

  /** A provider, as service loaders make it. */
  public SparkProvider() {}

  @Override
  public Engine spark(String master) {
    return new SparkEngine(Master.of(master));
  }
}
