package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.claim.ClaimAxis.BUDGET;
import static reluctant.claim.ClaimAxis.CUT;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import reluctant.claim.Claim;
import reluctant.claim.Evidence;

class ClaimCardTest {
  private static final String ADDRESS = "https://example.org/questions/1?a=1&b=2";

  private static Map<String, Object> json(Claim claim) {
    Object json = ClaimCard.shown(claim).data().get(ClaimCard.MIME_TYPE);
    return assertThat(json)
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .actual();
  }

  private static String html(Claim claim) {
    return String.valueOf(ClaimCard.shown(claim).data().get(Shown.HTML));
  }

  @Test
  void aClaimIsSentAsItWasAgreed() {
    Claim claim =
        Claim.of("my.own", "It should work in about half of the runs.")
            .measured("both halves in 28.4 % of the runs", 0.279, 0.291)
            .thread(ADDRESS)
            .expected(false)
            .verdict(false);
    assertThat(json(claim))
        .containsOnly(
            Map.entry("version", 2),
            Map.entry("id", "my.own"),
            Map.entry("claim", "It should work in about half of the runs."),
            Map.entry("said", List.of()),
            Map.entry("criterion", ""),
            Map.entry("measured", "both halves in 28.4 % of the runs [0.2790, 0.2910]"),
            Map.entry("interval", List.of(0.279, 0.291)),
            Map.entry("count", 0L),
            Map.entry("trials", 0L),
            Map.entry("lines", List.of()),
            Map.entry("source", "page"),
            Map.entry("verdict", "false"),
            Map.entry("expected", "false"),
            Map.entry("thread", ADDRESS),
            Map.entry("axes", List.of()));
  }

  @Test
  void anAttackedClaimShowsWhatItSurvivedAndWhatIsNotOpen() {
    Evidence evidence =
        Evidence.fact("the error is 0", "it is 0", true)
            .attacked(BUDGET, "ten times", "it is 1", false)
            .fixed(CUT, "there is no cut");
    Claim claim = Claim.of("a", "It is exact.").by(evidence).trueOnlyWhen("it is short", BUDGET);
    assertThat(json(claim).get("axes"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(10)
        .contains(Map.of("axis", "cut", "reason", "there is no cut", "attacks", List.of()));
    assertThat(html(claim))
        .contains("◐ true only when it is short</strong>, as expected")
        .contains("Attacked 1 time<", "ten times", "✘", "there is no cut");
  }

  @Test
  void whoSaidItStandsOnTheCard() {
    Claim claim = Claim.of("abs.half-the-time", "In about half.").measured("no").verdict(false);
    assertThat(json(claim).get("said"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains(
            Map.of(
                "speaker", "commenter",
                "post", "comment 1 on the question",
                "thread", "https://stackoverflow.com/a/78465339"));
    assertThat(html(claim)).contains("comment 1 on the question</a>");
  }

  @Test
  void anUnexpectedVerdictIsSaid() {
    Claim claim = Claim.of("a", "It works.").measured("no").expected(true).verdict(false);
    assertThat(html(claim)).contains("but <strong>true</strong> was expected");
    Claim own = Claim.of("mine", "It works.").measured("no").verdict(false);
    assertThat(html(own)).contains("false</strong> <code>mine</code>").doesNotContain("expected");
  }

  @Test
  void theCardIsOnlyWhatItsAuthorWrote() {
    String hostile = "</p><script>alert('1')</script>\" onclick=\"x";
    Evidence evidence =
        Evidence.fact(hostile, hostile, true).attacked(BUDGET, hostile, hostile, true);
    for (Claim claim :
        List.of(
            Claim.of("a", hostile).measured(hostile).thread(ADDRESS).verdict(true),
            Claim.of("a", hostile).by(evidence))) {
      assertThat(html(claim))
          .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onclick=&quot;x")
          .doesNotContain("<script", "\" onclick");
    }
  }
}
