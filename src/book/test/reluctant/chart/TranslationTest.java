package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.plotly.components.Annotation;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Font;
import tech.tablesaw.plotly.components.Grid;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Margin;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.TickSettings;
import tech.tablesaw.plotly.components.threeD.Scene;
import tech.tablesaw.plotly.traces.AbstractTrace;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.BoxTrace;
import tech.tablesaw.plotly.traces.ContourTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.Histogram2DTrace;
import tech.tablesaw.plotly.traces.HistogramTrace;
import tech.tablesaw.plotly.traces.PieTrace;
import tech.tablesaw.plotly.traces.Scatter3DTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;
import tech.tablesaw.plotly.traces.ViolinTrace;

class TranslationTest {
  private static final double[] X = {0, 0.5, 1};
  private static final double[] Y = {1e-7, Double.NaN, Double.NEGATIVE_INFINITY};
  private static final Object[] GROUPS = {"a", "b", "a"};
  private static final double[][] Z = {{1, 2, 3}, {4, Double.NaN, 6}};

  private static ObjectNode translated(Trace trace) {
    return Translation.trace(trace);
  }

  @Test
  void scatterHasNumbersAndGaps() {
    ObjectNode json = translated(ScatterTrace.builder(X, Y).name("loss").build());
    assertThat(json.toString())
        .isEqualTo(
            "{\"x\":[0,0.5,1],\"y\":[1.0E-7,null,null],\"mode\":\"markers\",\"xaxis\":\"x\","
                + "\"yaxis\":\"y\",\"type\":\"scatter\",\"name\":\"loss\"}");
  }

  @Test
  void linesKeepWhatTheirAuthorChose() {
    ObjectNode json =
        translated(
            ScatterTrace.builder(X, X)
                .mode(ScatterTrace.Mode.LINE)
                .opacity(0.5)
                .fill(ScatterTrace.Fill.TO_ZERO_Y)
                .visible(AbstractTrace.Visibility.LEGEND_ONLY)
                .line(Line.builder().dash(Line.Dash.DOT).width(3).color("red").build())
                .marker(Marker.builder().size(4).color("#123456").build())
                .text(new String[] {"1", "2.50", "c"})
                .build());
    assertThat(json.path("mode").asText()).isEqualTo("lines");
    assertThat(json.path("opacity").isNumber()).isTrue();
    assertThat(json.path("fill").asText()).isEqualTo("tozeroy");
    assertThat(json.path("visible").asText()).isEqualTo("legendonly");
    assertThat(json.path("line").path("dash").asText()).isEqualTo("dot");
    assertThat(json.path("line").path("width").asDouble()).isEqualTo(3);
    assertThat(json.path("marker").path("color").asText()).isEqualTo("#123456");
    assertThat(json.path("text").toString()).isEqualTo("[\"1\",\"2.50\",\"c\"]");
  }

  @Test
  void hiddenTraceIsFalseAndNotText() {
    var hidden = ScatterTrace.builder(X, X).visible(AbstractTrace.Visibility.FALSE).build();
    assertThat(translated(hidden).path("visible").isBoolean()).isTrue();
  }

  @Test
  void unnamedTraceStaysOutOfTheLegend() {
    ObjectNode json = translated(ScatterTrace.builder(X, X).build());
    assertThat(json.has("name")).isFalse();
    assertThat(json.path("showlegend").asBoolean(true)).isFalse();
  }

