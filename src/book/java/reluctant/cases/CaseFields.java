package reluctant.cases;

import static reluctant.Text.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import reluctant.Require;
import reluctant.sweep.Rate;

/** The fields of one object in {@code cases.json}, each of its kind, and no others. */
final class CaseFields {
  private static final Set<String> CASE =
      Set.of(
          "id",
          "chapter",
          "title",
          "address",
          "at",
          "asks",
          "setup",
          "untold",
          "symptoms",
          "cause",
          "reported",
          "sentences",
          "unsettled");
  private static final Set<String> SENTENCE = Set.of("says", "speaker", "post", "cards", "reason");
  private static final Set<String> NUMBER = Set.of("name", "count", "of", "low", "high", "number");

  private final String place;
  private final JsonNode object;

  CaseFields(String place, JsonNode object) {
    String id = object.path("id").asText();
    this.place = id.isBlank() ? place : place + " (" + id + ")";
    this.object = object;
  }

  Case read() {
    only(CASE);
    return refusing(
        () ->
            new Case(
                text("id"),
                text("chapter"),
                text("title"),
                address(),
                text("at"),
                text("asks"),
                text("setup"),
                textOr("untold"),
                texts("symptoms"),
                text("cause"),
                objects("reported").stream().map(CaseFields::reported).toList(),
                objects("sentences").stream().map(CaseFields::statement).toList(),
                textOr("unsettled")));
  }

  private Reported reported() {
    only(NUMBER);
    boolean isCount = object.has("count") || object.has("of");
    boolean isRange = object.has("low") || object.has("high");
    if ((isCount ? 1 : 0) + (isRange ? 1 : 0) + (object.has("number") ? 1 : 0) != 1) {
      throw fault("must have count and of, low and high, or number", "" + object);
    }
    return refusing(
        () ->
            isCount
                ? Reported.counted(text("name"), new Rate(whole("count"), whole("of")))
                : isRange
                    ? Reported.range(text("name"), number("low"), number("high"))
                    : Reported.range(text("name"), number("number"), number("number")));
  }

  private Statement statement() {
    only(SENTENCE);
    List<String> cards = object.has("cards") ? texts("cards") : List.of();
    return refusing(
        () -> new Statement(text("says"), text("speaker"), text("post"), cards, textOr("reason")));
  }

  /** What the values refuse is told with its place. */
  private <T> T refusing(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      String told = "" + e.getMessage();
      throw told.startsWith("cases.json") ? e : Require.refusal(place + ": " + told, e);
    }
  }

  private void only(Set<String> names) {
    if (!object.isObject()) {
      throw fault("must be an object", "" + object);
    }
    for (Iterator<String> given = object.fieldNames(); given.hasNext(); ) {
      String name = given.next();
      if (!names.contains(name)) {
        throw fault(format("has no such field, only %s", names.stream().sorted().toList()), name);
      }
    }
  }

  private URI address() {
    String text = text("address");
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw fault("must have an address without blanks", text);
    }
  }

  private String textOr(String name) {
    return object.has(name) ? text(name) : "";
  }

  private String text(String name) {
    return text(name, object.path(name));
  }

  private String text(String name, JsonNode value) {
    if (!value.isTextual()) {
      throw fault("must have " + name + ", a text", value.isMissingNode() ? "none" : "" + value);
    }
    return value.asText();
  }

  private double number(String name) {
    JsonNode value = object.path(name);
    if (!value.isNumber()) {
      throw fault("must have " + name + ", a number", value.isMissingNode() ? "none" : "" + value);
    }
    return value.asDouble();
  }

  private int whole(String name) {
    double value = number(name);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw fault("must have " + name + ", a whole number", "" + value);
    }
    return (int) value;
  }

  private List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : array(name)) {
      texts.add(text("texts in " + name, each));
    }
    return texts;
  }

  private List<CaseFields> objects(String name) {
    List<CaseFields> objects = new ArrayList<>();
    for (JsonNode each : array(name)) {
      objects.add(new CaseFields(format("%s, %s %d", place, name, objects.size() + 1), each));
    }
    return objects;
  }

  private JsonNode array(String name) {
    return array(place + ", " + name, object.path(name));
  }

  static JsonNode array(String place, JsonNode value) {
    if (!value.isArray()) {
      String told = value.isMissingNode() ? "none" : "" + value;
      throw Require.refusal(place + " must be an array. Received: " + told);
    }
    return value;
  }

  private IllegalArgumentException fault(String must, String received) {
    return Require.refusal(place + " " + must + ". Received: " + received);
  }
}
