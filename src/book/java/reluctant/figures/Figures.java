package reluctant.figures;

import static reluctant.Text.format;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import reluctant.Require;
import reluctant.chart.Chart;
import reluctant.chart.Curve;
import reluctant.chart.Palette;
import reluctant.nn.Network;
import reluctant.train.Epoch;
import reluctant.train.Run;
import reluctant.train.Trial;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** The workbook's figures of runs, one message each. */
public final class Figures {

  private Figures() {}

  /**
   * Draws what a network with one input predicts over the data that it learnt from.
   *
   * @param run the run of a trial with one input and one output
   * @return the figure
   */
  public static Chart predictions(Run run) {
    Require.present("run", run);
    return predictions(List.of(run), any -> "prediction");
  }

  /**
   * Draws what several networks with one input predict over their data, a panel for each.
   *
   * @param runs runs of trials with one input and one output, at least one
   * @param group names a run and gives it its colour
   * @return the figure
   */
  public static Chart predictions(List<Run> runs, Function<Run, ?> group) {
    Require.present("group", group);
    return new Predictions(runs, group).chart();
  }

  /**
   * Draws a classifier in the plane: the points in their classes' colours, the boundary between its
   * answers, and the line w x + b = 0 of each unit of its first layer.
   *
   * @param run the run of a trial with two inputs, whose targets are two numbers or a column of 0
   *     and 1 for each class
   * @return the figure; its title says how many points have their class
   */
  public static Chart classes(Run run) {
    return new ClassMap(run).chart();
  }

  /**
   * Runs two trials from the same start, of which one thing was changed, and draws what they
   * predict side by side; of networks with several inputs or outputs, their losses by epoch.
   *
   * @param before any trial
   * @param after the same with another network of the same size, other data, optimizer, loss,
   *     number of epochs or batch size
   * @return the figure
   * @throws IllegalArgumentException if they start from different numbers, or differ in nothing or
   *     in more than one thing
   */
  public static Chart beforeAndAfter(Trial before, Trial after) {
    return new BeforeAndAfter(before, after).chart();
  }

  /**
   * Draws the loss of a run against the epoch, on a logarithmic scale.
   *
   * @param run the run of any trial
   * @return the figure
   */
  public static Chart losses(Run run) {
    return losses(Require.present("run", run).history().loss());
  }

  /**
   * Draws losses against the epoch, on a logarithmic scale.
   *
   * @param losses the loss of each epoch, at least one
   * @return the figure
   */
  public static Chart losses(double[] losses) {
    Require.atLeast("the number of losses", Require.present("losses", losses).length, 1);
    var curve = Curve.of("loss", Curve.counting(losses.length), losses, Palette.color(0)).build();
    double last = losses[losses.length - 1];
    String title = format("The loss goes from %.3g to %.3g", losses[0], last);
    var layout =
        Layout.builder(title)
            .xAxis(Axis.builder().title("epoch").build())
            .yAxis(LossCurves.axis(List.of(losses)))
            .build();
    return Chart.of(layout, curve)
        .alt(
            format(
                "Loss against epoch, logarithmic, over %d epochs; it ends at %.3g.",
                losses.length, last));
  }

  /**
   * Draws the losses of several runs against the epoch, on a logarithmic scale.
   *
   * @param runs runs of any trials, at least one
   * @param group names a run and gives it its colour
   * @return the figure
   */
  public static Chart losses(List<Run> runs, Function<Run, ?> group) {
    Require.present("group", group);
    return new LossCurves(runs, group).chart();
  }

  /**
   * Draws the losses of several runs against the epoch, on a scale that begins at 0: levels and
   * slow change show, differences between small losses do not.
   *
   * @param runs runs of any trials, at least one
   * @param group names a run and gives it its colour
   * @return the figure
   */
  public static Chart lossLevels(List<Run> runs, Function<Run, ?> group) {
    Require.present("group", group);
    return new LossCurves(runs, group).levels();
  }

