package reluctant.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.claim.ClaimAxis.BATCH;
import static reluctant.claim.ClaimAxis.BUDGET;
import static reluctant.claim.ClaimAxis.CUT;
import static reluctant.claim.ClaimAxis.START;

import org.junit.jupiter.api.Test;

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
