package reluctant.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;

/** Colours for numbers, in steps that look even and that do not need red told from green. */
public enum ColorScale {
  /** Dark violet to yellow: for amounts. What a figure gets where its author chose none. */
  VIRIDIS(""),
  /** Dark blue to yellow: for amounts, nearly the same to every eye. */
  CIVIDIS(""),
  /** Nearly white to blue: for shares. */
  BLUES("#F2F2F2 " + Palette.color(0)),
  /** Nearly white to nearly black: for masks. */
  GREYS("#F2F2F2 #333333"),
  /**
   * Blue over nearly white to orange: for signed numbers, with a range that has 0 in its middle.
   */
  BLUE_ORANGE(Palette.color(0) + " #F2F2F2 " + Palette.color(1));

  private final String colors;

  ColorScale(String colors) {
    this.colors = colors;
  }

  /** Plotly's name of the scale, or its colours and where they stand. */
  JsonNode json() {
    if (colors.isEmpty()) {
      return TextNode.valueOf(name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT));
    }
    List<String> stops = List.of(colors.split(" ", -1));
    ArrayNode scale = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < stops.size(); i++) {
      scale.addArray().add((double) i / (stops.size() - 1)).add(stops.get(i));
    }
    return scale;
  }
}