  /**
   * Draws the way of one hidden unit of a network 1 -> units -> 1: its kernel w and its output
   * weight v by epoch.
   *
   * @param epochs what a callback collected, at least one
   * @param unit the unit's index, from 0
   * @return the figure
   */
  public static Chart weightPath(List<Epoch> epochs, int unit) {
    Require.each("epochs", epochs);
    Require.atLeast("the number of epochs", epochs.size(), 1);
    Require.index("unit", unit, epochs.get(0).network().kernel(0).getNumCols());
    var traces =
        new Trace[] {
          path("w, into the unit", epochs, network -> network.kernel(0).get(unit), 0),
          path("v, out of the unit", epochs, network -> network.kernel(1).get(unit), 1)
        };
    String title = "The weights of unit " + unit;
    Network last = epochs.get(epochs.size() - 1).network();
    return Chart.of(Layout.builder(title, "epoch", "weight").build(), traces)
        .alt(
            format(
                "%s over %d epochs; at the end w is %.3g and v is %.3g.",
                title, epochs.size(), last.kernel(0).get(unit), last.kernel(1).get(unit)));
  }

  /**
   * Draws the training of a network 1 -> units (relu) -> 1 as a film with a play button and a
   * slider: the data, the network, what each unit adds to it, and where the kink of each unit is.
   *
   * @param trial what was trained, with at most 5 units
   * @param epochs what a callback collected of its run, at least one
   * @return the figure
   */
  public static Chart kinks(Trial trial, List<Epoch> epochs) {
    return new Kinks(trial, epochs).chart();
  }

  /**
   * Draws runs of networks with two hidden units as points at their initial output weights,
   * coloured by what became of them.
   *
   * @param runs runs of trials with two hidden units and one output, at least one
   * @param group what became of a run
   * @return the figure
   */
  public static Chart outputWeightsAtStart(List<Run> runs, Function<Run, ?> group) {
    Require.present("group", group);
    var palette = palette(runs, group);
    var traces =
        palette.groups().stream()
            .map(name -> runs.stream().filter(run -> name.equals(group.apply(run))).toList())
            .filter(some -> !some.isEmpty())
            .map(some -> points(group.apply(some.get(0)), some, palette))
            .toArray(Trace[]::new);
    return Chart.of(
            Layout.builder(
                    "What became of a start", "output weight of unit 0", "output weight of unit 1")
                .build(),
            traces)
        .alt(
            "Initial output weights of the two units as points, coloured by outcome: "
                + counted(runs.stream().<Object>map(group).toList())
                + ".");
  }

  private static Trace points(Object group, List<Run> runs, Palette palette) {
    ToDoubleFunction<Run> first = run -> run.trial().initial().kernel(1).get(0);
    ToDoubleFunction<Run> second = run -> run.trial().initial().kernel(1).get(1);
    return ScatterTrace.builder(
            runs.stream().mapToDouble(first).toArray(), runs.stream().mapToDouble(second).toArray())
        .mode(ScatterTrace.Mode.MARKERS)
        .name(Palette.label(group))
        .marker(Marker.builder().color(palette.color(group)).size(7).build())
        .build();
  }

  private static Trace path(
      String name, List<Epoch> epochs, ToDoubleFunction<Network> weight, int color) {
    double[] number = epochs.stream().mapToDouble(Epoch::number).toArray();
    double[] value = epochs.stream().mapToDouble(e -> weight.applyAsDouble(e.network())).toArray();
    return Curve.of(name, number, value, Palette.color(color)).build();
  }

  private static Palette palette(List<Run> runs, Function<Run, ?> group) {
    Require.atLeast("the number of runs", Require.each("runs", runs).size(), 1);
    return new Palette(runs.stream().map(group).toList());
  }

  private static String counted(List<Object> groups) {
    return groups.stream()
        .distinct()
        .map(group -> groups.stream().filter(group::equals).count() + " of " + Palette.label(group))
        .collect(Collectors.joining(", "));
  }
}
