package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.ContourTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;

class ExtendedTest {
  private static final double[] X = {1, 2};
  private static final double[][] Z = {{1, 2}, {3, 4}};
  private static final Object[] NAMES = {"a", "b"};

  @Test
  void intervalsNeedNotBeEven() {
    JsonNode bars =
        Extended.of(ScatterTrace.builder(X, new double[] {0.5, 0.25}).build())
            .interval(new double[] {0.25, 0.125}, new double[] {1, Double.NaN})
            .json()
            .path("error_y");
    assertThat(bars.toString())
        .isEqualTo(
            "{\"type\":\"data\",\"symmetric\":false,\"array\":[0.5,null],"
                + "\"arrayminus\":[0.25,0.125]}");
  }

  @Test
  void intervalsOfLyingBarsLie() {
    var bar = BarTrace.builder(NAMES, X).orientation(BarTrace.Orientation.HORIZONTAL).build();
    JsonNode json = Extended.of(bar).interval(new double[] {0, 1}, new double[] {2, 4}).json();
    assertThat(json.path("error_x").path("array").toString()).isEqualTo("[1,2]");
    assertThat(json.has("error_y")).isFalse();
  }

  @Test
  void intervalsOfAnotherLengthAreRefused() {
    Extended trace = Extended.of(ScatterTrace.builder(X, X).build());
    assertThatThrownBy(() -> trace.interval(new double[1], new double[2]))
        .hasMessage(
            "interval must have one low and one high for each of the points (2)."
                + " Received: 1 lows and 2 highs");
  }

  @Test
  void coloursOfHeatmapsAndContours() {
    JsonNode heatmap =
        Extended.of(HeatmapTrace.builder(NAMES, NAMES, Z).build())
            .colorScale(ColorScale.CIVIDIS)
            .colorRange(-1, 1)
            .colorBar("loss <1>")
            .json();
    assertThat(heatmap.path("colorscale").asText()).isEqualTo("Cividis");
    assertThat(heatmap.path("zmin").asInt()).isEqualTo(-1);
    assertThat(heatmap.path("zmax").asInt()).isEqualTo(1);
    JsonNode contour =
        Extended.of(ContourTrace.builder(NAMES, NAMES, Z).build())
            .colorScale(ColorScale.BLUE_ORANGE)
            .showScale(false)
            .json();
    assertThat(contour.path("colorscale").toString())
        .isEqualTo("[[0.0,\"#0072B2\"],[0.5,\"#F2F2F2\"],[1.0,\"#D55E00\"]]");
    assertThat(contour.path("showscale").asBoolean(true)).isFalse();
  }

  @Test
  void thePointerIsToldNamesThatInsertNothing() {
    JsonNode json =
        Extended.of(HeatmapTrace.builder(NAMES, NAMES, Z).build()).hover("a", "%{z}", "<b>").json();
    assertThat(json.path("hovertemplate").asText())
        .isEqualTo("a: %{x}\n%\u2060{z}: %{y}\n<b>: %{z}");
  }

  @Test
  void eachMethodGivesANewTrace() {
    Extended trace = Extended.of(ScatterTrace.builder(X, X).name("a").build());
    JsonNode before = trace.json();
    trace.legendGroup("g").showLegend(false).axes("x2", "y2");
    trace.json().removeAll();
    assertThat(trace.json()).isEqualTo(before);
    assertThat(trace.name()).isEqualTo("a");
  }

  @Test
  void surfacesAreBuiltLikeTablesawsTraces() {
    JsonNode json =
        SurfaceTrace.builder(new double[] {1, 2}, X, Z)
            .name("loss")
            .colorScale(ColorScale.VIRIDIS)
            .colorRange(0, 5)
            .showScale(false)
            .contours()
            .build()
            .json();
    assertThat(json.path("type").asText()).isEqualTo("surface");
    assertThat(json.path("z").toString()).isEqualTo("[[1,2],[3,4]]");
    assertThat(json.path("cmax").asInt()).isEqualTo(5);
    assertThat(json.path("contours").path("z").path("show").asBoolean()).isTrue();
  }

  @Test
  void contoursMayBeLinesAlone() {
    Extended contour = Extended.of(ContourTrace.builder(NAMES, NAMES, Z).build());
    JsonNode json = contour.lines(1, 3, 0.5, "#0072B2").json();
    assertThat(json.path("contours").toString())
        .isEqualTo(
            "{\"coloring\":\"none\",\"showlabels\":true,\"start\":1,\"end\":3,\"size\":0.5}");
    assertThat(json.path("autocontour").asBoolean(true)).isFalse();
    assertThat(json.path("line").path("color").asText()).isEqualTo("#0072B2");
    assertThatThrownBy(() -> contour.lines(1, 1, 0.5, "#0072B2"))
        .hasMessageStartingWith("lines must go from a lower to a higher number");
    assertThatThrownBy(() -> contour.lines(1, 2, 0, "#0072B2"))
        .hasMessageStartingWith("step must be");
  }

  @Test
  void surfacesOfAnotherShapeAreRefused() {
    assertThatThrownBy(() -> SurfaceTrace.builder(X, new double[3], Z))
        .hasMessage("z must have a row for each y (3). Received: 2 rows");
    assertThatThrownBy(() -> SurfaceTrace.builder(new double[3], X, Z))
        .hasMessage("z must have a column for each x (3). Received: a row of 2");
    assertThatThrownBy(() -> SurfaceTrace.builder(X, X, Z).colorRange(1, 1))
        .hasMessage("colorRange must go from a lower to a higher number. Received: 1.0 to 1.0");
  }

  @Test
  void axesHaveNamesThatPlotlyKnows() {
    Extended trace = Extended.of(ScatterTrace.builder(X, X).build());
    assertThatThrownBy(() -> trace.axes("y", "y")).hasMessageContaining("x must be x, x2");
    assertThatThrownBy(() -> trace.axes("x", "y0")).hasMessageContaining("y must be y, y2");
  }

  @Test
  void aTablesawFigureHoldsOurTracesToo() {
    var surface = SurfaceTrace.builder(X, X, Z).name("</script>").build();
    Figure figure = new Figure(Layout.builder("t").build(), surface);
    assertThat(figure.asJavascript("here"))
        .contains("\"type\":\"surface\"")
        .doesNotContain("</script>\"");
    assertThat(Chart.of(figure).json().path("data").get(0).path("type").asText())
        .isEqualTo("surface");
  }
}
