package reluctant.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Names along an axis, which stay names whatever they look like. Tablesaw writes numbers and names
 * alike, in quotes, so what they were is read from the trace. Plotly in its turn takes names such
 * as "01", "5 %" and "16-8" for numbers and dates unless the axis says that it has categories.
 */
final class Names {
  /** Says in a trace which places have names that plotly would misread; never written out. */
  private static final String MARK = "names";

  private static final Pattern JUNK = Pattern.compile("^['\"%,$#\\s]+|[, ]|['\"%,$#\\s]+$");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+");
  private static final Pattern DATE = Pattern.compile("\\s*-?(\\d{4}|\\d{2})(-\\d?\\d.*)?\\s*");

  private Names() {}

  /** Writes the names of a trace as its author gave them. */
  static void restore(Trace trace, ObjectNode json) {
    boolean isLying = json.path("orientation").asText().equals("h");
    for (String field : List.of("x", "y")) {
      if (Fields.of(trace, field) instanceof Object[] values
          && !Stream.of(values).allMatch(Names::isNumber)) {
        String place = !isLying ? field : field.equals("x") ? "y" : "x";
        ArrayNode names = JsonNodeFactory.instance.arrayNode(values.length);
        Stream.of(values).map(value -> value == null ? null : value.toString()).forEach(names::add);
        json.set(place, names);
        if (Stream.of(values).anyMatch(Names::isMisread)) {
          json.withArrayProperty(MARK).add(place);
        }
      }
    }
  }

  /** Tells plotly which axes have categories, where it would find something else. */
  static void tell(Stream<? extends JsonNode> traces, ObjectNode layout) {
    traces.forEach(
        trace -> {
          for (JsonNode place : trace.path(MARK)) {
            String axis = trace.path(place.asText() + "axis").asText(place.asText());
            ObjectNode settings =
                layout.withObjectProperty(place.asText() + "axis" + axis.substring(1));
            if (settings.path("type").asText("-").equals("-")) {
              settings.put("type", "category");
            }
          }
        });
  }

  /** A trace as it is written out. */
  static ObjectNode unmarked(ObjectNode trace) {
    return trace.has(MARK) ? trace.deepCopy().without(MARK) : trace;
  }

  private static boolean isNumber(@Nullable Object value) {
    return value == null || value instanceof Number;
  }

  private static boolean isMisread(@Nullable Object value) {
    if (value == null || value instanceof Number || value instanceof Temporal) {
      return false;
    }
    String text = value.toString();
    return NUMBER.matcher(JUNK.matcher(text).replaceAll("")).matches()
        || DATE.matcher(text).matches();
  }
}
