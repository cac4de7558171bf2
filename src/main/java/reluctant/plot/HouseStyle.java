package reluctant.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The look of every figure, where its author chose nothing else.
 *
 * <p>It is a plotly template, {@code house-style.json}: the colours of Okabe and Ito, which all
 * eyes tell apart, a grey text and clear backgrounds that fit a light and a dark page, margins that
 * grow with what stands in them, and a legend above the data. Plotly itself lets an author's choice
 * win over a template. Width follows the page.
 */
final class HouseStyle {
  private static final int HEIGHT = 420;
  private static final int HEIGHT_OF_ROW = 260;

  private HouseStyle() {}

  static void apply(ObjectNode layout) {
    layout.set("template", Template.JSON.deepCopy());
    int rows = layout.path("grid").path("rows").asInt(1);
    if (!layout.has("height")) {
      layout.put("height", Math.max(HEIGHT, HEIGHT_OF_ROW * rows));
    }
    layout.put("autosize", true);
    if (!layout.has("margin")) {
      boolean scene = layout.has("scene");
      layout.putObject("margin").put("l", 56).put("r", 24).put("b", scene ? 8 : 48).put("t", 32);
    }
  }

  static ObjectNode config(ObjectNode chosen) {
    if (!chosen.has("responsive")) {
      chosen.put("responsive", true);
    }
    if (!chosen.has("displaylogo")) {
      chosen.put("displaylogo", false);
    }
    return chosen;
  }

  // Read when first used: a class that fails to start would stay broken for the whole session.
  private static final class Template {
    private static final JsonNode JSON = read();

    private static JsonNode read() {
      try (InputStream style = HouseStyle.class.getResourceAsStream("house-style.json")) {
        return new ObjectMapper().readTree(style);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
