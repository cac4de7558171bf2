package reluctant.figures;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.chart.Chart;
import reluctant.chart.Curve;
import reluctant.chart.Palette;
import reluctant.chart.Panels;
import reluctant.data.Dataset;
import reluctant.train.Run;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Data of one input and one output, in their own units, and what networks predict over them: a
 * panel for each run.
 */
final class Predictions {

  private final List<Run> runs;
  private final List<Object> groups;
  private final Palette palette;

  Predictions(List<Run> runs, Function<Run, ?> group) {
    Require.atLeast("the number of runs", Require.each("runs", runs).size(), 1);
    for (Run run : runs) {
      requireOneColumn("inputs", run.trial().data().features());
      requireOneColumn("outputs", run.trial().data().outputs());
    }
    this.runs = runs;
    groups = runs.stream().<Object>map(group).toList();
    palette = new Palette(groups);
  }

  private static void requireOneColumn(String name, int columns) {
    if (columns != 1) {
      throw Require.refusal(
          format("the data must have one column of %s to be drawn. Received: %d", name, columns));
    }
  }

  Chart chart() {
    var traces = new ArrayList<Trace>();
    for (int i = 0; i < runs.size(); i++) {
      traces.addAll(panel(i));
    }
    if (runs.size() == 1) {
      return Chart.of(Layout.builder(title(), "x", "y").build(), traces.toArray(Trace[]::new))
          .alt(alt());
    }
    return Panels.axes(
            Panels.chart("Data and prediction", runs.size(), traces),
            runs.size(),
            i -> Panels.titled(format("x, %s (seed %d)", label(i), seed(i))),
            i -> Panels.titled(Panels.once("y", i, runs.size())))
        .sharedScale()
        .alt(alt());
  }

  private String title() {
    return end(0).isEmpty() ? "Before any training" : "Seed " + seed(0) + end(0);
  }

  private long seed(int i) {
    return runs.get(i).trial().seed();
  }

  private List<Trace> panel(int i) {
    Dataset data = runs.get(i).trial().dataset();
    double[] x = data.unscaled().inputs().getDDRM().data;
    double[] target = data.unscaled().targets().getDDRM().data;
    SimpleMatrix answers = runs.get(i).network().predict(data.inputs());
    double[] prediction = data.scaling().predictions(answers).getDDRM().data;
    var wide = Line.builder().color(Palette.DATA).width(6).build();
    var below = Curve.of("data", x, target, Palette.DATA).line(wide).opacity(0.5).build();
    var above = Curve.of(label(i), x, prediction, palette.color(groups.get(i))).build();
    return List.of(
        Panels.in(i, below).legendGroup("data").showLegend(i == 0),
        Panels.in(i, above).legendGroup(label(i)).showLegend(groups.indexOf(groups.get(i)) == i));
  }

  private String label(int i) {
    return Palette.label(groups.get(i));
  }

  private String alt() {
    return IntStream.range(0, runs.size())
        .mapToObj(i -> format("%s (seed %d)%s", label(i), seed(i), end(i)))
        .collect(
            Collectors.joining(
                "; ",
                "The data " + runs.get(0).trial().data() + " and what was predicted over them: ",
                "."));
  }

  private String end(int i) {
    double[] loss = runs.get(i).history().loss();
    return loss.length == 0 ? "" : format(" ends at a loss of %.3g", loss[loss.length - 1]);
  }
}
