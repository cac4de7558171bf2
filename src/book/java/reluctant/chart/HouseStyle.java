package reluctant.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The look of every figure, where its author chose nothing else.
 *
 * <p>Most of it is a plotly template, {@code house-style.json}: colours after Okabe and Ito, which
 * all eyes tell apart, a grey text and clear backgrounds that fit a light and a dark page, margins
 * that grow with what stands at an axis, and a legend below everything. Plotly itself lets an
 * author's choice win over a template. What a template cannot say is set here: width follows the
 * page, height the rows of a grid and a player, and the upper margin the lines of a title, which
 * are broken so that they fit a telephone.
 */
final class HouseStyle {
  private static final int HEIGHT = 420;
  private static final int HEIGHT_OF_ROW = 260;
  private static final int HEIGHT_OF_PLAYER = 90;
  private static final int TITLE_WIDTH = 44;
  private static final int TITLE_LINE = 21;
  private static final int LONGEST_TITLE = 300;
  private static final Pattern AXIS = Pattern.compile("[xyz]axis\\d*");

  private HouseStyle() {}

  static void apply(ObjectNode layout, boolean isPlayed) {
    layout.set("template", Template.JSON.deepCopy());
    layout.put("autosize", true);
    if (!layout.has("height")) {
      int rows = layout.path("grid").path("rows").asInt(1);
      int height = Math.max(HEIGHT, HEIGHT_OF_ROW * rows);
      layout.put("height", isPlayed ? height + HEIGHT_OF_PLAYER : height);
    }
    int lines = breakTitle(layout);
    for (ObjectNode axis : axes(layout)) {
      breakTitle(axis);
      legible(axis);
      // A second axis has ticks of its own, and no second set of grid lines.
      if (axis.has("overlaying")) {
        setDefault(axis, "tickmode", TextNode.valueOf("auto"));
        setDefault(axis, "showgrid", BooleanNode.FALSE);
      }
    }
    if (layout.get("scene") instanceof ObjectNode scene && !scene.has("aspectmode")) {
      // A box that is wider than high, whatever the units: it fits a page without a corner cut off.
      scene.put("aspectmode", "manual");
      scene.putObject("aspectratio").put("x", 1).put("y", 1).put("z", 0.7);
    }
    if (!layout.has("margin")) {
      int bottom = layout.has("scene") ? 12 : 48;
      int top = 24 + TITLE_LINE * lines;
      layout.putObject("margin").put("l", 16).put("r", 24).put("b", bottom).put("t", top);
    }
  }

  private static void legible(ObjectNode axis) {
    if (axis.path("type").asText().equals("log")) {
      // Plotly would mix 10k, 1 and 1u. A long axis has powers, one with all its tens numbers.
      String format = axis.path("dtick").asInt() == 1 ? "none" : "power";
      setDefault(axis, "exponentformat", TextNode.valueOf(format));
    }
    if (axis.has("ticktext") && axis.path("title") instanceof ObjectNode title) {
      // Plotly would set the title at the distance that numbers need, onto longer names.
      setDefault(title, "standoff", IntNode.valueOf(10));
    }
  }

  private static List<ObjectNode> axes(ObjectNode layout) {
    return Stream.concat(layout.properties().stream(), layout.path("scene").properties().stream())
        .filter(field -> AXIS.matcher(field.getKey()).matches())
        .map(field -> (ObjectNode) field.getValue())
        .toList();
  }

  private static int breakTitle(ObjectNode titled) {
    if (!(titled.path("title") instanceof ObjectNode title)) {
      return 0;
    }
    String whole = DrawnText.cut(title.path("text").asText(), LONGEST_TITLE);
    String text = DrawnText.broken(whole, TITLE_WIDTH);
    title.put("text", text);
    return (int) text.lines().count();
  }

  private static void setDefault(ObjectNode object, String field, JsonNode value) {
    if (!object.has(field)) {
      object.set(field, value);
    }
  }

  /** The colours of figures, in their order. */
  static List<String> colors() {
    return Template.COLORS;
  }

  static ObjectNode config(ObjectNode config) {
    // Not responsive by itself: plotly then forgets the height at the first resize, and a cell of
    // JupyterLab, which resizes its figures anyway, collapses at the next redraw.
    setDefault(config, "displaylogo", BooleanNode.FALSE);
    return config;
  }

  // Read when first used: a class that fails to start would stay broken for the whole session.
  private static final class Template {
    private static final JsonNode JSON = read();
    private static final List<String> COLORS =
        StreamSupport.stream(JSON.at("/layout/colorway").spliterator(), false)
            .map(JsonNode::asText)
            .toList();

    private static JsonNode read() {
      try (InputStream style = HouseStyle.class.getResourceAsStream("house-style.json")) {
        return new ObjectMapper().readTree(style);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
