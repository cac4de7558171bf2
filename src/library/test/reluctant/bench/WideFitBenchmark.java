package reluctant.bench;

import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import reluctant.data.Dataset;
import reluctant.data.Distribution;
import reluctant.data.Problems;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.RandomStream;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * A training of two wide hidden layers of ReLUs, 1000 samples, 5 epochs of batches of 32, beside
 * the same on EJML's products. Ours shuffles and keeps a history, too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class WideFitBenchmark {

  private static final int SAMPLES = 1000;
  private static final int BATCH = 32;
  private static final int EPOCHS = 5;
  private static final double LEARNING_RATE = 0.001;
  private static final double TOLERANCE = 1e-9;

  /** How many units each hidden layer has. */
  @Param({"64", "128", "256"})
  int units;

  private Trial trial;
  private DMatrixRMaj[] x;
  private DMatrixRMaj[] y;

  /** Cuts the batches, and finds out whether both arrive at the same network. */
  @Setup
  public void prepare() {
    var model =
        Sequential.of(
            2, new Dense(units, Activation.RELU), new Dense(units, Activation.RELU), new Dense(1));
    Dataset data =
        Problems.euclideanDistance(SAMPLES, Distribution.NORMAL).draw(RandomStream.DATA.of(0));
    var fit = new Fit(new Adam(LEARNING_RATE), Loss.MSE, EPOCHS, BATCH).shuffle(false);
    trial = new Trial(model, data, fit, 0);
    x = batches(data.inputs());
    y = batches(data.targets());
    double[] ours = trial.run().network().kernel(1).getDDRM().data;
    double[] theirs = ejml().kernels()[1];
    for (int i = 0; i < ours.length; i++) {
      if (!(Math.abs(ours[i] - theirs[i]) <= TOLERANCE)) {
        throw new IllegalStateException(
            "EJML's kernel must be within %s of ours. Received: %s, not %s"
                .formatted(TOLERANCE, theirs[i], ours[i]));
      }
    }
    trial = trial.fit(fit.shuffle(true));
  }

  private static DMatrixRMaj[] batches(SimpleMatrix all) {
    var batches = new DMatrixRMaj[(SAMPLES + BATCH - 1) / BATCH];
    for (int i = 0; i < batches.length; i++) {
      int end = Math.min((i + 1) * BATCH, SAMPLES);
      batches[i] = new DMatrixRMaj(all.rows(i * BATCH, end).getDDRM());
    }
    return batches;
  }

  @Benchmark
  public Run reluctant() {
    return trial.run();
  }

  @Benchmark
  public EjmlTrainer ejml() {
    var trainer = new EjmlTrainer(trial.initial(), LEARNING_RATE, BATCH);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int i = 0; i < x.length; i++) {
        trainer.step(x[i], y[i]);
      }
    }
    return trainer;
  }
}
