package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.plotly.components.Annotation;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.BoxTrace;
import tech.tablesaw.plotly.traces.ContourTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.HistogramTrace;
import tech.tablesaw.plotly.traces.PieTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;
import tech.tablesaw.plotly.traces.ViolinTrace;

/** Names that look like something else: each stays a name of its own, through every trace. */
class NamesTest {
  private static final List<String> ODD =
      List.of("null", "NaN", "Infinity", "-Infinity", "true", "false", "undefined", "", "1f");

  /** Sets of different names, most of which are one number to a reader of numbers. */
  static Stream<Set<String>> names() {
    var random = new Random(14);
    return Stream.generate(() -> names(random)).limit(60);
  }

  private static Set<String> names(Random random) {
    var names = new LinkedHashSet<String>();
    for (int i = 0; i < 3; i++) {
      int n = random.nextInt(100);
      names.addAll(List.of("" + n, n + ".0", "0" + n, "+" + n, n + "e0", n + "E+0"));
      names.addAll(List.of(n + " %", "$" + n, " " + n, "0x" + n, n + ",000", "." + n, n + "d"));
      names.addAll(List.of("16-" + (1 + n % 12), "20" + (10 + n % 90) + "-01-01"));
    }
    names.addAll(ODD);
    names.removeIf(name -> random.nextInt(4) > 0);
    names.add("" + random.nextInt(100));
    return names;
  }

  private static Stream<Trace> traces(Set<String> set) {
    Object[] names = set.toArray();
    var column = StringColumn.create("name", set);
    double[] values = new double[names.length];
    double[][] rows = new double[names.length][names.length];
    var numbers = DoubleColumn.create("value", values);
    return Stream.of(
        BarTrace.builder(names, values).build(),
        BarTrace.builder(column, numbers).build(),
        BarTrace.builder(names, values).orientation(BarTrace.Orientation.HORIZONTAL).build(),
        ScatterTrace.builder(column, numbers).build(),
        BoxTrace.builder(names, values).build(),
        ViolinTrace.builder(names, values).build(),
        HistogramTrace.builder(column, numbers).build(),
        HeatmapTrace.builder(names, names, rows).build(),
        ContourTrace.builder(names, names, rows).build());
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachNameIsDrawnAtAPlaceOfItsOwn(Set<String> names) {
    assertThat(traces(names))
        .allSatisfy(
            trace -> {
              JsonNode json = Chart.of(Layout.builder("t").build(), trace).json();
              JsonNode drawn = json.at("/data/0");
              assertThat(drawn.has("names")).isFalse();
              var sides =
                  Stream.of("x", "y").filter(side -> !drawn.at("/" + side + "/0").isNumber());
              assertThat(sides.toList())
                  .isNotEmpty()
                  .allSatisfy(
                      side -> {
                        assertThat(texts(drawn.path(side))).containsExactlyElementsOf(names);
                        assertThat(json.at("/layout/" + side + "axis/type").asText())
                            .isEqualTo("category");
                      });
            });
  }

  @ParameterizedTest
  @MethodSource("names")
  void whateverIsSaidInWordsStaysInWords(Set<String> names) {
    double[] one = {1};
    for (String name : names) {
      if (name.isEmpty()) {
        continue;
      }
      var trace = ScatterTrace.builder(one, one).name(name).text(new String[] {name}).build();
      var axis = Axis.builder().title(name).build();
      var chart =
          Chart.of(Layout.builder(name).xAxis(axis).build(), Extended.of(trace).legendGroup(name))
              .annotation(Annotation.builder().text(name).name(name).build());
      JsonNode json = chart.json();
      assertThat(
              Stream.of(
                  "/data/0/name",
                  "/data/0/text/0",
                  "/data/0/legendgroup",
                  "/layout/annotations/0/text",
                  "/layout/annotations/0/name"))
          .allSatisfy(place -> assertThat(json.at(place).textValue()).as(place).isEqualTo(name));
      for (String title : List.of("/layout/title/text", "/layout/xaxis/title/text")) {
        assertThat(json.at(title).textValue()).isEqualTo(name.strip());
      }
      JsonNode pie = Translation.trace(PieTrace.builder(new Object[] {name}, one).build());
      assertThat(pie.at("/labels/0").textValue()).isEqualTo(name);
    }
  }

  @Test
  void numbersAndDatesAreNoNames() {
    var dates = DateColumn.create("day", LocalDate.of(2020, 1, 1), null, LocalDate.of(2020, 1, 2));
    var counts = IntColumn.create("count", 3, 1, 2);
    JsonNode json =
        Chart.of(Layout.builder("t").build(), ScatterTrace.builder(dates, counts).build()).json();
    assertThat(json.at("/data/0/x").toString()).isEqualTo("[\"2020-01-01\",null,\"2020-01-02\"]");
    assertThat(json.at("/layout/xaxis").has("type")).isFalse();
    Object[] mixed = {1, 2.5, null, Double.NaN};
    assertThat(Translation.trace(BarTrace.builder(mixed, new double[4]).build()).path("x"))
        .hasToString("[1,2.5,null,null]");
  }

  @Test
  void anAuthorsAxisStaysAsItIs() {
    var log = Axis.builder().type(Axis.Type.LOG).build();
    var bars = BarTrace.builder(new Object[] {"1", "10"}, new double[2]).build();
    JsonNode layout = Chart.of(Layout.builder("t").xAxis(log).build(), bars).json().path("layout");
    assertThat(layout.at("/xaxis/type").asText()).isEqualTo("log");
  }

  @Test
  void aPanelsAxisHasItsOwnNames() {
    var bars = BarTrace.builder(new Object[] {"1", "01"}, new double[2]).build();
    JsonNode layout =
        Chart.of(
                Layout.builder("t").build(),
                Panels.in(0, Extended.of(numbers())),
                Panels.in(1, bars))
            .json()
            .path("layout");
    assertThat(layout.at("/xaxis2/type").asText()).isEqualTo("category");
    assertThat(layout.at("/xaxis").has("type")).isFalse();
  }

  private static Trace numbers() {
    return ScatterTrace.builder(new double[2], new double[2]).build();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
  }

  @Test
  void namesThatNobodyMistakesNeedNoWord() {
    Object[] names = {"a", "1 epochs", "w > 0"};
    var bars = BarTrace.builder(names, new double[3]).build();
    JsonNode json = Chart.of(Layout.builder("t").build(), bars).json();
    assertThat(json.at("/layout/xaxis").has("type")).isFalse();
    assertThat(texts(json.at("/data/0/x"))).hasSameSizeAs(Arrays.asList(names));
  }
}
