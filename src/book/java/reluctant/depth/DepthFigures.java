package reluctant.depth;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.chart.Chart;
import reluctant.chart.Curve;
import reluctant.chart.Palette;
import reluctant.chart.Rates;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Initializer;
import reluctant.nn.Sequential;
import reluctant.sweep.Rate;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** Figures of what slopes and depth do to networks before their training. */
public final class DepthFigures {

  private DepthFigures() {}

  /**
   * Draws slopes of activations.
   *
   * @param activations whose, each with its own colour
   * @return the slope against what goes into a unit, from -4 to 4
   */
  public static Chart slopes(List<? extends Activation> activations) {
    Require.each("activations", activations);
    Require.atLeast("the number of activations", activations.size(), 1);
    double[] z = IntStream.rangeClosed(-80, 80).mapToDouble(i -> i / 20.0).toArray();
    var traces = new ArrayList<Trace>();
    for (Activation f : activations) {
      double[] slopes = DoubleStream.of(z).map(each -> slope(f, each)).toArray();
      traces.add(
          Curve.of(Palette.label(f.toString()), z, slopes, Palette.color(traces.size())).build());
    }
    var layout =
        Layout.builder("Slopes of activations")
            .xAxis(Axis.builder().title("what goes into the unit, z").build())
            .yAxis(Axis.builder().title("slope").build())
            .build();
    return Chart.of(layout, traces.toArray(Trace[]::new))
        .alt(
            activations.stream()
                .map(
                    f ->
                        format(
                            "%s %.2g at 0 and %.2g at 4",
                            Palette.label(f.toString()), slope(f, 0), slope(f, 4)))
                .collect(Collectors.joining(", ", "Slopes: ", ".")));
  }

  private static double slope(Activation f, double z) {
    return f.slope(z, f.value(z));
  }

  /**
   * Draws how much of what is wrong at the output arrives at each layer.
   *
   * @param flows what was measured, by the names of the curves and in their order
   * @return the lengths of the deltas beside the last one's against the layer, logarithmic
   */
  public static Chart deltas(Map<String, MeanFlow> flows) {
    Require.each("flows", Require.present("flows", flows).values());
    Require.atLeast("the number of flows", flows.size(), 1);
    var traces = new ArrayList<Trace>();
    flows.forEach(
        (name, flow) -> traces.add(deltas(Palette.label(name), flow.deltas(), traces.size())));
    var layout =
        Layout.builder("How much of the error arrives at each layer")
            .xAxis(Axis.builder().title("layer, counted from the input").build())
            .yAxis(Axis.builder().title("length of its delta").type(Axis.Type.LOG).build())
            .build();
    return Chart.of(layout, traces.toArray(Trace[]::new))
        .alt(
            flows.entrySet().stream()
                .map(e -> format("%s %.2g", Palette.label(e.getKey()), e.getValue().deltas()[0]))
                .collect(
                    Collectors.joining(
                        ", ", "Length of the first layer's delta beside the last one's: ", ".")));
  }

  private static Trace deltas(String name, double[] deltas, int color) {
    var line = Line.builder().color(Palette.color(color)).width(2);
    // With more curves than colours, each colour comes a second time with dots.
    var dash = color < 6 ? Line.Dash.SOLID : Line.Dash.DOT;
    return ScatterTrace.builder(Curve.counting(deltas.length), deltas)
        .mode(ScatterTrace.Mode.LINE)
        .name(name)
        .line(line.dash(dash).build())
        .build();
  }

  /**
   * Draws how many ReLU networks with one input, zero biases and He's start are born dead: for a
   * positive and for a negative input, which stand for all, some layer gives nothing but 0.
   *
   * @param widths how many units a hidden layer has: a curve for each
   * @param depths how many hidden layers there are
   * @param firstSeed the first seed
   * @param seeds how many networks for each point, at least 1
   * @return the share of dead networks against the depth, with its intervals
   */
  public static Chart bornDead(
      List<Integer> widths, List<Integer> depths, long firstSeed, int seeds) {
    Require.each("widths", widths);
    Require.each("depths", depths);
    Require.atLeast("the number of widths", widths.size(), 1);
    Require.atLeast("the number of depths", depths.size(), 1);
    var rates =
        widths.stream()
            .map(width -> depths.stream().map(d -> dead(width, d, firstSeed, seeds)).toList())
            .toList();
    var traces =
        IntStream.range(0, widths.size())
            .mapToObj(i -> dead(widths.get(i), depths, rates.get(i), Palette.color(i)))
            .toArray(Trace[]::new);
    var layout =
        Layout.builder("Networks that are born dead")
            .xAxis(Axis.builder().title("hidden layers").build())
            .yAxis(Axis.builder().title("share of networks, %").range(0, 103).build())
            .build();
    return Chart.of(layout, traces)
        .alt(
            IntStream.range(0, widths.size())
                .mapToObj(i -> units(widths.get(i)) + " a layer " + last(rates.get(i)))
                .collect(
                    Collectors.joining(
                        ", ",
                        format("Born dead with %d hidden layers: ", depths.get(depths.size() - 1)),
                        ".")));
  }

  private static Rate dead(int width, int depth, long firstSeed, int seeds) {
    var hidden = new Dense(width, Activation.RELU).kernelInitializer(Initializer.HE_UNIFORM);
    var model = Sequential.deep(1, depth, hidden, new Dense(1));
    var bothSigns = new SimpleMatrix(new double[][] {{-1}, {1}});
    return new Rate(BornDead.count(model, bothSigns, firstSeed, seeds), seeds);
  }

  private static Trace dead(int width, List<Integer> depths, List<Rate> rates, String color) {
    double[] x = depths.stream().mapToDouble(Integer::doubleValue).toArray();
    var line = Curve.of(units(width), x, Rates.percent(rates, Rate::value), color).build();
    return Rates.withIntervals(line, rates);
  }

  private static String last(List<Rate> rates) {
    return format("%.1f %%", 100 * rates.get(rates.size() - 1).value());
  }

  private static String units(int width) {
    return width + (width == 1 ? " unit" : " units");
  }
}
