package reluctant.chart;

import static reluctant.Text.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Words for a figure whose author wrote none: its title, its kind, its names, its ranges. */
final class Alternative {
  private static final int NAMES = 8;

  private Alternative() {}

  static String of(List<ObjectNode> traces, ObjectNode layout, List<Animation.Frame> frames) {
    List<String> sentences = new ArrayList<>();
    String title = layout.path("title").path("text").asText().strip();
    if (!title.isEmpty()) {
      sentences.add(title.replace("\n", " "));
    }
    sentences.add(kinds(traces));
    for (String axis : List.of("x", "y", "z")) {
      String range = range(axis, traces, layout);
      if (!range.isEmpty()) {
        sentences.add(range);
      }
    }
    if (!frames.isEmpty()) {
      sentences.add(
          format(
              "Frames: %d, from %s to %s",
              frames.size(), frames.get(0).name(), frames.get(frames.size() - 1).name()));
    }
    return DrawnText.whole(String.join(". ", sentences)) + ".";
  }

  private static String kinds(List<ObjectNode> traces) {
    String kinds =
        traces.stream().map(Alternative::kind).distinct().collect(Collectors.joining(", "));
    List<String> names =
        traces.stream().map(t -> t.path("name").asText()).filter(n -> !n.isEmpty()).toList();
    String listed = names.stream().limit(NAMES).collect(Collectors.joining(", "));
    int more = names.size() - NAMES;
    return "Figure with "
        + kinds
        + (names.isEmpty() ? "" : ": " + listed)
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String kind(ObjectNode trace) {
    String type = trace.path("type").asText("scatter");
    return switch (type) {
      case "scatter" -> trace.path("mode").asText().contains("lines") ? "lines" : "points";
      case "scatter3d" -> "points in space";
      case "bar" -> "bars";
      case "box" -> "boxes";
      default -> type;
    };
  }

  private static String range(String axis, List<ObjectNode> traces, ObjectNode layout) {
    ObjectNode settings = (ObjectNode) layout.get(axis + "axis");
    if (settings == null) {
      settings = (ObjectNode) layout.path("scene").get(axis + "axis");
    }
    String name = settings == null ? "" : settings.path("title").path("text").asText();
    double[] values = traces.stream().flatMapToDouble(t -> Extent.numbers(t.path(axis))).toArray();
    if (values.length == 0) {
      return name.isEmpty() ? "" : axis + ": " + name;
    }
    Extent extent = Extent.of(values);
    return format(
        "%s: %s%s to %s",
        axis, name.isEmpty() ? "" : name + ", ", words(extent.low()), words(extent.high()));
  }

  private static String words(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    boolean plain = value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9);
    return plain ? rounded.toPlainString() : rounded.toString();
  }
}
