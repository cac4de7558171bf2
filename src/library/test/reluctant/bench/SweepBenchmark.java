package reluctant.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import reluctant.sweep.Outcomes;

/** The time per net of a sweep over 1024 seeds, set-up and the rule of its outcomes included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class SweepBenchmark {

  private static final int NETS = 1024;

  @Param Job job = Job.ABSOLUTE_1_2_1;

  @Param({"1", "2"})
  int threads;

  @Benchmark
  @OperationsPerInvocation(NETS)
  public Outcomes<?> net() {
    return job.sweep(NETS, threads);
  }
}
