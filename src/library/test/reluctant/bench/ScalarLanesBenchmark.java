package reluctant.bench;

import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

/** Sweeps in a JVM without the Vector API, where loops of plain Java take its place. */
@Fork(2)
public class ScalarLanesBenchmark extends SweepBenchmark {

  private static final String VECTORS = "jdk.incubator.vector";

  /** Finds out whether the JVM's options, which it also takes from the environment, fit. */
  @Setup(Level.Trial)
  public void check() {
    if (ModuleLayer.boot().findModule(VECTORS).isPresent()) {
      throw new IllegalStateException("plain Java needs a JVM without --add-modules " + VECTORS);
    }
  }
}
