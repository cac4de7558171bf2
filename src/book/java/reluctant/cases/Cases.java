package reluctant.cases;

import static reluctant.Text.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.Require;

/**
 * All cases of the book, as {@code cases.json} has them: an array of objects, one for each {@link
 * Case}, whose fields have the names of its components but for {@code sentences}, which are its
 * {@link Statement}s. A fault of the file is told in one sentence.
 */
public final class Cases {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  private static @Nullable Cases book;

  private final List<Case> all;

  private Cases(List<Case> all) {
    this.all = List.copyOf(all);
  }

  /** The cases of the book. */
  public static synchronized Cases ofBook() {
    if (book == null) {
      try (InputStream file = Cases.class.getResourceAsStream("cases.json")) {
        byte[] bytes = Require.present("cases.json", file).readAllBytes();
        book = read(new String(bytes, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return book;
  }

  /**
   * Reads a file's text.
   *
   * @param json the whole of it
   * @throws IllegalArgumentException in one sentence that names the case and its fault
   */
  public static Cases read(String json) {
    Require.present("json", json);
    List<Case> all = new ArrayList<>();
    for (JsonNode each : CaseFields.array("cases.json", tree(json))) {
      String place = format("cases.json, case %d", all.size() + 1);
      all.add(new CaseFields(place, each).read());
    }
    for (String each : List.of("id", "title")) {
      unique(each, all.stream().map(one -> each.equals("id") ? one.id() : one.title()).toList());
    }
    return new Cases(all);
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      String told = Stream.of(("" + e.getMessage()).split("\n")).findFirst().orElse("");
      throw Require.refusal("cases.json must be whole JSON. Received: " + told, e);
    }
  }

  private static void unique(String field, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (values.indexOf(values.get(i)) < i) {
        throw Require.refusal(
            format(
                "cases.json must give each case %s of its own. Received twice: %s",
                field.equals("id") ? "an id" : "a title", values.get(i)));
      }
    }
  }

  /**
   * The case of an id.
   *
   * @param id such as "two-fixed-relus"
   * @throws IllegalArgumentException if there is none
   */
  public Case named(String id) {
    Require.present("id", id);
    return all.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Require.refusal(
                    format(
                        "id must be that of a case in cases.json, one of %s. Received: %s",
                        all.stream().map(Case::id).toList(), id)));
  }

  /** Returns all cases in the file's order. */
  public List<Case> all() {
    return all;
  }

  /** Returns a line for each case: its id and title. */
  @Override
  public String toString() {
    return String.join("\n", all.stream().map(each -> each.id() + ": " + each.title()).toList());
  }
}
