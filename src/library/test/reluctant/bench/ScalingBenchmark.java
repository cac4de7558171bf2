package reluctant.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import reluctant.examples.Halves;
import reluctant.sweep.Outcomes;

/** How the time of a whole sweep on |x| grows with its seeds, its threads and the ReLUs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ScalingBenchmark {

  /** Two ReLUs, more and more seeds. */
  @State(Scope.Benchmark)
  public static class Seeds {
    @Param({"64", "256", "1024", "4096", "16384"})
    int seeds;

    @Param({"1", "2"})
    int threads;
  }

  /** 1024 seeds, more and more ReLUs. */
  @State(Scope.Benchmark)
  public static class Units {
    @Param({"2", "3", "4", "6", "8"})
    int units;

    @Param({"1", "2"})
    int threads;
  }

  @Benchmark
  public Outcomes<Halves> seeds(Seeds by) {
    return Job.halves(2, by.seeds, by.threads);
  }

  @Benchmark
  public Outcomes<Halves> units(Units by) {
    return Job.halves(by.units, 1024, by.threads);
  }
}
