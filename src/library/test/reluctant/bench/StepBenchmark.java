package reluctant.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ejml.simple.SimpleMatrix;
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
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trainer;

/** One step of Adam on the mean squared error: 2 inputs, 3 ReLUs, 1 output, a batch of 64. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class StepBenchmark {

  private static final int SAMPLES = 64;
  private static final double LEARNING_RATE = 0.001;
  private static final int CHECKED_STEPS = 100;
  private static final double TOLERANCE = 1e-9;

  /** Encog's epsilon differs. */
  private static final double ENCOG_TOLERANCE = 1e-5;

  private final SimpleMatrix x = SimpleMatrix.random_DDRM(SAMPLES, 2, -1, 1, new Random(1));
  private final SimpleMatrix y = x.getColumn(0).elementMult(x.getColumn(1));
  private final Network start =
      Sequential.of(2, new Dense(3, Activation.RELU), new Dense(1)).initialize(1);

  private Trainer reluctant;
  private SimpleMatrixTrainer simpleMatrix;
  private EncogTrainer encog;

  /** Finds out whether all arrive where ours does. */
  @Setup(Level.Trial)
  public void check() {
    restart();
    for (int step = 0; step < CHECKED_STEPS; step++) {
      reluctant();
      simpleMatrix();
      encog();
    }
    Network arrived = reluctant.network();
    requireClose(
        "SimpleMatrix' parameters", arrived.parameters(), simpleMatrix.parameters(), TOLERANCE);
    requireClose(
        "Encog's outputs",
        arrived.predict(x).getDDRM().data,
        encog.predict(encog.samples()),
        ENCOG_TOLERANCE);
  }

  /** Each iteration starts from the same network, so that all measure the same steps. */
  @Setup(Level.Iteration)
  public void restart() {
    reluctant = new Trainer(start, new Fit(new Adam(LEARNING_RATE), Loss.MSE, 1, SAMPLES));
    simpleMatrix = new SimpleMatrixTrainer(start, LEARNING_RATE);
    encog = new EncogTrainer(start, x, y, LEARNING_RATE);
  }

  @Benchmark
  public double reluctant() {
    return reluctant.step(x.getDDRM(), y.getDDRM());
  }

  @Benchmark
  public double simpleMatrix() {
    return simpleMatrix.step(x, y);
  }

  @Benchmark
  public double encog() {
    return encog.step(encog.samples());
  }

  private static void requireClose(String name, double[] ours, double[] theirs, double tolerance) {
    for (int i = 0; i < ours.length; i++) {
      if (!(Math.abs(ours[i] - theirs[i]) <= tolerance)) {
        throw new IllegalStateException(
            "%s must be within %s of ours. Received: %s, not %s, at index %d"
                .formatted(name, tolerance, theirs[i], ours[i], i));
      }
    }
  }
}