  @Test
  void columnsKeepDatesWholeNumbersAndMissingValues() {
    var dates = DateColumn.create("day", LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 2));
    var counts = IntColumn.create("count", 3_000_000, 7);
    counts.setMissing(1);
    ObjectNode json = translated(ScatterTrace.builder(dates, counts).build());
    assertThat(json.path("x").toString()).isEqualTo("[\"2020-01-01\",\"2020-01-02\"]");
    assertThat(json.path("y").toString()).isEqualTo("[3000000,null]");
  }

  @Test
  void barsStandAndLie() {
    ObjectNode standing = translated(BarTrace.builder(GROUPS, X).build());
    assertThat(standing.path("x").toString()).isEqualTo("[\"a\",\"b\",\"a\"]");
    assertThat(standing.path("y").toString()).isEqualTo("[0,0.5,1]");
    ObjectNode lying =
        translated(
            BarTrace.builder(StringColumn.create("g", "a", "b", "c"), DoubleColumn.create("v", X))
                .orientation(BarTrace.Orientation.HORIZONTAL)
                .build());
    assertThat(lying.path("orientation").asText()).isEqualTo("h");
    assertThat(lying.path("x").toString()).isEqualTo("[0,0.5,1]");
  }

  @Test
  void histogramLeavesItsBinsToPlotlyUnlessChosen() {
    assertThat(translated(HistogramTrace.builder(X).build()).has("nbinsx")).isFalse();
    ObjectNode chosen = translated(HistogramTrace.builder(X).nBinsX(7).build());
    assertThat(chosen.path("nbinsx").asInt()).isEqualTo(7);
    assertThat(chosen.path("x").toString()).isEqualTo("[0,0.5,1]");
  }

  @Test
  void boxAndViolin() {
    ObjectNode box = translated(BoxTrace.builder(GROUPS, X).build());
    assertThat(box.path("type").asText()).isEqualTo("box");
    assertThat(box.path("x").toString()).isEqualTo("[\"a\",\"b\",\"a\"]");
    ObjectNode violin =
        translated(ViolinTrace.builder(GROUPS, X).boxPlot(true).meanLine(true).build());
    assertThat(violin.path("box").path("visible").asBoolean()).isTrue();
    assertThat(violin.path("meanline").path("visible").asBoolean()).isTrue();
  }

  @Test
  void twoHeatmapsLiveInOneFigure() {
    Double[] x = {0.0, 0.5, 1.0};
    Double[] y = {1.0, 2.0};
    var heatmap = HeatmapTrace.builder(x, y, Z).build();
    JsonNode data = Chart.of(new Figure(heatmap, heatmap)).json().path("data");
    assertThat(data).hasSize(2);
    assertThat(data.get(1).path("z").toString()).isEqualTo("[[1,2,3],[4,null,6]]");
    assertThat(data.get(1).path("x").toString()).isEqualTo("[0,0.5,1]");
  }

  @Test
  void contourAndTwoDimensionalHistogram() {
    ObjectNode contour = translated(ContourTrace.builder(GROUPS, GROUPS, Z).build());
    assertThat(contour.path("type").asText()).isEqualTo("contour");
    ObjectNode histogram = translated(Histogram2DTrace.builder(X, X).build());
    assertThat(histogram.path("type").asText()).isEqualTo("histogram2d");
    assertThat(histogram.path("y").toString()).isEqualTo("[0,0.5,1]");
  }

  @Test
  void pointsInSpaceHaveModesThatPlotlyKnows() {
    List<String> modes = new ArrayList<>();
    for (Scatter3DTrace.Mode mode : Scatter3DTrace.Mode.values()) {
      modes.add(
          translated(Scatter3DTrace.builder(X, X, Y).mode(mode).build()).path("mode").asText());
    }
    assertThat(modes)
        .containsExactly(
            "lines",
            "markers",
            "lines+markers",
            "lines+text",
            "markers+text",
            "lines+markers+text",
            "text",
            "none");
  }

  @Test
  void pieKeepsItsLabels() {
    ObjectNode pie = translated(PieTrace.builder(new Object[] {"1", "2", "3"}, X).build());
    assertThat(pie.path("labels").toString()).isEqualTo("[\"1\",\"2\",\"3\"]");
    assertThat(pie.path("values").toString()).isEqualTo("[0,0.5,1]");
  }

  @Test
  void layoutHasTitlesAsObjects() {
    ObjectNode layout =
        Translation.layout(
            Layout.builder("Loss", "epoch", "MSE")
                .titleFont(Font.builder().size(20).build())
                .build());
    assertThat(layout.path("title").path("text").asText()).isEqualTo("Loss");
    assertThat(layout.path("title").path("font").path("size").asInt()).isEqualTo(20);
    assertThat(layout.path("xaxis").path("title").toString()).isEqualTo("{\"text\":\"epoch\"}");
    assertThat(layout.path("yaxis").path("title").toString()).isEqualTo("{\"text\":\"MSE\"}");
    assertThat(layout.has("titlefont")).isFalse();
  }

  @Test
  void layoutKeepsOnlyASizeThatWasChosen() {
    assertThat(Translation.layout(Layout.builder("t").build()).has("height")).isFalse();
    assertThat(Translation.layout(Layout.builder().build()).has("width")).isFalse();
    ObjectNode chosen = Translation.layout(Layout.builder("t").height(300).build());
    assertThat(chosen.path("height").asInt()).isEqualTo(300);
    ObjectNode one = Translation.layout(Layout.builder().height(300).build());
    assertThat(one.path("height").asInt()).isEqualTo(300);
    assertThat(one.has("width")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"700, 450", "800, 600", "800, 450", "700, 600", "300, 200"})
  void aSizeThatWasChosenIsKept(int width, int height) {
    ObjectNode untitled = Translation.layout(Layout.builder().width(width).height(height).build());
    assertThat(untitled.path("width").asInt()).isEqualTo(width);
    assertThat(untitled.path("height").asInt()).isEqualTo(height);
    Chart chart = Chart.of(new Figure(ScatterTrace.builder(X, X).build())).height(height);
    assertThat(chart.title("t").json().at("/layout/height").asInt()).isEqualTo(height);
    if (width != 800 || height != 600) { // With a title, Tablesaw itself writes this size.
      ObjectNode titled =
          Translation.layout(Layout.builder("t").width(width).height(height).build());
      assertThat(titled.path("width").asInt()).isEqualTo(width);
      assertThat(titled.path("height").asInt()).isEqualTo(height);
    }
  }

  @Test
  void axesKeepTypeRangeAndTicks() {
    Axis axis =
        Axis.builder()
            .title("steps")
            .type(Axis.Type.LOG)
            .range(-3, 2)
            .showGrid(false)
            .tickSettings(
                TickSettings.builder()
                    .tickMode(TickSettings.TickMode.ARRAY)
                    .arrayTicks(new double[] {1, 10}, new String[] {"1", "10"})
                    .build())
            .build();
    ObjectNode json = Translation.axis(axis);
    assertThat(json.path("type").asText()).isEqualTo("log");
    assertThat(json.path("range").toString()).isEqualTo("[-3,2]");
    assertThat(json.path("showgrid").isBoolean()).isTrue();
    assertThat(json.path("tickvals").toString()).isEqualTo("[1,10]");
    assertThat(json.path("ticktext").toString()).isEqualTo("[\"1\",\"10\"]");
    assertThat(json.has("tickcolor")).isFalse();
  }

  @Test
  void secondAxisLiesOverTheFirst() {
    ObjectNode layout =
        Translation.layout(
            Layout.builder("t", "x", "y")
                .yAxis2(
                    Axis.builder()
                        .title("accuracy")
                        .side(Axis.Side.right)
                        .overlaying(ScatterTrace.YAxis.Y)
                        .build())
                .build());
    assertThat(layout.path("yaxis2").path("overlaying").asText()).isEqualTo("y");
    assertThat(layout.path("yaxis2").path("title").path("text").asText()).isEqualTo("accuracy");
  }

  @Test
  void gridLosesTheDefaultsThatPlotlyRefuses() {
    var grid = Grid.builder().rows(2).columns(3).pattern(Grid.Pattern.INDEPENDENT).build();
    ObjectNode json = Translation.layout(Layout.builder("t").grid(grid).build());
    assertThat(json.path("grid").path("rows").asInt()).isEqualTo(2);
    assertThat(json.path("grid").path("columns").asInt()).isEqualTo(3);
    assertThat(json.path("grid").has("xgap")).isFalse();
    assertThat(json.path("grid").has("xside")).isFalse();
  }

  @Test
  void sceneHasTitlesAsObjects() {
    var scene = Scene.sceneBuilder().zAxis(Axis.builder().title("loss").build()).build();
    ObjectNode json = Translation.layout(Layout.builder("t").scene(scene).build());
    assertThat(json.path("scene").path("zaxis").path("title").path("text").asText())
        .isEqualTo("loss");
  }

  @Test
  void marginAnnotationAndConfig() {
    ObjectNode layout =
        Translation.layout(Layout.builder("t").margin(Margin.builder().top(9).build()).build());
    assertThat(layout.path("margin").path("t").asInt()).isEqualTo(9);
    ObjectNode note =
        Translation.annotation(Annotation.builder().text("say \"a\" \\ 'b' & 7").x(1.0).build());
    assertThat(note.path("text").asText()).isEqualTo("say \"a\" \\ 'b' & 7");
    ObjectNode config = Translation.config(Config.builder().displayModeBar(false).build());
    assertThat(config.path("displayModeBar").isBoolean()).isTrue();
  }
}
