package reluctant.onerelu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import reluctant.chart.Extended;
import reluctant.chart.JsonNumbers;
import reluctant.chart.JsonTrace;
import reluctant.chart.Palette;
import reluctant.diagnose.Descent;
import reluctant.train.Run;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** Trainings as dots that move over a figure: a colour for each group of them. */
final class Moves {

  private record Move(Object group, Descent descent) {}

  private final List<Move> moves;
  private final Palette palette;
  private final Function<double[], double[]> place;

  /** Takes where the parameters of a network lie in the figure (x, y). */
  Moves(List<Descent> descents, Function<Run, ?> group, Function<double[], double[]> place) {
    moves = descents.stream().map(d -> new Move(group.apply(d.run()), d)).toList();
    palette = new Palette(moves.stream().map(Move::group).toList());
    this.place = place;
  }

  /** When there is something to be seen: the stops of the longest training. */
  List<Integer> epochs() {
    return moves.stream()
        .flatMap(move -> move.descent().stops().stream().map(Descent.Stop::epoch))
        .distinct()
        .sorted()
        .toList();
  }

  /** The dots at the start: a trace for each group. */
  List<Trace> dots() {
    return groups().map(this::dots).toList();
  }

  /** Where they are after so many epochs. A frame needs to say no more than that. */
  List<Trace> at(int epoch) {
    return groups().<Trace>map(group -> new Places(places(group, epoch))).toList();
  }

  private record Places(List<double[]> places) implements JsonTrace {
    @Override
    public ObjectNode json() {
      ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", "scatter");
      json.set("x", JsonNumbers.array(column(places, 0)));
      json.set("y", JsonNumbers.array(column(places, 1)));
      return json;
    }
  }

  /** The ways that they take: a trace for each group. */
  List<Trace> ways() {
    return groups().map(this::way).toList();
  }

  private Stream<Object> groups() {
    return palette.groups().stream()
        .filter(group -> moves.stream().anyMatch(move -> move.group().equals(group)));
  }

  private Trace dots(Object group) {
    var edge = Line.builder().color("#FFFFFF").width(1).build();
    var marker = Marker.builder().color(palette.color(group)).size(9).line(edge).build();
    var places = places(group, 0);
    return ScatterTrace.builder(column(places, 0), column(places, 1))
        .mode(ScatterTrace.Mode.MARKERS)
        .name(Palette.label(group))
        .marker(marker)
        .build();
  }

  private List<double[]> places(Object group, int epoch) {
    return of(group).map(move -> place.apply(move.descent().at(epoch).parameters())).toList();
  }

  /** One line with gaps. */
  private Trace way(Object group) {
    var places = of(group).flatMap(move -> Stream.concat(places(move), Stream.of(gap()))).toList();
    return Extended.of(
            ScatterTrace.builder(column(places, 0), column(places, 1))
                .mode(ScatterTrace.Mode.LINE)
                .name("the way of " + Palette.label(group))
                .line(Line.builder().color(palette.color(group)).width(1.5).build())
                .opacity(0.7)
                .build())
        .showLegend(false);
  }

  private Stream<double[]> places(Move move) {
    return move.descent().stops().stream().map(stop -> place.apply(stop.parameters()));
  }

  private static double[] gap() {
    return new double[] {Double.NaN, Double.NaN};
  }

  private Stream<Move> of(Object group) {
    return moves.stream().filter(move -> move.group().equals(group));
  }

  private static double[] column(List<double[]> places, int index) {
    return places.stream().flatMapToDouble(p -> DoubleStream.of(p[index])).toArray();
  }
}
