package reluctant.figures;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
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
import reluctant.diagnose.Units;
import reluctant.train.Epoch;
import reluctant.train.Run;
import reluctant.train.Trial;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Figures of the units of a hidden layer: what they put out, where they point, when they fall
 * silent.
 */
public final class UnitFigures {

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
            Layout.builder("Each unit's output", "share of samples, sorted by output, %", "output")
                .build(),
            traces)
        .alt("The sorted outputs of each unit. Share of samples with an output above 0: " + active);
  }

  private static String percent(int unit, double share) {
    return format("unit %d %.1f %%", unit, 100 * share);
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
    Require.present("group", group);
    Require.atLeast("the number of runs", Require.each("runs", runs).size(), 1);
    runs.forEach(UnitFigures::requireTwoInputs);
    var names = new HashSet<Object>();
    var firsts =
        runs.stream()
            .filter(run -> names.add(Require.present("what group gives", group.apply(run))))
            .toList();
    var traces = new ArrayList<Trace>();
    for (int panel = 0; panel < firsts.size(); panel++) {
      traces.addAll(arrows(firsts.get(panel), panel));
    }
    double limit = 1.1 * firsts.stream().mapToDouble(UnitFigures::longest).max().orElse(1);
    Function<String, Axis> weight =
        title -> Axis.builder().title(title).range(-limit, limit).build();
    Chart chart =
        Panels.axes(
            Panels.chart("Where the units point", firsts.size(), traces),
            firsts.size(),
            i -> weight.apply("weight of x1"),
            i -> weight.apply(Panels.once("weight of x2", i, firsts.size())));
    var named = firsts.stream().map(run -> Palette.label(group.apply(run))).toList();
    return Panels.named(chart, named)
        .equalScales()
        .alt(
            firsts.stream()
                .map(run -> Palette.label(group.apply(run)) + ", " + directions(run))
                .collect(Collectors.joining("; ", "The weights of each unit as an arrow: ", ".")));
  }

  private static void requireTwoInputs(Run run) {
    if (run.trial().model().inputs() != 2) {
      throw Require.refusal("the networks must have 2 inputs. Received: " + run.trial().model());
    }
  }

  private static double longest(Run run) {
    return run.network().kernel(0).elementMaxAbs();
  }

  private static List<Trace> arrows(Run run, int panel) {
    SimpleMatrix kernel = run.network().kernel(0);
    var traces = new ArrayList<Trace>();
    for (int unit = 0; unit < kernel.getNumCols(); unit++) {
      double[] x = {0, kernel.get(0, unit)};
      double[] y = {0, kernel.get(1, unit)};
      var arrow =
          Curve.path("unit " + unit, x, y, Palette.color(unit))
              .mode(ScatterTrace.Mode.LINE_AND_MARKERS)
              .marker(Marker.builder().size(8).color(Palette.color(unit)).build())
              .build();
      traces.add(Panels.in(panel, arrow).legendGroup("unit " + unit).showLegend(panel == 0));
    }
    return traces;
  }

  private static String directions(Run run) {
    Units units = Units.of(run);
    return IntStream.range(0, units.count())
        .mapToObj(
            unit ->
                format(
                    "unit %d at %.0f degrees%s",
                    unit, units.direction(unit), units.isDead(unit) ? " (dead)" : ""))
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

  /**
   * Draws how a hidden unit of a network of two inputs fares: the length |w| of its weights, its
   * output weight v, and the distance -b / |w| of its crease from the origin, by epoch.
   *
   * @param epochs what a callback collected, at least one
   * @param unit the unit's index, from 0
   * @return the figure
   */
  public static Chart fate(List<Epoch> epochs, int unit) {
    Require.each("epochs", epochs);
    Require.atLeast("the number of epochs", epochs.size(), 1);
    Require.index("unit", unit, epochs.get(0).network().kernel(0).getNumCols());
    double[] number = epochs.stream().mapToDouble(Epoch::number).toArray();
    double[] length =
        epochs.stream()
            .mapToDouble(epoch -> epoch.network().kernel(0).getColumn(unit).normF())
            .toArray();
    double[] out =
        epochs.stream().mapToDouble(epoch -> epoch.network().kernel(1).get(unit)).toArray();
    var crease = new double[length.length];
    Arrays.setAll(crease, i -> -epochs.get(i).network().bias(0).get(unit) / length[i]);
    int last = length.length - 1;
    return Chart.of(
            Layout.builder("The fate of unit " + unit, "epoch", "").build(),
            Curve.of("length of w", number, length, Palette.color(0)).build(),
            Curve.of("v, out of the unit", number, out, Palette.color(1)).build(),
            Curve.of("distance of the crease", number, crease, Palette.color(2)).build())
        .alt(
            format(
                "Unit %d by epoch: the length of w goes from %.3g to %.3g, v from %.3g to %.3g, and"
                    + " the crease from %.3g to %.3g away from the origin.",
                unit, length[0], length[last], out[0], out[last], crease[0], crease[last]));
  }
}
