package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.sweep.Trials.interruptAfter;
import static reluctant.sweep.Trials.tiny;
import static reluctant.sweep.Trials.trial;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sweep that ends early has counted its first seeds and says why it ended. */
@Timeout(60)
class StopTest {

  private static void assertIsTheSweepOfItsFirstSeeds(Outcomes<Integer> outcomes) {
    if (outcomes.trials() > 0) {
      var sweep = outcomes.sweep();
      var again =
          Sweep.of(sweep.trial())
              .seeds(sweep.firstSeed(), outcomes.trials())
              .outcomes(Trials::fingerprint)
              .run();
      for (int outcome = 0; outcome < 7; outcome++) {
        assertThat(outcomes.count(outcome)).isEqualTo(again.count(outcome));
        assertThat(outcomes.examples(outcome)).isEqualTo(again.examples(outcome));
      }
    }
  }

  @Test
  void anInterruptGivesAPartialResultAndStopsTheWorkers() {
    var sweep = Sweep.of(trial(200)).seeds(0, 1_000_000).threads(2);
    var outcomes = sweep.outcomes(Trials::fingerprint).run(interruptAfter(3));
    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
    assertThat(outcomes.isPartial()).isTrue();
    assertThat(outcomes.end()).isEqualTo(End.INTERRUPTED);
    assertThat(outcomes.trials()).isLessThan(10_000);
    assertThat(outcomes.toString()).contains(" trials of 1000000, interrupted");
    assertIsTheSweepOfItsFirstSeeds(outcomes);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(worker -> worker.getName().equals("reluctant-sweep"));
  }

  @Test
  void timeIsUp() {
    var sweep = Sweep.of(trial(200)).seeds(7, 1_000_000).threads(2);
    var outcomes = sweep.stopAfter(Duration.ofMillis(300)).outcomes(Trials::fingerprint).run();
    assertThat(outcomes.end()).isEqualTo(End.TIME_IS_UP);
    assertThat(outcomes.isPartial()).isTrue();
    assertThat(outcomes.toString()).contains(" trials of 1000000, the time was up");
    assertIsTheSweepOfItsFirstSeeds(outcomes);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    // All of them take ten times as long as this on any machine.
    assertThat(sweep.stopAfter(Duration.ofMillis(100)).runs().size()).isLessThan(1_000_000);
  }

  @Test
  void aRuleThatIsCutOffIsNotCounted() {
    Rule<Boolean> whole =
        run -> {
          while (run.trial().seed() >= 10 && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
          return !Thread.currentThread().isInterrupted();
        };
    var sweep = Sweep.of(tiny()).seeds(0, 128).threads(2).stopAfter(Duration.ofMillis(300));
    assertThat(sweep.outcomes(whole).run().outcomes()).doesNotContain(false);
  }

  @Test
  void muchTimeStopsNothing() {
    var sweep = Sweep.of(tiny()).seeds(0, 70).stopAfter(Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(sweep.outcomes(Trials::fingerprint).run().end()).isEqualTo(End.COMPLETED);
  }

  @Test
  void narrowIntervalsAreEnoughAtTheSameTrialOnAnyThreads() {
    var sweep = Sweep.of(tiny()).seeds(-10, 100_000).stopWhenNarrowerThan(0.05);
    var one = sweep.threads(1).outcomes(Trials::oftenTrue).run();
    assertThat(one.end()).isEqualTo(End.NARROW_ENOUGH);
    assertThat(one.isPartial()).isFalse();
    // The interval of 2/3 is 2 * 1.96 * sqrt(2/9 / n) wide: n = 1366, at the end of a block.
    assertThat(one.trials()).isEqualTo(1366 + 64 - Math.floorMod(1366 - 10, 64));
    assertThat(one.toString())
        .startsWith(one.trials() + " trials of 100000, the intervals were narrow enough");
    var three = sweep.threads(3).outcomes(Trials::oftenTrue).run();
    assertThat(three.trials()).isEqualTo(one.trials());
    assertThat(three.count(true)).isEqualTo(one.count(true));
  }

  @Test
  void fewTrialsAreNeverEnough() {
    var sweep = Sweep.of(tiny()).seeds(60, 1_000).stopWhenNarrowerThan(0.99);
    assertThat(sweep.outcomes(run -> "always").run().trials()).isEqualTo(68);
  }
}
