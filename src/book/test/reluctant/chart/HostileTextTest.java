package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.plotly.components.Annotation;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.TickSettings;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;

class HostileTextTest {

  /** What plotly draws for a text that it reads: tags gone or obeyed, entities as characters. */
  private static String drawn(String json) {
    assertThat(json.replace("<br>", "")).doesNotContain("<", ">", "%{");
    return json.replace("<br>", "\n")
        .replace("&#123;", "{")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static void assertDraws(JsonNode node, String text) {
    assertThat(drawn(node.asText())).isEqualTo(DrawnText.whole(text));
  }

  @ParameterizedTest
  @MethodSource("reluctant.HostileTexts#all")
  void everyDrawnTextIsJustWhatItsAuthorWrote(String text) throws JsonProcessingException {
    ObjectNode json = figureFullOf(text).json();
    // As a page or a kernel would receive it.
    JsonNode read = new ObjectMapper().readTree(json.toString());
    assertThat(read).isEqualTo(json);
    JsonNode bar = read.path("data").get(0);
    assertDraws(bar.path("name"), text);
    assertDraws(bar.path("x").get(0), text);
    JsonNode scatter = read.path("data").get(1);
    assertDraws(scatter.path("text").get(0), text);
    JsonNode layout = read.path("layout");
    assertDraws(layout.path("annotations").get(0).path("text"), text);
    assertDraws(layout.path("xaxis").path("ticktext").get(0), text);
    assertDraws(read.path("frames").get(0).path("name"), text);
    // Titles may be broken into lines besides.
    for (JsonNode titled : List.of(layout, layout.path("xaxis"), layout.path("yaxis"))) {
      assertThat(drawn(titled.path("title").path("text").asText()).replace('\n', ' '))
          .isEqualTo(DrawnText.cut(text, 300).replace('\n', ' ').strip());
    }
    assertThat(layout.path("meta").path("alt").asText()).isEqualTo(DrawnText.whole(text).strip());
  }

  @ParameterizedTest
  @MethodSource("reluctant.HostileTexts#all")
  void noTextChangesTheShapeOfTheFigure(String text) {
    ObjectNode harmless = figureFullOf("harmless").json();
    ObjectNode hostile = figureFullOf(text).json();
    // The upper margin follows the number of lines of the title.
    harmless.withObjectProperty("layout").remove("margin");
    hostile.withObjectProperty("layout").remove("margin");
    assertThat(shape(hostile)).isEqualTo(shape(harmless));
  }

  @Test
  void whatThePointerIsToldKeepsItsValuesAndShowsItsNames() {
    var heatmap = HeatmapTrace.builder(new Object[] {1}, new Object[] {1}, new double[][] {{1}});
    var hovered = Extended.of(heatmap.build()).hover("%{z} & co", "y", "z");
    ObjectNode json = Chart.of(Layout.builder().build(), hovered).json();
    String template = json.path("data").get(0).path("hovertemplate").asText();
    assertThat(template).isEqualTo("%\u2060{z} &amp; co: %{x}<br>y: %{y}<br>z: %{z}");
  }

  @Test
  void aColourThatBreaksItsQuotesIsRefused() {
    for (String color : List.of("red'", "red', x: [")) {
      var marker = Marker.builder().color(color).build();
      var trace = ScatterTrace.builder(new double[] {1}, new double[] {2}).marker(marker).build();
      assertThatThrownBy(() -> Chart.of(new Figure(trace)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("colours must hold no quotes");
    }
  }

  private static Chart figureFullOf(String text) {
    var bar = BarTrace.builder(new Object[] {text, "other"}, new double[] {1, 2}).name(text);
    var scatter =
        ScatterTrace.builder(new double[] {1}, new double[] {2}).text(new String[] {text});
    var ticks =
        TickSettings.builder()
            .tickMode(TickSettings.TickMode.ARRAY)
            .arrayTicks(new double[] {1}, new String[] {text})
            .build();
    var layout =
        Layout.builder(text)
            .xAxis(Axis.builder().title(text).tickSettings(ticks).build())
            .yAxis(Axis.builder().title(text).build())
            .build();
    return Chart.of(layout, bar.build(), scatter.build())
        .annotation(Annotation.builder().text(text).x(1.0).y(2.0).build())
        .frame(text, bar.build())
        .alt(text);
  }

  /** The same JSON with every text replaced. */
  private static String shape(JsonNode node) {
    if (node.isObject()) {
      StringBuilder shape = new StringBuilder("{");
      node.properties().forEach(f -> shape.append(f.getKey()).append(shape(f.getValue())));
      return shape + "}";
    }
    if (node.isArray()) {
      StringBuilder shape = new StringBuilder("[");
      node.forEach(element -> shape.append(shape(element)));
      return shape + "]";
    }
    return node.isTextual() ? "text" : node.toString();
  }
}
