package reluctant.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkContext$;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reluctant.absolute.Halves;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Engine;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.ProgressListener;
import reluctant.train.Trial;

/**
 * A cluster that loses its last worker: the sweep says so, waits for another and keeps its counts.
 */
@Tag("long")
@Timeout(300)
class LostWorkersTest {

  private static final long SEEDS = 20_000;

  @TempDir static Path folder;
  private static Cluster cluster;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    cluster = new Cluster(folder);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  /** One counts in the order of the seeds, so that all that comes back is counted. */
  @BeforeEach
  void startOneWorker() {
    startWorker();
  }

  @AfterEach
  void killWorkers() {
    cluster.killWorkers();
  }

  private static Sweep sweep() {
    var model = Sequential.of(1, new Dense(2, RELU), new Dense(1));
    var fit = new Fit(new Adam(0.01), MSE, 100, 32);
    return Sweep.of(new Trial(model, absoluteValue(400, 1000), fit, 0)).seeds(0, SEEDS);
  }

  /** Kills all workers when a few trials are done, and does something when that is told. */
  private static final class Loss implements ProgressListener {

    private final List<String> told = new ArrayList<>();
    private final Runnable then;
    private boolean killed;

    Loss(Runnable then) {
      this.then = then;
    }

    @Override
    public void progress(long done, long total) {
      if (!killed && done > 100) {
        killed = true;
        cluster.killWorkers();
      }
    }

    @Override
    public void waiting(long done, long total, String missing) {
      assertThat(done).isBetween(101L, total - 1);
      told.add(missing);
      then.run();
    }
  }

  private static void assertTold(Loss loss) {
    assertThat(loss.told)
        .containsExactly(
            "a worker of "
                + cluster.url()
                + ": start one to go on, or interrupt to keep what is counted");
    assertThat(SparkContext$.MODULE$.getActive().isDefined()).isFalse();
  }

  private static void startWorker() {
    try {
      cluster.startWorker();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theSweepGoesOnWhenAWorkerComes() {
    var loss = new Loss(LostWorkersTest::startWorker);
    Outcomes<Halves> outcomes =
        sweep().engine(Engine.spark(cluster.url())).outcomes(Halves::of).run(loss);
    assertThat(outcomes.isPartial()).isFalse();
    Outcomes<Halves> expected = sweep().outcomes(Halves::of).run();
    for (Halves halves : Halves.values()) {
      assertThat(outcomes.count(halves)).isEqualTo(expected.count(halves));
    }
    assertTold(loss);
  }

  @Test
  void anInterruptKeepsWhatIsCounted() {
    Thread reader = Thread.currentThread();
    var loss = new Loss(reader::interrupt);
    Outcomes<Halves> outcomes =
        sweep().engine(Engine.spark(cluster.url())).outcomes(Halves::of).run(loss);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcomes.isPartial()).isTrue();
    assertThat(outcomes.trials()).isBetween(101L, SEEDS - 1);
    assertTold(loss);
  }

  @Test
  void whenTheTimeIsUpWhatIsCountedIsKept() {
    var loss = new Loss(() -> {});
    Outcomes<Halves> outcomes =
        sweep()
            .stopAfter(Duration.ofSeconds(30))
            .engine(Engine.spark(cluster.url()))
            .outcomes(Halves::of)
            .run(loss);
    assertThat(outcomes.isPartial()).isTrue();
    // On a machine that is too slow nothing has come back in this time.
    assertThat(outcomes.trials()).isBetween(loss.killed ? 101L : 0L, SEEDS - 1);
  }
}
