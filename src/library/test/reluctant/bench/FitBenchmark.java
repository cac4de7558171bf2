package reluctant.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import reluctant.data.Problems;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

/** The whole training of two ReLUs on |x|: 400 samples, 1000 epochs of shuffled batches of 32. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class FitBenchmark {

  private final Trial trial =
      new Trial(
          Sequential.of(1, new Dense(2, Activation.RELU), new Dense(1)),
          Problems.absoluteValue(400, 1000),
          new Fit(new Adam(0.001), Loss.MSE, 1000, 32),
          0);
  private long seed;

  /** Each iteration trains the same seeds. */
  @Setup(Level.Iteration)
  public void restart() {
    seed = 0;
  }

  @Benchmark
  public Run absoluteValue() {
    return trial.seed(seed++).run();
  }
}
