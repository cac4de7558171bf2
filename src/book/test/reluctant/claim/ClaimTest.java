package reluctant.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.sweep.Rate;

class ClaimTest {
  private static final String ADDRESS = "https://example.org/questions/1?a=1&b=2";

  private static ClaimDraft draft() {
    return Claim.of("abs.half-the-time", "It should work in about half of the runs.")
        .measured("both halves in 28.4 % of the runs", 0.279, 0.291)
        .thread(ADDRESS)
        .expected(false);
  }

  @Test
  void theTextSaysItAll() {
    assertThat(draft().verdict(false))
        .hasToString(
            """
            It should work in about half of the runs.
            Measured: both halves in 28.4 % of the runs [0.2790, 0.2910]
            Verdict: false, as expected [abs.half-the-time]""");
  }

  @Test
  void aRateIsItsOwnMeasure() {
    var rate = new Rate(112, 400);
    Claim claim = draft().measured("both halves in", rate).verdict(rate.agreesWith(0.5));
    assertThat(claim.evidence().page().measured()).isEqualTo("both halves in 28.0 % [23.8, 32.6]");
    assertThat(claim.evidence().page().interval()).isEqualTo(rate.interval());
    assertThat(claim.verdict()).isEqualTo(Verdict.FALSE);
  }

  @Test
  void aRateOfFewTrialsSettlesNothing() {
    Claim few = draft().measured("both halves in", new Rate(0, 199)).verdict(false);
    assertThat(few.asExpected()).isFalse();
    assertThat(few.verdict())
        .hasToString("not sure yet: 199 trials are too few, count at least 200");
    assertThat(few.toString()).contains("at least 200 [abs").doesNotContain("expected");
    assertThat(draft().measured("both halves in", new Rate(0, 200)).verdict(false).asExpected())
        .isTrue();
  }

  @Test
  void anUnexpectedVerdictIsSaidAndNotThrown() {
    Claim claim = draft().verdict(true);
    assertThat(claim.asExpected()).isFalse();
    assertThat(claim.toString()).contains("true, but false was expected");
  }

  @Test
  void aClaimThatExpectsNothingShowsItsVerdictAlone() {
    ClaimDraft own = Claim.of("mine", "It works.").measured("it did not");
    for (Claim claim : List.of(own.verdict(true), own.verdict(false))) {
      assertThat(claim.asExpected()).isTrue();
      assertThat(claim.toString()).endsWith("Verdict: " + claim.verdict() + " [mine]");
    }
  }

  @Test
  void badClaimsAreRefusedInOneSentence() {
    assertThatThrownBy(() -> Claim.of("Half the time", "a").measured("b").verdict(true))
        .hasMessage(
            "id must be lower case words joined by dots and hyphens. Received: Half the time");
    assertThatThrownBy(() -> Claim.of("a", "b").verdict(true))
        .hasMessage("measured must say something. Received: a blank text");
    assertThatThrownBy(() -> draft().measured("a", 2, 1))
        .hasMessage("an interval must go from a lower to a higher number. Received: 2.0 and 1.0");
    assertThatThrownBy(() -> draft().thread("javascript:alert(1)").verdict(true))
        .hasMessageStartingWith("thread must be an address that starts with https://. Received:");
    assertThatThrownBy(() -> new Verdict("maybe"))
        .hasMessage(
            "text must be true, false, true only when .. or not sure yet: .. Received: maybe");
    assertThatThrownBy(() -> Verdict.onlyWhen("  ")).hasMessageContaining("true only when");
  }

  @Test
  void severalRatesAreOneSentence() {
    Claim claim =
        draft()
            .measured("in", new Rate(1, 4))
            .and(", at night in", new Rate(112, 400))
            .verdict(false);
    assertThat(claim.evidence().page().measured())
        .isEqualTo("in 25.0 % [4.6, 69.9], at night in 28.0 % [23.8, 32.6]");
    assertThat(claim.evidence().page().interval()).isEqualTo(new Rate(112, 400).interval());
    assertThat(claim.verdict()).isEqualTo(Verdict.unsure(4));
    Claim sure = draft().measured("in").and(" always in", new Rate(400, 400)).verdict(false);
    assertThat(sure.asExpected()).isTrue();
  }

  @Test
  void aConditionDecidesBetweenThreeVerdicts() {
    Claim only = draft().trueOnlyWhen("it rains", true, false);
    assertThat(only.verdict()).hasToString("true only when it rains");
    assertThat(only.asExpected()).isTrue();
    assertThat(draft().trueOnlyWhen("it rains", true, true).verdict()).isEqualTo(Verdict.TRUE);
    assertThat(draft().trueOnlyWhen("it rains", false, true).verdict()).isEqualTo(Verdict.FALSE);
    assertThat(draft().trueOnlyWhen("it rains", false, false).asExpected()).isFalse();
    assertThat(draft().trueOnlyWhen("it rains", new Rate(1, 2))).hasToString(only.toString());
    Claim always = draft().trueOnlyWhen("it rains", new Rate(2000, 2000));
    assertThat(always.verdict()).isEqualTo(Verdict.TRUE);
    assertThat(always.asExpected()).isFalse();
  }
}
