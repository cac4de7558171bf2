package reluctant.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.diagnose.Units;
import reluctant.train.Run;
import reluctant.train.Trial;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Grid;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Figures of the units of a hidden layer: what they put out, where they point, when they fall
 * silent.
 */
public final class UnitFigures {

  private static final int COLUMNS = 3;

  private UnitFigures() {}

  /**
   * Draws the output of each unit of the first layer on each sample, sorted. A dead unit is a line
   * at zero.
   *
   * @param run the run of any trial whose first layer is Dense
   * @return the figure
   */
  public static Chart outputs(Run run) {
    SimpleMatrix x = Require.present("run", run).trial().dataset().inputs();
    SimpleMatrix outputs = run.network().outputs(0, x);
    Units units = Units.of(run);
    var traces = new Trace[units.count()];
    for (int unit = 0; unit < traces.length; unit++) {
      double[] sorted = outputs.getColumn(unit).getDDRM().data.clone();
      Arrays.sort(sorted);
      double[] share =
          IntStream.range(0, sorted.length).mapToDouble(i -> 100.0 * i / sorted.length).toArray();
      traces[unit] = Curve.of("unit " + unit, share, sorted, Palette.color(unit)).build();
    }
    String active =
        IntStream.range(0, units.count())
            .mapToObj(unit -> percent(unit, units.active(unit)))
            .collect(Collectors.joining(", "));
    return Chart.of(
            Layout.builder("Each unit's output", "samples, sorted by it, %", "output").build(),
            traces)
        .alt("The sorted outputs of each unit. Share of samples with an output above 0: " + active);
  }

  private static String percent(int unit, double share) {
    return String.format(Locale.ROOT, "unit %d %.1f %%", unit, 100 * share);
  }

  /**
   * Draws the weights of each unit of the first layer as a line from the origin, a panel for each
   * run.
   *
   * @param runs runs of trials with two inputs, at least one
   * @param group names a run; the first of each name is drawn
   * @return the figure
   */
  public static Chart weightArrows(List<Run> runs, Function<Run, ?> group) {
    Require.atLeast("the number of runs", Require.present("runs", runs).size(), 1);
    var names = new HashSet<Object>();
    var firsts = runs.stream().filter(run -> names.add(group.apply(run))).toList();
    var traces = new ArrayList<Trace>();
    for (int panel = 0; panel < firsts.size(); panel++) {
      traces.addAll(arrows(firsts.get(panel), panel));
    }
    Chart chart = Chart.of(panels(firsts.size()), traces.toArray(Trace[]::new));
    for (int panel = 0; panel < firsts.size(); panel++) {
      String name = Palette.label(group.apply(firsts.get(panel)));
      chart =
          chart
              .axis(axis("x", panel), named(name + ": weight of x1"))
              .axis(axis("y", panel), named(panel % COLUMNS == 0 ? "weight of x2" : ""));
    }
    return chart
        .equalScales()
        .alt(
            firsts.stream()
                .map(run -> Palette.label(group.apply(run)) + ", " + directions(run))
                .collect(Collectors.joining("; ", "The weights of each unit as an arrow: ", ".")));
  }

  private static Axis named(String title) {
    return Axis.builder().title(title).build();
  }

  private static Layout panels(int count) {
    int rows = (count + COLUMNS - 1) / COLUMNS;
    return Layout.builder("Where the units point")
        .grid(
            Grid.builder()
                .columns(Math.min(count, COLUMNS))
                .rows(rows)
                .pattern(Grid.Pattern.INDEPENDENT)
                .yGap(0.5)
                .build())
        .build();
  }

  private static List<Trace> arrows(Run run, int panel) {
    SimpleMatrix kernel = run.network().kernel(0);
    var traces = new ArrayList<Trace>();
    for (int unit = 0; unit < kernel.getNumCols(); unit++) {
      double[] x = {0, kernel.get(0, unit)};
      double[] y = {0, kernel.get(1, unit)};
      var arrow =
          Curve.of("unit " + unit, x, y, Palette.color(unit))
              .mode(ScatterTrace.Mode.LINE_AND_MARKERS)
              .marker(Marker.builder().size(8).color(Palette.color(unit)).build())
              .build();
      traces.add(
          Extended.of(arrow)
              .legendGroup("unit " + unit)
              .showLegend(panel == 0)
              .axes(axis("x", panel), axis("y", panel)));
    }
    return traces;
  }

  private static String axis(String letter, int panel) {
    return panel == 0 ? letter : letter + (panel + 1);
  }

  private static String directions(Run run) {
    Units units = Units.of(run);
    return IntStream.range(0, units.count())
        .mapToObj(
            unit ->
                String.format(
                    Locale.ROOT,
                    "unit %d at %.0f degrees%s",
                    unit,
                    units.direction(unit),
                    units.isDead(unit) ? " (dead)" : ""))
        .collect(Collectors.joining(", "));
  }

  /**
   * Runs a trial and draws, epoch by epoch, on which share of its samples each unit is active.
   *
   * @param trial any trial
   * @param layer the index of a Dense layer, from 0
   * @return the figure
   * @throws IllegalArgumentException if the layer is not Dense
   */
  public static Chart activity(Trial trial, int layer) {
    SimpleMatrix x = Require.present("trial", trial).dataset().inputs();
    var epochs = new ArrayList<Units>();
    epochs.add(Units.of(trial.initial(), layer, x));
    trial.run(epoch -> epochs.add(Units.of(epoch.network(), layer, x)));
    var traces =
        IntStream.range(0, epochs.get(0).count())
            .mapToObj(unit -> activity(epochs, unit))
            .toArray(Trace[]::new);
    Units last = epochs.get(epochs.size() - 1);
    String active =
        IntStream.range(0, last.count())
            .mapToObj(unit -> percent(unit, last.active(unit)))
            .collect(Collectors.joining(", "));
    String title = "Who is active, hidden layer " + (layer + 1);
    return Chart.of(Layout.builder(title, "epoch", "active on samples, %").build(), traces)
        .alt("Share of the samples on which each unit is active, by epoch. At the end: " + active);
  }

  private static Trace activity(List<Units> epochs, int unit) {
    double[] number = IntStream.range(0, epochs.size()).asDoubleStream().toArray();
    double[] share = epochs.stream().mapToDouble(units -> 100 * units.active(unit)).toArray();
    return Curve.of("unit " + unit, number, share, Palette.color(unit)).build();
  }
}
