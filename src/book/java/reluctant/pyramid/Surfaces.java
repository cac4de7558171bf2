package reluctant.pyramid;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.chart.Chart;
import reluctant.chart.ColorScale;
import reluctant.chart.Curve;
import reluctant.chart.Extended;
import reluctant.chart.Extent;
import reluctant.chart.Palette;
import reluctant.chart.Space;
import reluctant.chart.SurfaceTrace;
import reluctant.nn.Network;
import reluctant.train.Epoch;
import reluctant.train.Run;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.threeD.Scene;
import tech.tablesaw.plotly.traces.Trace;

/** Networks of two inputs and one output, drawn as surfaces over the plane. */
public final class Surfaces {

  /** How many lines a surface has each way. */
  private static final int GRID = 21;

  /** More frames make a notebook heavy. */
  private static final int FRAMES = 14;

  /** The highest that is shown, in limits: the distance at a corner is sqrt(2) of them. */
  private static final double HIGHEST = 1.5;

  private Surfaces() {}

  /**
   * Draws what several runs made of the same task, a frame for each.
   *
   * @param runs runs of trials with two inputs and one output, at least one
   * @param group names a run; the first of each name is drawn
   * @param limit the surfaces lie over the square from -limit to limit
   * @return the figure, with a slider over the names
   */
  public static Chart surfaces(List<Run> runs, Function<Run, ?> group, double limit) {
    Require.present("group", group);
    Require.atLeast("the number of runs", Require.each("runs", runs).size(), 1);
    var names = new HashSet<String>();
    var firsts = runs.stream().filter(run -> names.add(name(run, group))).toList();
    var drawn = heights(firsts.stream().map(Run::network).toList(), limit);
    var frames = firsts.stream().map(run -> name(run, group)).toList();
    String listed =
        firsts.stream()
            .map(run -> name(run, group) + " (seed " + run.trial().seed() + ")")
            .collect(Collectors.joining(", "));
    return chart("What became of it, kind by kind", limit, drawn, frames)
        .alt("Surfaces of the outputs over the plane, one after the other: " + listed + ".");
  }

  /**
   * Draws a surface as it forms.
   *
   * @param epochs what a callback collected, at least one; at most 14 are drawn, evenly spread
   * @param limit the surface lies over the square from -limit to limit
   * @return the figure, with a slider over the epochs
   */
  public static Chart forming(List<Epoch> epochs, double limit) {
    Require.each("epochs", epochs);
    int count = Require.atLeast("the number of epochs", epochs.size(), 1);
    var some = Arrays.stream(Curve.evenly(count, FRAMES)).mapToObj(epochs::get).toList();
    var drawn = heights(some.stream().map(Epoch::network).toList(), limit);
    var frames = some.stream().map(epoch -> "epoch " + epoch.number()).toList();
    return chart("A surface forms", limit, drawn, frames)
        .alt(
            format(
                "The output over the plane as a surface, from %s to %s: %s.",
                frames.get(0),
                frames.get(frames.size() - 1),
                "it begins as random folds and ends as it was learnt"));
  }

  private static String name(Run run, Function<Run, ?> group) {
    return Palette.label(group.apply(run));
  }

  private static List<double[][]> heights(List<Network> networks, double limit) {
    Require.positive("limit", limit);
    double[] positions = positions(limit);
    var points = new SimpleMatrix(GRID * GRID, 2);
    for (int i = 0; i < GRID * GRID; i++) {
      points.setRow(i, 0, positions[i % GRID], positions[i / GRID]);
    }
    return networks.stream().map(network -> heights(network, points)).toList();
  }

  private static double[][] heights(Network network, SimpleMatrix points) {
    double[] outputs = network.predict(points).getDDRM().data;
    var heights = new double[GRID][GRID];
    for (int i = 0; i < outputs.length; i++) {
      // Three decimals are more than the eye sees, and a third of the file.
      heights[i / GRID][i % GRID] = Math.rint(outputs[i] * 1000) / 1000;
    }
    return heights;
  }

  private static double[] positions(double limit) {
    return IntStream.range(0, GRID)
        .mapToDouble(i -> Math.rint(limit * (2.0 * i / (GRID - 1) - 1) * 1000) / 1000)
        .toArray();
  }

  private static Chart chart(
      String title, double limit, List<double[][]> heights, List<String> names) {
    Extent shown = shown(limit, heights);
    var scene =
        Scene.sceneBuilder()
            .xAxis(Space.axis("x1", limit))
            .yAxis(Space.axis("x2", limit))
            .zAxis(Axis.builder().title("output").range(shown.low(), shown.high()).build())
            .build();
    var traces = heights.stream().map(z -> surface(limit, z, shown)).toList();
    Chart chart = Chart.of(Layout.builder(title).scene(scene).build(), traces.get(0));
    for (int i = 0; i < names.size(); i++) {
      chart = chart.frame(names.get(i), traces.get(i));
    }
    return chart;
  }

  /** All heights, but not those of a start that overshoots: the rest would look flat beside it. */
  private static Extent shown(double limit, List<double[][]> heights) {
    double[] all =
        heights.stream().flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).toArray();
    double most = HIGHEST * limit;
    return Extent.of(Arrays.stream(all).map(z -> Math.max(-most, Math.min(most, z))).toArray())
        .widened(0.02);
  }

  private static Trace surface(double limit, double[][] z, Extent shown) {
    double[] positions = positions(limit);
    var surface =
        SurfaceTrace.builder(positions, positions, z)
            .colorScale(ColorScale.CIVIDIS)
            .colorRange(shown.low(), shown.high())
            .showScale(false)
            .contours()
            .build();
    return Extended.of(surface).hover("x1", "x2", "output");
  }
}
