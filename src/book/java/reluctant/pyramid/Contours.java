package reluctant.pyramid;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.chart.Chart;
import reluctant.chart.ColorScale;
import reluctant.chart.Curve;
import reluctant.chart.Extended;
import reluctant.chart.Palette;
import reluctant.chart.Panels;
import reluctant.chart.StraightLine;
import reluctant.diagnose.Units;
import reluctant.nn.Network;
import reluctant.train.Run;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.traces.ContourTrace;
import tech.tablesaw.plotly.traces.Trace;

/** Networks of two inputs and one hidden layer of ReLUs, drawn from above. */
public final class Contours {
  private static final int GRID = 25;
  private static final int LEVELS = 9;

  private Contours() {}

  /**
   * Draws what several runs made of the same task as maps side by side: lines of equal output, and
   * the crease of each living unit, the line w x + b = 0 on which it begins.
   *
   * @param runs runs of trials with two inputs, one hidden layer and one output, at least one
   * @param group names a run; the first of each name is drawn
   * @param limit the maps lie over the square from -limit to limit
   * @return the figure
   */
  public static Chart maps(List<Run> runs, Function<Run, ?> group, double limit) {
    Require.present("group", group);
    Require.positive("limit", limit);
    Require.atLeast("the number of runs", Require.each("runs", runs).size(), 1);
    var names = new HashSet<String>();
    var firsts = runs.stream().filter(run -> names.add(name(run, group))).toList();
    var traces = new ArrayList<Trace>();
    for (int panel = 0; panel < firsts.size(); panel++) {
      traces.addAll(map(firsts.get(panel), panel, limit));
    }
    Function<String, Axis> axis = title -> Axis.builder().title(title).range(-limit, limit).build();
    int count = firsts.size();
    String listed =
        firsts.stream()
            .map(run -> format("%s (seed %d)", name(run, group), run.trial().seed()))
            .collect(Collectors.joining(", "));
    Chart chart =
        Panels.axes(
            Panels.chart("From above", count, traces),
            count,
            i -> axis.apply("x1"),
            i -> axis.apply(Panels.once("x2", i, count)));
    return Panels.named(chart, firsts.stream().map(run -> name(run, group)).toList())
        .equalScales()
        .alt("Maps of the outputs with the creases of the living units: " + listed + ".");
  }

  private static String name(Run run, Function<Run, ?> group) {
    return Palette.label(group.apply(run));
  }

  private static List<Trace> map(Run run, int panel, double limit) {
    double[] places =
        IntStream.range(0, GRID)
            .mapToDouble(i -> Math.rint(limit * (2.0 * i / (GRID - 1) - 1) * 1000) / 1000)
            .toArray();
    Object[] boxed = DoubleStream.of(places).boxed().toArray();
    Trace ground =
        Extended.of(ContourTrace.builder(boxed, boxed, heights(run.network(), places)).build())
            .colorScale(ColorScale.GREYS)
            .steps(0, 1.5 * limit, LEVELS)
            .showScale(false)
            .hover("x1", "x2", "output");
    var traces = new ArrayList<Trace>(List.of(Panels.in(panel, ground)));
    Units units = Units.of(run);
    for (int unit = 0; unit < units.count(); unit++) {
      if (!units.isDead(unit)) {
        double[][] ends = crease(run.network(), unit, limit);
        var line = Curve.path("unit " + unit, ends[0], ends[1], Palette.color(unit)).build();
        traces.add(Panels.in(panel, line).legendGroup("unit " + unit).showLegend(panel == 0));
      }
    }
    return traces;
  }

  private static double[][] heights(Network network, double[] places) {
    var heights = new double[places.length][places.length];
    for (int row = 0; row < places.length; row++) {
      for (int column = 0; column < places.length; column++) {
        double output = network.predict(places[column], places[row])[0];
        heights[row][column] = Math.rint(output * 1000) / 1000;
      }
    }
    return heights;
  }

  /** Both ends of a unit's crease, far outside of the map. */
  private static double[][] crease(Network network, int unit, double limit) {
    SimpleMatrix w = network.kernel(0).getColumn(unit);
    return StraightLine.ends(w.get(0), w.get(1), network.bias(0).get(unit), 3 * limit);
  }
}
