package reluctant.figures;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.chart.Chart;
import reluctant.chart.Curve;
import reluctant.chart.Extended;
import reluctant.chart.Palette;
import reluctant.data.Dataset;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.train.Epoch;
import reluctant.train.Trial;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * The training of a network 1 -> units -> 1 as a film: the data, what the network gives, what each
 * unit adds to it, v relu(w x + b), and each unit's kink at x = -b / w.
 */
final class Kinks {

  private static final int MOST_FRAMES = 24;
  private static final int MOST_UNITS = 5;
  private static final int SAMPLES = 41;
  private static final int SMALLEST_KINK = 9;
  private static final int RIM = 9;

  private final Network start;
  private final List<Epoch> epochs;
  private final double[] inputs;
  private final double[] targets;

  Kinks(Trial trial, List<Epoch> epochs) {
    Require.atLeast("the number of epochs", Require.each("epochs", epochs).size(), 1);
    start = Require.present("trial", trial).initial();
    requireReluBetweenTwoLayers(start);
    this.epochs = List.copyOf(epochs);
    Dataset data = trial.dataset();
    int[] shown = Curve.evenly(data.samples(), SAMPLES);
    inputs = Arrays.stream(shown).mapToDouble(data.inputs()::get).toArray();
    targets = Arrays.stream(shown).mapToDouble(data.targets()::get).toArray();
  }

  private static void requireReluBetweenTwoLayers(Network network) {
    var model = network.model();
    boolean shape =
        model.layers().size() == 2
            && model.layers().get(0) instanceof Dense hidden
            && model.layers().get(1) instanceof Dense output
            && hidden.activation().equals(Activation.RELU)
            && output.activation().equals(Activation.LINEAR)
            && model.inputs() == 1
            && model.outputs() == 1;
    if (!shape) {
      throw Require.refusal(
          "the network must be Sequential.of(1, new Dense(units, RELU), new Dense(1)) to have"
              + " kinks. Received: "
              + model);
    }
    int units = network.kernel(0).getNumCols();
    if (units > MOST_UNITS) {
      throw Require.refusal(
          format("units must be at most %d to be told apart. Received: %d", MOST_UNITS, units));
    }
  }

  Chart chart() {
    String axis = "x (large dots: the kinks, -b / w)";
    Network end = epochs.get(epochs.size() - 1).network();
    Chart chart =
        Chart.of(Layout.builder("Where the kinks go, by epoch", axis, "y").build(), traces(end));
    chart = chart.frame("start", traces(start));
    for (Epoch epoch : shown()) {
      chart = chart.frame("epoch " + epoch.number(), traces(epoch.network()));
    }
    return chart.alt(alt());
  }

  /** The first epochs closely, later ones less so, the last among them. */
  private List<Epoch> shown() {
    int last = epochs.size() - 1;
    return IntStream.rangeClosed(0, MOST_FRAMES)
        .map(i -> (int) ((long) last * i * i / (MOST_FRAMES * MOST_FRAMES)))
        .distinct()
        .mapToObj(epochs::get)
        .toList();
  }

  private Trace[] traces(Network network) {
    var traces = new ArrayList<Trace>();
    double[] corners = corners(network);
    traces.add(points("data", inputs, targets, Palette.DATA, 6));
    traces.add(network(corners, predicted(network, corners)));
    for (int unit = 0; unit < units(); unit++) {
      int here = unit;
      double[] added = Arrays.stream(corners).map(x -> added(network, here, x)).toArray();
      traces.add(added(unit, corners, added));
    }
    for (int unit = 0; unit < units(); unit++) {
      double[] kink = {kink(network, unit)};
      traces.add(kink(unit, kink, predicted(network, kink)));
    }
    return traces.toArray(Trace[]::new);
  }

  private int units() {
    return start.kernel(0).getNumCols();
  }

  /**
   * Between these the network is a straight line: the ends of the data and the kinks among them.
   */
  private double[] corners(Network network) {
    return DoubleStream.concat(
            DoubleStream.of(first(), last()),
            IntStream.range(0, units()).mapToDouble(unit -> kink(network, unit)))
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  private double first() {
    return Arrays.stream(inputs).min().orElseThrow();
  }

  private double last() {
    return Arrays.stream(inputs).max().orElseThrow();
  }

  /** Where a unit bends, or NaN if that is beyond the data. */
  private double kink(Network network, int unit) {
    double kink = -network.bias(0).get(unit) / network.kernel(0).get(unit);
    return kink >= first() && kink <= last() ? kink + 0.0 : Double.NaN;
  }

  private static double added(Network network, int unit, double x) {
    double z = network.kernel(0).get(unit) * x + network.bias(0).get(unit);
    return z > 0 ? network.kernel(1).get(unit) * z : 0;
  }

  private static double[] predicted(Network network, double[] x) {
    return network.predict(new SimpleMatrix(x.length, 1, true, x)).getDDRM().data;
  }

  /** Wide, since what a unit adds may lie upon it. */
  private static Trace network(double[] x, double[] y) {
    return ScatterTrace.builder(x, y)
        .mode(ScatterTrace.Mode.LINE)
        .name("network")
        .line(Line.builder().color(Palette.color(0)).width(7).build())
        .opacity(0.5)
        .build();
  }

  private static Trace added(int unit, double[] x, double[] y) {
    var line = Line.builder().color(Palette.color(1 + unit)).dash(Line.Dash.DOT).width(2.5);
    return Extended.of(
            ScatterTrace.builder(x, y)
                .mode(ScatterTrace.Mode.LINE)
                .name("added by unit " + unit)
                .line(line.build())
                .build())
        .legendGroup("unit " + unit);
  }

  /** Later units have smaller dots, which leave a rim of those below. */
  private Trace kink(int unit, double[] x, double[] y) {
    int size = SMALLEST_KINK + RIM * (units() - 1 - unit);
    return Extended.of(points("kink of unit " + unit, x, y, Palette.color(1 + unit), size))
        .legendGroup("unit " + unit)
        .showLegend(false);
  }

  private static Trace points(String name, double[] x, double[] y, String color, int size) {
    return ScatterTrace.builder(x, y)
        .mode(ScatterTrace.Mode.MARKERS)
        .name(name)
        .marker(Marker.builder().color(color).size(size).build())
        .build();
  }

  private String alt() {
    Network end = epochs.get(epochs.size() - 1).network();
    return IntStream.range(0, units())
        .mapToObj(unit -> format("unit %d %s to %s", unit, place(start, unit), place(end, unit)))
        .collect(
            Collectors.joining(
                "; ",
                format(
                    "Data, network and what each unit adds to it, in %d epochs. The kinks go: ",
                    epochs.size()),
                "."));
  }

  private String place(Network network, int unit) {
    double kink = kink(network, unit);
    return Double.isNaN(kink) ? "beyond the data" : format("%.3g", kink);
  }
}
