package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Grid;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Margin;
import tech.tablesaw.plotly.components.TickSettings;
import tech.tablesaw.plotly.components.threeD.Scene;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

class ChartTest {

  private static final Trace POINT =
      ScatterTrace.builder(new double[] {1}, new double[] {2}).build();
  private static final double[] X = {0, 1, 2};
  private static final Layout LAYOUT = Layout.builder("Loss", "epoch", "MSE").build();

  private static Trace line(double... y) {
    return ScatterTrace.builder(X, y).mode(ScatterTrace.Mode.LINE).name("run").build();
  }

  @Test
  void everyFigureHasTheHouseStyleAndASizeOfThePage() {
    JsonNode layout = Chart.of(LAYOUT, line(3, 2, 1)).json().path("layout");
    assertThat(layout.path("template").path("layout").path("colorway").get(0).asText())
        .isEqualTo("#0072B2");
    assertThat(layout.path("height").asInt()).isEqualTo(420);
    assertThat(layout.has("width")).isFalse();
    assertThat(layout.path("autosize").asBoolean()).isTrue();
  }

  @Test
  void anAuthorsChoiceGoesBeforeTheHouseStyle() {
    var layout = Layout.builder("t").height(200).margin(Margin.builder().top(3).build()).build();
    var config = Config.builder().displayLogo(true).build();
    ObjectNode json = Chart.of(new Figure(layout, config, line(1, 2, 3))).json();
    assertThat(json.path("layout").path("height").asInt()).isEqualTo(200);
    assertThat(json.path("layout").path("margin").path("t").asInt()).isEqualTo(3);
    assertThat(json.path("config").path("displaylogo").asBoolean()).isTrue();
    assertThat(Chart.of(LAYOUT, line(1, 2, 3)).json().path("config").toString())
        .isEqualTo("{\"displaylogo\":false}");
  }

  @Test
  void aChartCanBeGivenAnotherTitleAndHeight() {
    Chart chart = Chart.of(LAYOUT, line(3, 2, 1)).alt("It falls.").title("Down").height(300);
    assertThat(chart.json().at("/layout/title/text").asText()).isEqualTo("Down");
    assertThat(chart.json().at("/layout/height").asInt()).isEqualTo(300);
    assertThat(chart.alt()).isEqualTo("It falls.");
    assertThatThrownBy(() -> chart.height(0)).hasMessage("pixels must be at least 1. Received: 0");
  }

  @Test
  void aPlayerGetsRoomOfItsOwn() {
    Chart chart = Chart.of(LAYOUT, line(3, 2, 1)).frame("start", line(1, 1, 1));
    assertThat(chart.json().at("/layout/height").asInt()).isEqualTo(510);
  }

  @Test
  void anAxisTitleStandsBesideItsNumbersAndNotOnThem() {
    JsonNode style = Chart.of(LAYOUT, POINT).json().at("/layout/template/layout");
    for (String axis : new String[] {"xaxis", "yaxis"}) {
      assertThat(style.path(axis).at("/title/standoff").asInt()).isPositive();
      assertThat(style.path(axis).path("automargin").asBoolean()).isTrue();
    }
  }

  @Test
  void panelsCanShareOneScale() {
    var grid = Grid.builder().rows(1).columns(2).build();
    JsonNode layout =
        Chart.of(Layout.builder("t").grid(grid).build(), POINT, Panels.in(1, POINT))
            .axis("y", Panels.titled("y"))
            .axis("y2", Panels.titled(""))
            .sharedScale()
            .json()
            .path("layout");
    assertThat(layout.at("/yaxis2/matches").asText()).isEqualTo("y");
    assertThat(layout.path("yaxis").has("matches")).isFalse();
  }

  @Test
  void aGridIsHighEnoughForItsRows() {
    var layout = Layout.builder("t").grid(Grid.builder().rows(3).columns(1).build()).build();
    int height = Chart.of(layout, line(1, 2, 3)).json().path("layout").path("height").asInt();
    assertThat(height).isEqualTo(780);
  }

