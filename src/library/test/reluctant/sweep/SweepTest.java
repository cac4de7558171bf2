package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.sweep.Trials.fingerprint;
import static reluctant.sweep.Trials.trial;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reluctant.JavaShell;
import reluctant.examples.Halves;
import reluctant.train.Run;
import reluctant.train.Trial;

class SweepTest {

  @Test
  void theResultDoesNotDependOnTheThreads() {
    var sweep = Sweep.of(trial(20)).seeds(5, 60);
    var one = sweep.threads(1).outcomes(Trials::fingerprint).run();
    var three = sweep.threads(3).outcomes(Trials::fingerprint).run();
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
  @Timeout(60)
  void runsEndBeforeTheFirstThatIsMissing() {
    var sweeper = Thread.currentThread();
    var calls = new AtomicInteger();
    var trial =
        Trials.watched(
            trial(20),
            () -> {
              if (calls.incrementAndGet() == 2_000_000) {
                sweeper.interrupt();
              }
            });
    var sweep = Sweep.of(trial).seeds(3, 1_000_000).threads(3);
    List<Run> runs = sweep.runs();
    assertThat(Thread.interrupted()).isTrue();
    var seeds = runs.stream().map(run -> run.trial().seed()).toList();
    assertThat(seeds).hasSizeBetween(61, 999_999);
    assertThat(seeds).isEqualTo(LongStream.range(3, 3 + seeds.size()).boxed().toList());
  }

  @Test
  void runsTakeTheTimeThatTheyMayTake() {
    var runs = Sweep.of(trial(3000)).seeds(0, 1_000_000).stopAfter(Duration.ofMillis(500)).runs();
    assertThat(runs).hasSizeLessThan(999_999);
  }

  @Test
  void whatRunsCantHonourIsRefusedBeforeAnythingIsTrained() {
    var sweep = Sweep.of(trial(1_000_000_000)).seeds(0, 1000);
    Engine elsewhere = new Elsewhere();
    assertRunsRefused(
        sweep.over("epochs", List.of(1, 2), Trial::epochs),
        "axes must not be set to keep runs, count them by outcomes(rule). Received: [epochs [1,"
            + " 2]]");
    assertRunsRefused(
        sweep.engine(elsewhere),
        "engine must not be set to keep runs, count them by outcomes(rule). Received: elsewhere");
    assertRunsRefused(
        sweep.file(Path.of("a.jsonl")),
        "file must not be set to keep runs, count them by outcomes(rule). Received: a.jsonl");
    assertRunsRefused(
        sweep.stopWhenNarrowerThan(0.25),
        "width must not be set to keep runs, count them by outcomes(rule). Received: 0.25");
    assertThat(Path.of("a.jsonl")).doesNotExist();
  }

  private static void assertRunsRefused(Sweep sweep, String message) {
    assertThatIllegalArgumentException().isThrownBy(sweep::runs).withMessage(message);
  }

  private static final class Elsewhere implements Engine {
    @Override
    public <O extends Comparable<? super O>> void run(Work<O> work) {
      throw new AssertionError("not asked");
    }

    @Override
    public String describe(Trial trial, int threads) {
      return "elsewhere";
    }

    @Override
    public String toString() {
      return "elsewhere";
    }
  }

  @Test
  void progressCountsUpToTheEnd() {
    var done = new ArrayList<Long>();
    Sweep.of(trial(1))
        .seeds(0, 200)
        .outcomes(run -> "x")
        .run((n, total) -> done.add(total == 200 ? n : -1));
    assertThat(done).isSorted().doesNotHaveDuplicates().contains(200L).hasSizeGreaterThan(1);
  }

  @Test
  void countsMayBeLong() {
    assertThat(Sweep.of(trial(1)).seeds(0, 1L << 40).seeds()).isEqualTo(1L << 40);
    assertThat(new Rate(1L << 40, 1L << 41).value()).isEqualTo(0.5);
  }

  @Test
  void theResultSaysWhoTrained() {
    var outcomes = Sweep.of(trial(1)).seeds(0, 1).threads(2).outcomes(run -> 1).run();
    assertThat(outcomes.engine()).isEqualTo(Engine.local().describe(trial(1), 2));
    assertThat(new LocalEngine().describe(trial(1), 1))
        .contains("1 thread")
        .doesNotContain("1 threads");
  }

  @Test
  void aSweepIsPrintedAsTheJavaThatMakesIt() {
    var sweep =
        Sweep.of(trial(3))
            .seeds(-5, 1_000_000)
            .threads(3)
            .stopAfter(Duration.ofMinutes(90))
            .stopWhenNarrowerThan(0.02)
            .file(Path.of("a \"folder\"", "sweep.jsonl"));
    try (var shell = new JavaShell()) {
      shell.run(
          """
          import java.nio.file.Path;
          import java.time.Duration;
          import reluctant.nn.*;
          import reluctant.optimizers.*;
          import reluctant.sweep.*;
          import reluctant.train.*;
          import static reluctant.nn.Activation.*;
          import static reluctant.train.Loss.*;
          import static reluctant.data.Problems.*;
          """);
      assertThat(shell.value(sweep.toString())).isEqualTo(sweep);
    }
  }
}
