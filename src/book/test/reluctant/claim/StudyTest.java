package reluctant.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.claim.ClaimAxis.BUDGET;
import static reluctant.claim.ClaimAxis.PRECISION;
import static reluctant.claim.ClaimAxis.WIDTH;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reluctant.absolute.Halves;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Rule;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Trial;

class StudyTest {
  private static final Trial TRIAL =
      new Trial(
          Sequential.of(1, new Dense(2, RELU), new Dense(1)),
          absoluteValue(40, 1),
          new Fit(new Adam(0.01), MSE, 30, 8),
          0);

  private static final Study<Halves> STUDY = Study.of(TRIAL, Halves::of, 64, 256);

  @Test
  void itCountsWhatASweepCounts() {
    var swept = Sweep.of(TRIAL).seeds(64, 256).outcomes(Halves::of).run();
    for (Halves each : Halves.values()) {
      assertThat(STUDY.outcomes().rate(each)).isEqualTo(swept.rate(each));
    }
    Finding page = STUDY.is(Word.always(), "both in", Halves.BOTH).page();
    assertThat(page.count()).isEqualTo(swept.count(Halves.BOTH));
    assertThat(page.measured()).isEqualTo("both in " + swept.rate(Halves.BOTH));
    assertThat(page.lines()).containsExactly(TRIAL.line());
  }

  @Test
  void sharesMayBeOfSomeOutcomesAlone() {
    Study<Halves> some = STUDY.among(Halves.BOTH, Halves.NEITHER);
    Finding page = some.is(Word.always(), "both in", Halves.BOTH).page();
    var outcomes = STUDY.outcomes();
    assertThat(page.trials())
        .isEqualTo(outcomes.count(Halves.BOTH) + outcomes.count(Halves.NEITHER));
  }

  @Test
  void pairsMayBeThoseOfWhichBothEndedSo() {
    Study<Halves> three = Study.of(TRIAL.hiddenUnits(3), Halves::of, 64, 256);
    Study<Halves> some = three.comparedWith(STUDY).among(Halves.BOTH, Halves.NEITHER);
    Finding all = three.comparedWith(STUDY).is(Word.better(), "both by", Halves.BOTH).page();
    Finding page = some.is(Word.better(), "both by", Halves.BOTH).page();
    var counted = List.of(Halves.BOTH, Halves.NEITHER);
    long pairs = 0;
    for (long seed = 64; seed < 320; seed++) {
      boolean one = counted.contains(Halves.of(TRIAL.hiddenUnits(3).seed(seed).run()));
      boolean two = counted.contains(Halves.of(TRIAL.seed(seed).run()));
      pairs += one && two ? 1 : 0;
    }
    assertThat(page.trials()).isEqualTo(pairs).isLessThan(all.trials());
  }

  @Test
  void pairsAreOfTheSameSeeds() {
    Study<Halves> three = Study.of(TRIAL.hiddenUnits(3), Halves::of, 64, 256);
    Finding page = three.comparedWith(STUDY).is(Word.better(), "both by", Halves.BOTH).page();
    long gained = three.outcomes().count(Halves.BOTH) - STUDY.outcomes().count(Halves.BOTH);
    assertThat(page.count()).isEqualTo(gained);
    assertThat(page.trials()).isEqualTo(256);
    assertThatThrownBy(() -> three.comparedWith(Study.of(TRIAL, Halves::of, 0, 256)))
        .hasMessageStartingWith("other must count the same seeds, 256 from 64 on. Received: 256");
  }

  @Test
  void anAttackThatIsNotKeptIsSaidToBeMissing() {
    Evidence evidence =
        STUDY.budget(300).fixed(WIDTH, "of two").is(Word.always(), "both in", Halves.BOTH);
    assertThat(evidence.attacks(BUDGET)).isEmpty();
    assertThat(evidence.reason(BUDGET)).isEqualTo("no attack is kept for these parameters");
    assertThat(evidence.reason(WIDTH)).isEqualTo("of two");
    assertThat(evidence.reason(PRECISION)).startsWith("untried");
    assertThat(evidence.untouched()).hasSize(ClaimAxis.values().length - 3);
  }

  @Test
  void settingsAreWrittenAsPeopleDo() {
    Study<Halves> attacked = STUDY.learningRate(1e-4, 3e-4, 6).optimizer(new Adam(1)).batch(8);
    assertThat(attacked.variations)
        .extracting(Variation::setting)
        .containsExactly(
            "learning rate 0.0001",
            "learning rate 0.0003",
            "learning rate 6",
            "Adam(1.0)",
            "batches of 8");
  }

  @Test
  void aConditionIsExpectedOnlyWhereAllThatMayTurnItIsKept() {
    Evidence asked = STUDY.units(3).is(Word.always(), "both in", Halves.BOTH);
    Evidence same = asked.attacked(WIDTH, "by hand", "no", false);
    for (Evidence each : List.of(asked, same, Evidence.fact("", "is", true).and(same))) {
      Claim claim = Claim.of("a", "It works.").by(each).trueOnlyWhen("it is wide", WIDTH);
      assertThat(claim.expected()).isNull();
      assertThat(claim.trueOnlyWhen("it is long", BUDGET).expected()).isNotNull();
    }
    Evidence closed = same.fixed(WIDTH, "of two");
    assertThat(Claim.of("a", "It works.").by(closed).trueOnlyWhen("wide", WIDTH).expected())
        .isNotNull();
  }

  @Test
  void aKeptAttackIsFoundAgainByWhatItIsAndRunsToTheSame() {
    Rule<Halves> rule = Halves::of;
    var attack =
        new Attack("page", TRIAL.epochs(60), null, Rules.texts(rule), List.of("BOTH"), 0, 200);
    KeptAttack kept = attack.kept(attack.run());
    var stored = new KeptAttacks(new KeptFile(List.of(), List.of(kept)), null);
    assertThat(stored.find(attack)).contains(kept.counts());
    var other =
        new Attack("another", TRIAL.epochs(60), null, Rules.texts(rule), List.of("BOTH"), 0, 200);
    assertThat(stored.find(other)).isEmpty();
    assertThat(kept.attack().run(Counts.FIRST).first64()).isEqualTo(kept.counts().first64());
  }

  @Test
  void anAttackThatIsAskedForIsRunAndWrittenAsItWasAgreed(@TempDir Path folder) {
    Rule<Halves> rule = Halves::of;
    Path kept = folder.resolve("attacks");
    var attack =
        new Attack("page", TRIAL, TRIAL.hiddenUnits(3), Rules.texts(rule), List.of("BOTH"), 0, 200);
    Counts counts =
        new KeptAttacks(KeptFile.empty(), kept.resolve("04.json")).find(attack).orElseThrow();
    assertThat(counts.trials()).isEqualTo(200);
    List<KeptAttack> read = KeptFile.in(kept).attacks();
    assertThat(read).containsExactly(attack.kept(counts));
    assertThat(read.get(0).attack().lines()).isEqualTo(attack.lines());
  }
}
