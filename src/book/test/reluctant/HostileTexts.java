package reluctant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Texts that would be markup, script or a broken page if any renderer took them as more. */
public final class HostileTexts {
  private HostileTexts() {}

  /** The table, and a text of 100 kB. */
  public static Stream<String> all() throws IOException {
    try (var file = HostileTexts.class.getResourceAsStream("hostile-texts.json")) {
      JsonNode table = new ObjectMapper().readTree(Objects.requireNonNull(file));
      JsonNode longest = table.path("long");
      return Stream.concat(
          StreamSupport.stream(table.path("texts").spliterator(), false).map(JsonNode::asText),
          Stream.of(longest.path("repeat").asText().repeat(longest.path("times").asInt())));
    }
  }
}
