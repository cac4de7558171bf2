package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomesTest {

  private static final Sweep SWEEP = Sweep.of(Trials.trial(1)).seeds(100, 40);

  @Test
  void runsThatAreThereAreCountedAsASweepCountsThem() {
    var swept = SWEEP.outcomes(Trials::fingerprint).run();
    var counted = Outcomes.of(SWEEP.runs(), Trials::fingerprint);
    assertThat(counted).hasToString(swept.toString());
    int outcome = swept.outcomes().get(0);
    assertThat(counted.examples(outcome)).isEqualTo(swept.examples(outcome));
    assertThat(counted.example(outcome)).isEqualTo(swept.example(outcome));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Outcomes.of(List.of(), Trials::fingerprint))
        .withMessageEndingWith("Received: 0");
  }

  @Test
  void runsOfNoSweepAreNotCounted() {
    var runs = SWEEP.runs();
    for (var others :
        List.of(
            List.of(runs.get(0), runs.get(2)),
            List.of(runs.get(1), runs.get(0)),
            List.of(runs.get(0), Trials.trial(2).seed(101).run()))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Outcomes.of(others, Trials::fingerprint))
          .withMessageStartingWith("runs must be those of a sweep, seed by seed. Received: new ")
          .withMessageMatching(".* in the place of seed 10[12]");
    }
  }

  @Test
  void outcomesAreCountedByWhatTheyTell() {
    var swept = SWEEP.outcomes(Trials::fingerprint).run();
    var even = swept.by(outcome -> outcome % 2 == 0);
    assertThat(even)
        .hasToString(SWEEP.outcomes(run -> Trials.fingerprint(run) % 2 == 0).run().toString());
    assertThat(even.examples(true))
        .isEqualTo(SWEEP.outcomes(run -> Trials.fingerprint(run) % 2 == 0).run().examples(true));
  }

  @Test
  void someOutcomesAloneAreSharesOfThemselves() {
    var often = SWEEP.outcomes(Trials::oftenTrue).run();
    var alone = often.only(outcome -> outcome);
    assertThat(alone.trials()).isEqualTo(often.count(true));
    assertThat(alone.rate(true).value()).isEqualTo(1);
    assertThat(alone.count(false)).isZero();
    assertThat(often.only(outcome -> false).trials()).isZero();
  }

  @Test
  void twoOutcomesShareARate() {
    var swept = SWEEP.outcomes(Trials::fingerprint).run();
    long both = swept.count(0) + swept.count(3);
    assertThat(swept.rate(0, 3)).isEqualTo(new Rate(both, 40));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> swept.rate(3, 3))
        .withMessage("other must be another outcome than one. Received: 3 twice");
  }

  @Test
  void aSweepCountsOneThingAtOnce() {
    assertThat(SWEEP.rate(Trials::oftenTrue))
        .isEqualTo(SWEEP.outcomes(Trials::oftenTrue).run().rate(true));
    assertThat(SWEEP.rate(Trials::fingerprint, 3))
        .isEqualTo(SWEEP.outcomes(Trials::fingerprint).run().rate(3));
  }
}