  @Test
  void longTitlesAreBrokenAndGetTheRoomTheyNeed() {
    String title = "A title that says so much that no telephone could ever show it in one line";
    JsonNode layout = Chart.of(Layout.builder(title).build(), line(1, 2, 3)).json().path("layout");
    String text = layout.path("title").path("text").asText();
    assertThat(text.replace("<br>", " ")).isEqualTo(title);
    assertThat(text.split("<br>", -1)).hasSize(2).allMatch(line -> line.length() <= 44);
    assertThat(layout.path("margin").path("t").asInt()).isEqualTo(24 + 2 * 21);
  }

  @Test
  void secondAxisHasItsOwnTicks() {
    var second = Axis.builder().overlaying(ScatterTrace.YAxis.Y).build();
    var layout = Layout.builder("t").yAxis2(second).build();
    JsonNode axis = Chart.of(layout, line(1, 2, 3)).json().path("layout").path("yaxis2");
    assertThat(axis.path("tickmode").asText()).isEqualTo("auto");
    assertThat(axis.path("showgrid").asBoolean(true)).isFalse();
  }

  @Test
  void aFigureIsNotChangedByWhatComesAfter() {
    Chart chart = Chart.of(LAYOUT, line(3, 2, 1));
    ObjectNode before = chart.json();
    chart.alt("other").frame("1", line(1, 1, 1)).axis("x2", Axis.builder().build());
    chart.json().removeAll();
    ((ObjectNode) chart.json().path("data").get(0)).removeAll();
    assertThat(chart.json()).isEqualTo(before);
  }

  @Test
  void theSameFigureHasTheSameJson() {
    assertThat(Chart.of(LAYOUT, line(3, 2, 1)).json().toString())
        .isEqualTo(Chart.of(LAYOUT, line(3, 2, 1)).json().toString());
  }

  @Test
  void framesHaveAPlayerAndOneRange() {
    ObjectNode json =
        Chart.of(LAYOUT, line(0, 0, 0))
            .frame("epoch 1", line(0, 5, 10))
            .frame("epoch 2", line(-10, 0, 0))
            .json();
    assertThat(json.path("frames")).hasSize(2);
    assertThat(json.path("frames").get(1).path("name").asText()).isEqualTo("epoch 2");
    assertThat(json.path("frames").get(1).path("traces").toString()).isEqualTo("[0]");
    JsonNode layout = json.path("layout");
    assertThat(layout.path("yaxis").path("range").toString()).isEqualTo("[-11,11]");
    assertThat(layout.path("yaxis").path("title").path("text").asText()).isEqualTo("MSE");
    assertThat(layout.path("sliders").get(0).path("steps")).hasSize(2);
    assertThat(layout.path("updatemenus").get(0).path("buttons")).hasSize(2);
  }

  @Test
  void aFrameHoldsOnlyWhatMoves() {
    ObjectNode json =
        Chart.of(LAYOUT, line(0, 0, 0), line(1, 1, 1))
            .frame("a", line(0, 5, 10), line(1, 1, 1))
            .frame("b", line(0, 0, 0))
            .json();
    assertThat(json.path("data").get(0).path("type").asText()).isEqualTo("scatter");
    assertThat(json.path("frames").get(0).path("data")).hasToString("[{\"y\":[0,5,10]},{}]");
    // What one frame moves the next must move back.
    assertThat(json.path("frames").get(1).path("data")).hasToString("[{\"y\":[0,0,0]}]");
  }

  @Test
  void framesOnALogAxisHaveTheirRangeInDecades() {
    var layout = Layout.builder("t").yAxis(Axis.builder().type(Axis.Type.LOG).build()).build();
    ObjectNode json = Chart.of(layout, line(1, 1, 1)).frame("1", line(0, 0.1, 10)).json();
    assertThat(json.path("layout").path("yaxis").path("range").toString()).isEqualTo("[-1.1,1.1]");
  }

  @Test
  void framesKeepARangeThatWasChosenAndCategories() {
    var layout = Layout.builder("t").yAxis(Axis.builder().range(0, 1).build()).build();
    var bars = BarTrace.builder(new Object[] {"a", "b"}, new double[] {1, 2}).build();
    JsonNode json = Chart.of(layout, bars).frame("1", bars).json().path("layout");
    assertThat(json.path("yaxis").path("range").toString()).isEqualTo("[0,1]");
    assertThat(json.path("xaxis").has("range")).isFalse();
  }

