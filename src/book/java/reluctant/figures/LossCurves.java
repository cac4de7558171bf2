package reluctant.figures;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.chart.Chart;
import reluctant.chart.Curve;
import reluctant.chart.Palette;
import reluctant.chart.Panels;
import reluctant.train.Run;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * The losses of several runs against the epoch, on a logarithmic scale or on one that begins at 0,
 * where slow change and levels show. Where two groups end at the same loss, the later one lies on
 * the earlier one, which is wider, so that both are seen.
 */
final class LossCurves {

  private static final int MOST_TICKS = 7;
  private static final double WIDTH = 2;
  private static final double WIDER = 5;

  /** Losses whose ratio is nearer to 1 look the same on a scale of many powers of ten. */
  private static final double SAME = 1.1;

  private final List<double[]> losses;
  private final List<Object> groups;
  private final Palette palette;

  LossCurves(List<Run> runs, Function<Run, ?> group) {
    Require.atLeast("the number of runs", Require.each("runs", runs).size(), 1);
    losses = runs.stream().map(run -> run.history().loss()).toList();
    groups = runs.stream().<Object>map(group).toList();
    palette = new Palette(groups);
  }

  /** A logarithmic axis that suits these losses. */
  static Axis axis(List<double[]> losses) {
    var decades =
        losses.stream()
            .flatMapToDouble(Arrays::stream)
            .filter(loss -> loss > 0 && Double.isFinite(loss))
            .map(Math::log10)
            .summaryStatistics();
    double span = decades.getCount() == 0 ? 0 : decades.getMax() - decades.getMin();
    // On less than two powers of ten, plotly's own ticks are more.
    return span < 2
        ? Axis.builder().title("loss").type(Axis.Type.LOG).build()
        : Panels.powersOfTen("loss", (int) Math.ceil(span / MOST_TICKS));
  }

  Chart chart() {
    return chart(axis(losses), "logarithmic");
  }

  Chart levels() {
    return chart(Axis.builder().title("loss").build(), "from 0 on");
  }

  private Chart chart(Axis y, String scale) {
    var traces =
        present().stream().flatMap(group -> curves(group, width(group))).toArray(Trace[]::new);
    var layout =
        Layout.builder("Loss by epoch")
            .xAxis(Axis.builder().title("epoch").build())
            .yAxis(y)
            .build();
    return Chart.of(layout, traces).alt(alt(scale));
  }

  private Stream<Trace> curves(Object group, double width) {
    return members(group).mapToObj(run -> curve(run, width));
  }

  private Trace curve(int run, double width) {
    Object group = groups.get(run);
    String name = Palette.label(group);
    String color = palette.color(group);
    double[] loss = losses.get(run);
    ScatterTrace.ScatterBuilder curve =
        Curve.of(name, Curve.counting(loss.length), loss, color)
            .line(Line.builder().color(color).width(width).build())
            .legendGroup(name)
            .showLegend(groups.indexOf(group) == run);
    return width > WIDTH ? curve.opacity(0.5).build() : curve.build();
  }

  /** Wide enough to be seen below all later groups that end at the same loss. */
  private double width(Object group) {
    long above =
        present().stream()
            .skip(present().indexOf(group) + 1L)
            .filter(later -> endAlike(group, later))
            .count();
    return WIDTH + WIDER * above;
  }

  private boolean endAlike(Object group, Object other) {
    return members(group).anyMatch(i -> members(other).anyMatch(j -> isSame(last(i), last(j))));
  }

  private static boolean isSame(double loss, double other) {
    return Math.max(loss, other) < SAME * Math.min(loss, other);
  }

  private double last(int run) {
    double[] loss = losses.get(run);
    return loss.length == 0 ? Double.NaN : loss[loss.length - 1];
  }

  private IntStream members(Object group) {
    return IntStream.range(0, groups.size()).filter(run -> groups.get(run).equals(group));
  }

  /** The groups that occur, in the palette's order. */
  private List<Object> present() {
    return palette.groups().stream().filter(groups::contains).toList();
  }

  private String alt(String scale) {
    String counts =
        present().stream()
            .map(group -> members(group).count() + " of " + Palette.label(group))
            .collect(Collectors.joining(", "));
    return format("Loss against epoch, %s, of ", scale)
        + counts
        + present().stream()
            .map(
                group ->
                    format("%s ends at %.3g", Palette.label(group), last(groups.indexOf(group))))
            .collect(Collectors.joining(", ", ". For example ", "."));
  }
}
