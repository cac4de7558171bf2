package reluctant.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkContext$;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.sweep.Engine;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Sweep;
import reluctant.train.Adam;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

@Timeout(120)
class SparkEngineTest {

  @TempDir static Path folder;
  private static Cluster cluster;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    cluster = new Cluster(folder);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    cluster.close();
  }

  private static Sweep sweep(int epochs) {
    var model = Sequential.of(1, new Dense(2, RELU), new Dense(1));
    var fit = new Fit(new Adam(0.01), MSE, epochs, 32);
    return Sweep.of(new Trial(model, absoluteValue(400, 1000), fit, 0));
  }

  private static <O extends Comparable<? super O>> void assertSame(
      Outcomes<O> actual, Outcomes<O> expected) {
    assertThat(actual.isPartial()).isFalse();
    assertThat(actual.outcomes()).isEqualTo(expected.outcomes());
    for (O outcome : expected.outcomes()) {
      assertThat(actual.count(outcome)).isEqualTo(expected.count(outcome));
      assertThat(actual.examples(outcome)).isEqualTo(expected.examples(outcome));
    }
  }

  /** Tells trials apart by the last bits of what they learnt. */
  static Integer fingerprint(Run run) {
    return Math.floorMod(run.network().hashCode(), 11);
  }

  @Test
  void aLostWorkerCostsNothingButTime() {
    var sweep = sweep(40).seeds(-70, 3000);
    var killed = new AtomicBoolean();
    var outcomes =
        sweep
            .engine(Engine.spark(cluster.url()))
            .outcomes(SparkEngineTest::fingerprint)
            .run(
                (done, total) -> {
                  if (done > 200 && done < 2500 && killed.compareAndSet(false, true)) {
                    killOne();
                  }
                });
    assertThat(killed).isTrue();
    assertSame(outcomes, sweep.outcomes(SparkEngineTest::fingerprint).run());
    assertThat(SparkContext$.MODULE$.getActive().isDefined()).isFalse();
  }

  private static void killOne() {
    try {
      cluster.killOneThatWorks();
      cluster.startWorker();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void threadsOfThisJvmGiveTheSame() {
    var sweep = sweep(4).seeds(10, 150);
    assertSame(
        sweep.engine(Engine.spark("local[2]")).outcomes(SparkEngineTest::fingerprint).run(),
        sweep.outcomes(SparkEngineTest::fingerprint).run());
  }
}