  @Test
  void axesBeyondTablesawsHaveTheirPlace() {
    JsonNode layout =
        Chart.of(LAYOUT, Extended.of(line(1, 2, 3)).axes("x2", "y3"))
            .axis("x2", Axis.builder().title("second").build())
            .json()
            .path("layout");
    assertThat(layout.path("xaxis2").path("title").path("text").asText()).isEqualTo("second");
  }

  @Test
  void wordsStandForAFigureThatHasNone() {
    assertThat(Chart.of(LAYOUT, line(3, Double.NaN, 0.00125)).alt())
        .isEqualTo("Loss. Figure with lines: run. x: epoch, 0 to 2. y: MSE, 0.00125 to 3.");
    assertThat(Chart.of(LAYOUT, line(1, 1, 1)).alt("It falls.")).hasToString("It falls.");
    assertThat(Chart.of(LAYOUT, line(1, 1, 1)).frame("a", line(1, 2, 3)).alt())
        .endsWith("Frames: 1, from a to a.");
  }

  @Test
  void badFiguresAreRefusedInOneSentence() {
    Chart chart = Chart.of(LAYOUT, line(1, 2, 3)).frame("a", line(1, 2, 3));
    assertThatThrownBy(() -> Chart.of(LAYOUT)).hasMessageContaining("at least one trace");
    assertThatThrownBy(() -> chart.frame("a", line(1, 2, 3)))
        .hasMessage("the name of a frame must be no other frame's. Received: a");
    assertThatThrownBy(() -> chart.frame("b", line(1, 2, 3), line(1, 2, 3)))
        .hasMessageContaining("at most the figure's number of traces (1). Received: 2");
    assertThatThrownBy(() -> chart.axis("q", Axis.builder().build()))
        .hasMessage("name must be x, y, x2, y2 ... Received: q");
  }

  @Test
  void aFigureTooLargeForANotebookSaysHowToMakeItSmaller() {
    double[][] z = new double[500][500];
    Chart chart =
        Chart.of(LAYOUT, HeatmapTrace.builder(new Object[500], new Object[500], z).build());
    assertThatThrownBy(chart::json)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 200,000 numbers")
        .hasMessageContaining("Draw every n-th point");
  }

  @Test
  void axesAreLegible() {
    var log = Axis.builder().title("loss").type(Axis.Type.LOG).build();
    var names =
        Axis.builder()
            .title("activation")
            .tickSettings(
                TickSettings.builder()
                    .tickMode(TickSettings.TickMode.ARRAY)
                    .arrayTicks(new double[] {0}, new String[] {"a long name"})
                    .build())
            .build();
    var layout =
        Chart.of(Layout.builder("t").xAxis(log).yAxis(names).build(), POINT).json().path("layout");
    assertThat(layout.path("xaxis").path("exponentformat").asText()).isEqualTo("power");
    assertThat(layout.path("yaxis").path("title").path("standoff").asInt()).isPositive();
    assertThat(layout.path("xaxis").path("title").has("standoff")).isFalse();
    assertThat(layout.path("yaxis").has("exponentformat")).isFalse();
    var tens =
        Axis.builder()
            .type(Axis.Type.LOG)
            .tickSettings(TickSettings.builder().dTick(1).build())
            .build();
    var plain = Chart.of(Layout.builder("t").xAxis(tens).build(), POINT).json().path("layout");
    assertThat(plain.path("xaxis").path("exponentformat").asText()).isEqualTo("none");
  }

  @Test
  void aSceneIsWiderThanHigh() {
    var scene = Scene.sceneBuilder().zAxis(Axis.builder().title("z").build()).build();
    var json =
        Chart.of(Layout.builder("t").scene(scene).build(), POINT)
            .json()
            .path("layout")
            .path("scene");
    assertThat(json.path("aspectmode").asText()).isEqualTo("manual");
    assertThat(json.path("aspectratio").path("z").asDouble()).isLessThan(1);
  }
}
