package reluctant.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reluctant.sweep.Rate;

class CasesTest {
  private static final String GOOD =
      """
      [{"id": "a-case", "chapter": "13", "title": "A case", "address": "https://example.org/1",
        "at": "there", "asks": "Why?", "setup": "One ReLU.", "untold": "The start.",
        "symptoms": ["works sometimes"], "cause": "It is dead.",
        "reported": [{"name": "learnt", "count": 3, "of": 4}, {"name": "failed", "low": 0.1,
          "high": 0.2}, {"name": "epochs", "number": 1100}],
        "sentences": [{"says": "It is the start.", "speaker": "asker", "post": "question",
            "cards": ["a.card"]},
          {"says": "Thanks.", "speaker": "asker", "post": "comment 1", "reason": "a courtesy"}]}]
      """;

  @Test
  void aCaseIsReadAsItStands() {
    Case one = Cases.read(GOOD).named("a-case");
    assertThat(one.statements().get(0).cards()).containsExactly("a.card");
    assertThat(one.reported())
        .containsExactly(
            Reported.counted("learnt", new Rate(3, 4)),
            Reported.range("failed", 0.1, 0.2),
            Reported.range("epochs", 1100, 1100));
    assertThat(one)
        .hasToString(
            """
            A case (a-case)
            Why? (there: https://example.org/1)
            Set-up: One ReLU.
            Not told there: The start.
            Reported: learnt: 3 of 4, 75.0 % [30.1, 95.4]; failed: 0.1 to 0.2; epochs: 1,100""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"asks\": \"Why?\", || (a-case) must have asks, a text. Received: none",
        "\"asks\": \"Why?\" | \"asks\": 3 | (a-case) must have asks, a text. Received: 3",
        "\"asks\": \"Why?\" | \"asks\": \" \" | must say something. Received: a blank text",
        "\"asks\" | \"ask\" | has no such field",
        "\"id\": \"a-case\" | \"id\": \"A case\" | lower case words joined by hyphens",
        "\"13\" | \"thirteen\" | chapter must be two digits, such as 13. Received: thirteen",
        "https | http | address must start with https://",
        "example.org/1 | example.org/ 1 | must have an address without blanks",
        "[\"works sometimes\"] | [] | symptoms must hold what a reader sees",
        "[\"works sometimes\"] | \"works\" | symptoms must be an array",
        "\"count\": 3, | | must have count, a number. Received: none",
        "\"count\": 3 | \"count\": 5 | a rate needs 0 <= count <= trials",
        "\"count\": 3 | \"count\": 2.5 | must have count, a whole number",
        "\"of\": 4 | \"of\": 4, \"low\": 1 | must have count and of, low and high, or number",
        "\"low\": 0.1 | \"low\": 0.3 | low must not exceed high",
        "\"failed\" | \"learnt\" | reported numbers must have names of their own",
        "[\"a.card\"] | [] | a sentence must have cards, or the reason why it has none",
        "\"post\": \"question\", | | must have post, a text",
        "\"title\": | \"title\": \"A\", \"title\": | must be whole JSON",
        "}]} | }]}, 3 | case 2 must be an object. Received: 3",
      })
  void aFaultIsToldInOneSentence(String good, @Nullable String bad, String told) {
    String json = GOOD.replace(good, bad == null ? "" : bad);
    assertThat(json).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> Cases.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cases.json")
        .hasMessageContaining(told)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void noTwoCasesShareAName() {
    String twice =
        "[" + GOOD.strip().substring(1).replaceAll("]$", ",") + GOOD.strip().substring(1);
    assertThatThrownBy(() -> Cases.read(twice)).hasMessageEndingWith("Received twice: a-case");
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThatThrownBy(() -> Cases.read("[")).hasMessageStartingWith("cases.json must be whole");
    assertThatThrownBy(() -> Cases.read("{}"))
        .hasMessageStartingWith("cases.json must be an array");
  }

  @ParameterizedTest
  @MethodSource("reluctant.HostileTexts#all")
  void aHostileTextIsReadOrRefusedInOneLine(String hostile) throws IOException {
    String quoted = new ObjectMapper().writeValueAsString(hostile);
    String json = GOOD.replace("\"a-case\"", quoted);
    Throwable refused = catchThrowable(() -> Cases.read(json));
    assertThat(refused == null ? "" : "" + refused.getMessage()).doesNotContain("\n");
  }

  @Test
  void theCasesOfTheBookAreFoundByTheirIds() {
    for (Case each : Cases.ofBook().all()) {
      assertThat(Case.of(each.id())).isSameAs(each);
    }
    assertThatThrownBy(() -> Case.of("none"))
        .hasMessageStartingWith("id must be that of a case in cases.json, one of [");
  }
}
