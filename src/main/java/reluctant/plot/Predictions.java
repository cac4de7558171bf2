package reluctant.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import reluctant.Require;
import reluctant.train.Run;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Grid;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.traces.Trace;

/** Data of one input and one output, and what networks predict over them: a panel for each run. */
final class Predictions {

  private static final int COLUMNS = 2;

  private final List<Run> runs;
  private final List<Object> groups;
  private final Palette palette;

  Predictions(List<Run> runs, Function<Run, ?> group) {
    Require.atLeast("the number of runs", Require.present("runs", runs).size(), 1);
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
      throw new IllegalArgumentException(
          "the data must have one column of %s to be drawn. Received: %d".formatted(name, columns));
    }
  }

  Chart chart() {
    var traces = new ArrayList<Trace>();
    for (int i = 0; i < runs.size(); i++) {
      traces.addAll(panel(i));
    }
    Chart chart = Chart.of(layout(), traces.toArray(Trace[]::new));
    for (int i = 0; i < runs.size(); i++) {
      chart =
          chart
              .axis("x" + number(i), Axis.builder().title(name(i)).build())
              .axis("y" + number(i), Axis.builder().title(i % COLUMNS == 0 ? "y" : "").build());
    }
    return chart.alt(alt());
  }

  private Layout layout() {
    var layout = Layout.builder("Data and prediction");
    return runs.size() == 1
        ? layout.build()
        : layout
            .grid(
                Grid.builder()
                    .columns(COLUMNS)
                    .rows((runs.size() + COLUMNS - 1) / COLUMNS)
                    .pattern(Grid.Pattern.INDEPENDENT)
                    .yGap(0.45)
                    .build())
            .build();
  }

  private List<Trace> panel(int i) {
    var data = runs.get(i).trial().dataset();
    double[] x = data.inputs().getDDRM().data;
    double[] target = data.targets().getDDRM().data;
    double[] prediction = runs.get(i).network().predict(data.inputs()).getDDRM().data;
    var wide = Line.builder().color(Palette.DATA).width(6).build();
    return List.of(
        Extended.of(Curve.of("data", x, target, Palette.DATA).line(wide).opacity(0.5).build())
            .legendGroup("data")
            .showLegend(i == 0)
            .axes("x" + number(i), "y" + number(i)),
        Extended.of(Curve.of(label(i), x, prediction, palette.color(groups.get(i))).build())
            .legendGroup(label(i))
            .showLegend(groups.indexOf(groups.get(i)) == i)
            .axes("x" + number(i), "y" + number(i)));
  }

  private String label(int i) {
    return Palette.label(groups.get(i));
  }

  private String name(int i) {
    return runs.size() == 1 ? "x" : "x, " + label(i) + " (seed " + runs.get(i).trial().seed() + ")";
  }

  private static String number(int i) {
    return i == 0 ? "" : Integer.toString(i + 1);
  }

  private String alt() {
    return runs.stream()
        .map(
            run ->
                "seed " + run.trial().seed() + ", " + Palette.label(groups.get(runs.indexOf(run))))
        .collect(
            Collectors.joining(
                "; ",
                "The data " + runs.get(0).trial().data() + " and what was predicted over them: ",
                "."));
  }
}
