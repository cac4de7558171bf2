package reluctant.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.claim.ClaimAxis.BATCH;
import static reluctant.claim.ClaimAxis.BUDGET;
import static reluctant.claim.ClaimAxis.CUT;
import static reluctant.claim.ClaimAxis.START;

import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.sweep.Rate;

/** How attacks make verdicts. */
class EvidenceTest {

  private static Evidence fact(boolean holds) {
    return Evidence.fact("it is 0", "it is " + (holds ? 0 : 1), holds);
  }

  private static Claim claim(Evidence evidence) {
    return Claim.of("a", "It is exact.").by(evidence);
  }

  @Test
  void whatNoAttackTurnsIsTrueOrFalse() {
    assertThat(claim(fact(true)).verdict()).isEqualTo(Verdict.TRUE);
    assertThat(claim(fact(false)).verdict()).isEqualTo(Verdict.FALSE);
    Evidence attacked = fact(true).attacked(BUDGET, "long", "it is 0", true);
    assertThat(claim(attacked).verdict()).isEqualTo(Verdict.TRUE);
  }

  @Test
  void whatAnAttackTurnsIsTrueOnlyWhenItsConditionSaysSo() {
    Evidence turned = fact(true).attacked(BUDGET, "long", "it is 1", false);
    assertThat(claim(turned).verdict()).hasToString("not sure yet: an attack turns it (budget)");
    Claim only = claim(turned).trueOnlyWhen("it is short", BUDGET);
    assertThat(only.verdict()).hasToString("true only when it is short");
    assertThat(only.asExpected()).isTrue();
    Claim elsewhere = claim(turned).trueOnlyWhen("it starts well", START);
    assertThat(elsewhere.verdict().isSure()).isFalse();
    Claim held = claim(fact(true)).trueOnlyWhen("it is short", BUDGET);
    assertThat(held.verdict()).isEqualTo(Verdict.TRUE);
    assertThat(held.asExpected()).isFalse();
  }

  @Test
  void whatStillMovesIsToldOnceOfBothHalves() {
    Finding one = Finding.fact("5,000 epochs", "it is 0", true).moving(0.2);
    Evidence half = fact(true).with(BUDGET, one);
    Evidence other = fact(true).with(BUDGET, Finding.fact("5,000 epochs", "1", true).moving(0.01));
    for (Evidence both : List.of(half.and(other), other.and(half))) {
      assertThat(both.attacks(BUDGET))
          .singleElement()
          .extracting(Finding::told)
          .isEqualTo("5,000 epochs (20 % still moving)");
    }
    assertThat(other.attacks(BUDGET).get(0).told()).isEqualTo("5,000 epochs");
  }

  @Test
  void aCountedRateIsJudgedByItsWord() {
    Evidence never = Evidence.counted(Word.never(), "it came in", new Rate(0, 2000));
    assertThat(never.page().answer()).isEqualTo(Answer.YES);
    assertThat(never.page().measured()).startsWith("it came in 0.0 % [");
    Evidence unsure = never.attacked(BATCH, "of 1", Word.never(), new Rate(0, 300));
    assertThat(unsure.attacks(BATCH).get(0).answer()).isEqualTo(Answer.UNDECIDED);
    assertThat(unsure.attacks(BATCH).get(0).measured()).startsWith("0.0 % [");
    assertThat(claim(unsure).verdict()).isEqualTo(Verdict.TRUE);
    Evidence no = never.attacked(BATCH, "of 1", Word.never(), new Rate(300, 2000));
    assertThat(no.turning()).containsExactly(BATCH);
  }

  @Test
  void twoHalvesOfASentenceHoldWhereBothDo() {
    Evidence one = fact(true).attacked(BUDGET, "long", "it is 0", true);
    Evidence two =
        fact(true).attacked(BUDGET, "long", "it is 1", false).attacked(BATCH, "all", "0", true);
    Evidence both = one.and(two);
    assertThat(both.attacks(BUDGET))
        .singleElement()
        .extracting(Finding::answer)
        .isEqualTo(Answer.NO);
    assertThat(both.attacks(BATCH))
        .singleElement()
        .extracting(Finding::measured)
        .isEqualTo("0; it is 0");
    assertThat(both.reason(CUT)).isEqualTo("nothing is trained");
    assertThat(both.page().measured()).isEqualTo("it is 0; it is 0");
  }

  @Test
  void anAxisThatTheSentenceFixesIsNotAttacked() {
    Evidence fixed =
        fact(true).attacked(BUDGET, "long", "it is 1", false).fixed(BUDGET, "of an hour");
    assertThat(claim(fixed).verdict()).isEqualTo(Verdict.TRUE);
    assertThat(fixed.reason(BUDGET)).isEqualTo("of an hour");
    assertThat(claim(fixed).toString()).contains("budget: not attacked, of an hour");
    assertThatThrownBy(() -> fact(true).fixed(BUDGET, " "))
        .hasMessage("reason must say something. Received: a blank text");
  }

  @Test
  void eachAxisHasTheNameOfTheList() {
    for (ClaimAxis axis : ClaimAxis.values()) {
      assertThat(ClaimAxis.of(axis.text())).isEqualTo(axis);
    }
    assertThatThrownBy(() -> ClaimAxis.of("depth")).hasMessageEndingWith("Received: depth");
  }
}
