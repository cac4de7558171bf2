package reluctant.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reluctant.absolute.Halves;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Engine;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rule;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

@Tag("long")
@Timeout(300)
class SparkEngineTest {

  @TempDir static Path folder;
  private static Cluster cluster;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    cluster = new Cluster(folder);
    cluster.startWorker();
    cluster.startWorker();
  }

  @AfterAll
  static void stop() {
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
    return Math.floorMod(Arrays.hashCode(run.network().parameters()), 11);
  }

  /** Counts the tasks that went down with an executor. Public for Spark, which makes it. */
  public static final class Lost extends SparkListener {

    private static final AtomicInteger TASKS = new AtomicInteger();
    private static final Set<String> EXECUTORS_AT_WORK = ConcurrentHashMap.newKeySet();

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
      EXECUTORS_AT_WORK.add(start.taskInfo().executorId());
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      if (end.reason() instanceof ExecutorLostFailure) {
        TASKS.incrementAndGet();
      }
    }
  }

  @Test
  void anInterruptWhileSparkClosesLeavesItWhole() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      Session session = Session.open(Master.of("local[1]"));
      assertThat(session.isOurs()).isTrue();
      Thread.currentThread().interrupt();
      session.close();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(session.context().isStopped()).isTrue();
      assertThat(SparkContext$.MODULE$.getActive().isDefined()).isFalse();
    }
  }

  @Test
  void aLostWorkerCostsNothingButTime() {
    System.setProperty("spark.extraListeners", Lost.class.getName());
    var sweep = sweep(300).seeds(-70, 60_000);
    var killed = new AtomicBoolean();
    var outcomes =
        sweep
            .engine(Engine.spark(cluster.url()))
            .outcomes(SparkEngineTest::fingerprint)
            .run(
                (done, total) -> {
                  boolean inTheMiddle = Lost.EXECUTORS_AT_WORK.size() == 2 && done < 0.9 * total;
                  if (inTheMiddle && killed.compareAndSet(false, true)) {
                    killOne();
                  }
                });
    System.clearProperty("spark.extraListeners");
    assertThat(killed).isTrue();
    assertThat(Lost.TASKS.get()).isPositive();
    assertSame(outcomes, sweep.outcomes(SparkEngineTest::fingerprint).run());
    assertThat(SparkContext$.MODULE$.getActive().isDefined()).isFalse();
  }

  private static void killOne() {
    try {
      cluster.killOneThatWorks();
      cluster.startWorker();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void threadsOfThisJvmGiveTheSame() {
    var sweep = sweep(4).seeds(10, 150);
    assertSame(
        sweep.engine(Engine.spark("local[2]")).outcomes(SparkEngineTest::fingerprint).run(),
        sweep.outcomes(SparkEngineTest::fingerprint).run());
  }

  @Test
  void numbersKeepTheirBits() {
    var sweep = sweep(4).seeds(10, 150);
    var there = sweep.engine(Engine.spark("local[2]"));
    var losses = sweep.numbers(Rule.finalLoss()).run();
    assertThat(there.numbers(Rule.finalLoss()).run().values()).isEqualTo(losses.values());
    var epochs = Rule.epochsTo(losses.median().value());
    assertThat(there.numbers(epochs).run()).hasToString(sweep.numbers(epochs).run().toString());
  }

  @Test
  void aReadersOwnContextIsUsedAndLeftRunning() {
    var own =
        new SparkContext(
            new SparkConf()
                .setMaster("local[1]")
                .setAppName("mine")
                .set("spark.ui.enabled", "false"));
    try {
      var sweep = sweep(1).seeds(0, 70);
      assertSame(
          sweep.engine(Engine.spark("local[1]")).outcomes(SparkEngineTest::fingerprint).run(),
          sweep.outcomes(SparkEngineTest::fingerprint).run());
      assertThat(own.isStopped()).isFalse();
      var elsewhere = sweep.engine(Engine.spark("local[2]")).outcomes(SparkEngineTest::fingerprint);
      assertThatIllegalStateException()
          .isThrownBy(elsewhere::run)
          .withMessage(
              "master must be that of this JVM's SparkContext, or stop that one first."
                  + " Received: local[2], not local[1]");
    } finally {
      own.stop();
    }
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whatKeepsSparkFromStartingIsTold() {
    System.setProperty("spark.extraListeners", "no.such.Listener");
    try {
      var outcomes = sweep(1).engine(Engine.spark("local[1]")).outcomes(Halves::of);
      assertThatIllegalStateException()
          .isThrownBy(outcomes::run)
          .withMessageStartingWith("Spark can't be started: org.apache.spark.SparkException: ");
    } finally {
      System.clearProperty("spark.extraListeners");
    }
    assertThat(SparkContext$.MODULE$.getActive().isDefined()).isFalse();
  }

  @Test
  void aRuleThatThrowsGivesTheSameSentenceAsHere() {
    var sweep = sweep(1).seeds(0, 5);
    for (Engine engine : List.of(Engine.local(), Engine.spark("local[2]"))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> sweep.engine(engine).outcomes(SparkEngineTest::fussy).run())
          .withMessage(
              "the rule of outcomes must not throw. On seed 3 it threw java.lang.ArithmeticException: odd");
    }
    assertThat(SparkContext$.MODULE$.getActive().isDefined()).isFalse();
  }

  private static String fussy(Run run) {
    if (run.trial().seed() == 3) {
      throw new ArithmeticException("odd");
    }
    return "fine";
  }

  @Test
  void anInterruptEndsItWithAPartialResult() {
    var sweep = sweep(40).seeds(0, 1_000_000).engine(Engine.spark("local[2]"));
    Thread reader = Thread.currentThread();
    var outcomes =
        sweep
            .outcomes(Halves::of)
            .run(
                (done, total) -> {
                  if (done > 200) {
                    reader.interrupt();
                  }
                });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcomes.isPartial()).isTrue();
    assertThat(outcomes.trials()).isBetween(1L, 900_000L);
    assertThat(SparkContext$.MODULE$.getActive().isDefined()).isFalse();
  }

  /** Can be compared, but not written. */
  private record Unsendable(int value) implements Comparable<Unsendable> {
    @Override
    public int compareTo(Unsendable other) {
      return Integer.compare(value, other.value);
    }
  }

  @Test
  void outcomesThatCanNotComeBackAreNamed() {
    var sweep = sweep(1).seeds(0, 5).engine(Engine.spark("local[2]"));
    assertThatIllegalStateException()
        .isThrownBy(() -> sweep.outcomes(run -> new Unsendable(1)).named("unsendable").run())
        .withMessage(
            "outcomes must be Serializable to come back from Spark. Received: "
                + Unsendable.class.getName());
  }

  @Test
  void aTrialOfAReadersOwnPartsIsRefused() {
    Activation mine =
        new Activation() {
          @Override
          public double value(double z) {
            return z * z;
          }

          @Override
          public double slope(double z, double h) {
            return 2 * z;
          }
        };
    Trial trial = sweep(1).trial().model(Sequential.of(1, new Dense(1, mine)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Sweep.of(trial).engine(Engine.spark("local[1]")).outcomes(Halves::of).run())
        .withMessageStartingWith(
            "trial must hold only what the library has itself to be sent to Spark, sweep by Engine.local(). Received: ");
  }
}
