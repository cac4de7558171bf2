package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reluctant.diagnose.Halves;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.train.Adam;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

class SweepTest {

  private static Trial trial(int epochs) {
    var model = Sequential.of(1, new Dense(2, RELU), new Dense(1));
    return new Trial(model, absoluteValue(40, 10), new Fit(new Adam(0.01), MSE, epochs, 8), 0);
  }

  /** Tells trials apart by the last bits of what they learnt. */
  private static Integer fingerprint(Run run) {
    return Math.floorMod(run.network().hashCode(), 7);
  }

  @Test
  void theResultDoesNotDependOnTheThreads() {
    var sweep = Sweep.of(trial(20)).seeds(5, 60);
    var one = sweep.threads(1).outcomes(SweepTest::fingerprint).run();
    var three = sweep.threads(3).outcomes(SweepTest::fingerprint).run();
    assertThat(one.outcomes()).isEqualTo(three.outcomes()).hasSizeGreaterThan(3);
    for (int outcome : one.outcomes()) {
      assertThat(three.count(outcome)).isEqualTo(one.count(outcome));
      assertThat(three.examples(outcome)).isEqualTo(one.examples(outcome));
      assertThat(fingerprint(one.example(outcome).run())).isEqualTo(outcome);
    }
  }

  @Test
  void everySeedIsCountedOnce() {
    var outcomes = Sweep.of(trial(1)).seeds(-3, 7).outcomes(run -> run.trial().seed()).run();
    assertThat(outcomes.outcomes()).containsExactly(-3L, -2L, -1L, 0L, 1L, 2L, 3L);
    assertThat(outcomes.trials()).isEqualTo(7);
    assertThat(outcomes.isPartial()).isFalse();
    assertThat(outcomes.rate(2L)).isEqualTo(new Rate(1, 7));
  }

  @Test
  void examplesAreTheFirstSeeds() {
    var outcomes = Sweep.of(trial(1)).seeds(10, 40).threads(2).outcomes(run -> "all").run();
    assertThat(outcomes.examples("all")).containsExactly(10L, 11L, 12L, 13L, 14L);
    assertThat(outcomes.example("all").seed()).isEqualTo(10);
    assertThat(outcomes.examples("none")).isEmpty();
    assertThatThrownBy(() -> outcomes.example("none"))
        .hasMessage("outcome must be one that happened, of [all]. Received: none");
  }

  @Test
  void allConstantsOfAnEnumAreOutcomes() {
    var outcomes = Sweep.of(trial(1)).seeds(0, 3).outcomes(run -> Halves.LEFT).run();
    assertThat(outcomes.outcomes()).containsExactly(Halves.values());
    assertThat(outcomes.rate(Halves.BOTH)).isEqualTo(new Rate(0, 3));
    assertThat(outcomes)
        .hasToString(
            """
            3 trials
            BOTH 0.0 % [0.0, 56.1]
            RIGHT 0.0 % [0.0, 56.1]
            LEFT 100.0 % [43.9, 100.0]
            NEITHER 0.0 % [0.0, 56.1]""");
  }

  @Test
  void runsComeByTheirSeeds() {
    var trial = trial(2);
    var runs = Sweep.of(trial).seeds(-2, 9).threads(3).runs();
    assertThat(runs).extracting(run -> run.trial().seed()).isSorted().hasSize(9);
    assertThat(runs.get(8)).isEqualTo(trial.seed(6).run());
  }

  @Test
  void progressCountsUpToTheEnd() {
    var done = new ArrayList<Long>();
    Sweep.of(trial(1)).seeds(0, 4).outcomes(run -> "x").run((n, total) -> done.add(n * 10 + total));
    assertThat(done).containsExactly(14L, 24L, 34L, 44L);
  }

  @Test
  void aRuleThatFailsIsNamedWithItsSeed() {
    var sweep = Sweep.of(trial(1)).seeds(3, 1);
    assertThatThrownBy(
            () ->
                sweep
                    .<String>outcomes(
                        run -> {
                          throw new IllegalStateException("no such thing");
                        })
                    .run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the rule of outcomes must not throw. On seed 3 it threw"
                + " java.lang.IllegalStateException: no such thing");
    assertThatThrownBy(() -> sweep.<String>outcomes(run -> null).run())
        .hasMessage("the rule of outcomes must not return null. It did on seed 3");
  }

  @Test
  @Timeout(20)
  void anInterruptGivesAPartialResultAndStopsTheWorkers() throws InterruptedException {
    var result = new CompletableFuture<Outcomes<String>>();
    var flag = new CompletableFuture<Boolean>();
    var sweep = Sweep.of(trial(2_000)).seeds(0, 1_000_000).threads(2);
    var thread =
        new Thread(
            () -> {
              var running = Thread.currentThread();
              result.complete(
                  sweep
                      .outcomes(run -> "done")
                      .run(
                          (done, total) -> {
                            if (done == 3) {
                              running.interrupt();
                            }
                          }));
              flag.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    thread.join();
    assertThat(flag.join()).as("the thread stays interrupted").isTrue();
    assertThat(result.join().isPartial()).isTrue();
    assertThat(result.join().trials()).isBetween(0L, 10_000L);
    assertThat(result.join().toString()).contains("of 1000000, interrupted");
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(worker -> worker.getName().equals("reluctant-sweep"));
  }

  @Test
  void badArgumentsAreNamed() {
    assertThatThrownBy(() -> Sweep.of(trial(1)).seeds(0, 0))
        .hasMessage("seeds must be at least 1. Received: 0");
    assertThatThrownBy(() -> Sweep.of(trial(1)).threads(0))
        .hasMessage("threads must be at least 1. Received: 0");
    assertThatThrownBy(() -> Sweep.of(trial(1)).seeds(Long.MAX_VALUE, 2))
        .hasMessage("firstSeed must leave room for 2 seeds. Received: 9223372036854775807");
  }
}
