package reluctant.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tech.tablesaw.plotly.components.Annotation;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.Trace;

/**
 * From Tablesaw's traces, layouts and axes to what plotly expects in JSON.
 *
 * <p>Numbers that Tablesaw quotes become numbers, titles become {@code {text: ..}}, names that
 * Tablesaw misspells are set right, and sizes that nobody chose are left to the page.
 */
final class Translation {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Numbers that Tablesaw quotes. All other quoted texts are texts, whatever they look like. */
  private static final Set<String> QUOTED_NUMBERS =
      Set.of("opacity", "dtick", "nticks", "tick0", "scaleratio", "xshift");

  /** Arrays of numbers, dates or names, all of which Tablesaw quotes. */
  private static final Set<String> QUOTED_ARRAYS = Set.of("x", "y", "range");

  /** Words that may be true or false, which Tablesaw quotes too. */
  private static final Set<String> QUOTED_SWITCHES =
      Set.of("visible", "autorange", "hovermode", "dragmode");

  /** Tablesaw gives these an x and a y axis all the same. */
  private static final Set<String> FREE_OF_AXES = Set.of("scatter3d", "pie");

  private static final Map<String, String> SPELLING =
      Map.of("showExponent", "showexponent", "showspike", "showspikes");

  private static final Map<String, String> MODES =
      Map.of(
          "line", "lines",
          "line + markers", "lines+markers",
          "line + text", "lines+text",
          "text + text", "markers+text",
          "line + text + markers", "lines+markers+text");

  private Translation() {}

  static ObjectNode trace(Trace trace) {
    if (trace instanceof JsonTrace own) {
      return own.json();
    }
    ObjectNode json = clean(Script.object(trace.asJavascript(0)));
    Names.restore(trace, json);
    if (json.has("mode")) {
      json.put("mode", MODES.getOrDefault(json.path("mode").asText(), json.path("mode").asText()));
    }
    // Tablesaw's zero says that the author chose no number of bins.
    Stream.of("nbinsx", "nbinsy")
        .filter(bins -> json.path(bins).asInt() == 0)
        .forEach(json::remove);
    if (FREE_OF_AXES.contains(json.path("type").asText())) {
      json.remove(List.of("xaxis", "yaxis"));
    }
    if (!json.has("name")) {
      json.put("showlegend", false);
    }
    return json;
  }

  static ObjectNode layout(Layout layout) {
    ObjectNode json = clean(Script.object(layout.asJavascript()));
    title(json);
    json.properties().stream()
        .filter(field -> field.getKey().matches("[xyz]axis\\d*"))
        .forEach(field -> tidyAxis((ObjectNode) field.getValue()));
    json.path("scene").forEach(part -> tidyAxis((ObjectNode) part));
    removeUnchosen(json, layout);
    if (json.get("grid") instanceof ObjectNode grid) {
      grid(grid);
    }
    return json;
  }

  private static void removeUnchosen(ObjectNode json, Layout layout) {
    Stream.of("width", "height")
        .filter(side -> Boolean.FALSE.equals(Fields.of(layout, side + "Set")))
        .forEach(json::remove);
    // Tablesaw chooses this size with every title: who wants just this one says Chart.height(600).
    if (json.has("title")
        && json.path("width").asInt() == 800
        && json.path("height").asInt() == 600) {
      json.remove(List.of("width", "height"));
    }
  }

  /** Plotly refuses the gaps that Tablesaw writes by default, and its sides are for shared axes. */
  private static void grid(ObjectNode grid) {
    Stream.of("pattern", "roworder", "xside", "yside").forEach(word -> respell(grid, word));
    Stream.of("xgap", "ygap").filter(gap -> grid.path(gap).asDouble() > 1).forEach(grid::remove);
    if (grid.path("pattern").asText().equals("independent")) {
      grid.remove(List.of("xside", "yside"));
    }
  }

  /** Tablesaw writes a constant in small letters of the machine's language: Turkish has two i. */
  private static void respell(ObjectNode json, String word) {
    if (json.has(word)) {
      String constant = json.path(word).asText().toUpperCase(Locale.ROOT);
      json.put(word, constant.toLowerCase(Locale.ROOT));
    }
  }

  static ObjectNode axis(Axis axis) {
    ObjectNode json = clean(Script.object(axis.asJavascript()));
    tidyAxis(json);
    return json;
  }

  static ObjectNode annotation(Annotation annotation) {
    return clean(Script.doublyQuoted(annotation.asJavascript()));
  }

  static ObjectNode config(Config config) {
    return Script.object(config.asJavascript());
  }

  private static void tidyAxis(ObjectNode axis) {
    title(axis);
    // Tablesaw's own default, too dark for a dark page.
    if (axis.path("tickcolor").asText().equals("#444")) {
      axis.remove("tickcolor");
    }
  }

  private static void title(ObjectNode json) {
    JsonNode text = json.remove("title");
    JsonNode font = json.remove("titlefont");
    if (text != null) {
      json.putObject("title").set("text", JSON.textNode(text.asText()));
    }
    if (font != null) {
      json.withObjectProperty("title").set("font", font);
    }
  }

  private static ObjectNode clean(ObjectNode object) {
    ObjectNode clean = JSON.objectNode();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = SPELLING.getOrDefault(field.getKey(), field.getKey());
      JsonNode value = field.getValue();
      if (!value.isNull() && !(value.isTextual() && value.textValue().isEmpty())) {
        clean.set(name, clean(name, value));
      }
    }
    return clean;
  }

  private static JsonNode clean(String name, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return clean(object);
    }
    if (value instanceof ArrayNode array) {
      return clean(name, array);
    }
    String word = value.asText().toLowerCase(Locale.ROOT);
    if (QUOTED_SWITCHES.contains(name) && (word.equals("true") || word.equals("false"))) {
      return BooleanNode.valueOf(word.equals("true"));
    }
    boolean isNumber = value.isNumber() || QUOTED_NUMBERS.contains(name);
    return isNumber && JsonNumbers.isNumber(value)
        ? JsonNumbers.number(JsonNumbers.read(value.asText()))
        : value;
  }

  private static ArrayNode clean(String name, ArrayNode array) {
    double[] numbers = JsonNumbers.read(array);
    boolean isQuoted = !array.isEmpty() && array.get(0).isTextual();
    if (numbers != null && !(isQuoted && !QUOTED_ARRAYS.contains(name))) {
      return JsonNumbers.array(numbers);
    }
    ArrayNode clean = JSON.arrayNode(array.size());
    array.forEach(element -> clean.add(element.isContainerNode() ? clean(name, element) : element));
    return clean;
  }
}
