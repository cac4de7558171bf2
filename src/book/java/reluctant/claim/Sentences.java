package reluctant.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.cases.Case;
import reluctant.cases.Cases;
import reluctant.cases.Statement;

/**
 * Whose sentences a card judges: by the list of all that the three threads say, and by those of the
 * {@link Cases}.
 */
public final class Sentences {
  private static @Nullable JsonNode list;

  private Sentences() {}

  /**
   * A sentence of a thread.
   *
   * @param says what it says, in our words
   * @param speaker who says it, such as "asker"
   * @param post where, such as "comment 1 on the question"
   * @param thread the thread's address
   */
  public record Sentence(String says, String speaker, String post, URI thread) {}

  /**
   * Returns the sentences that a card judges, in their order; none of a card of one's own.
   *
   * @param card the claim's id
   */
  public static List<Sentence> of(String card) {
    var found = new ArrayList<Sentence>();
    for (JsonNode sentence : list()) {
      for (JsonNode each : sentence.path("cards")) {
        if (each.asText().equals(card)) {
          found.add(
              new Sentence(
                  sentence.path("says").asText(),
                  sentence.path("speaker").asText(),
                  sentence.path("post").asText(),
                  thread(sentence.path("thread").asText())));
        }
      }
    }
    for (Case each : Cases.ofBook().all()) {
      for (Statement said : each.statements()) {
        if (said.cards().contains(card)) {
          found.add(new Sentence(said.says(), said.speaker(), said.post(), each.address()));
        }
      }
    }
    return List.copyOf(found);
  }

  private static URI thread(String name) {
    return URI.create(
        switch (name) {
          case "absolute" -> "https://stackoverflow.com/a/78465339";
          case "distance" -> "https://stats.stackexchange.com/q/363352";
          case "vanishing" -> "https://stats.stackexchange.com/q/176794";
          default -> throw Require.refusal("thread must be one of the three. Received: " + name);
        });
  }

  private static synchronized JsonNode list() {
    if (list == null) {
      try (InputStream file = Sentences.class.getResourceAsStream("sentences.json")) {
        list = new ObjectMapper().readTree(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return list;
  }
}
