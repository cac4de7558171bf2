package reluctant.figures;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.chart.Chart;
import reluctant.chart.Curve;
import reluctant.chart.Extended;
import reluctant.chart.Extent;
import reluctant.chart.Palette;
import reluctant.chart.StraightLine;
import reluctant.data.Dataset;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.train.Run;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ContourTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A classifier in the plane, from above: the points in their classes' colours, the boundary between
 * the answers, and the line w x + b = 0 of each unit of the first layer. It is drawn in the data's
 * own units; columns and classes of a CSV file have their names.
 */
final class ClassMap {
  private static final int GRID = 61;
  private static final int MOST_POINTS = 400;
  private static final int MOST_UNITS = 12;
  private static final double MARGIN = 0.08;

  private final Network network;
  private final Dataset data;
  private final SimpleMatrix places;
  private final PlaneNames names;
  private final Labels labels;
  private final Extent x1;
  private final Extent x2;

  ClassMap(Run run) {
    data = Require.present("run", run).trial().dataset();
    if (data.features() != 2) {
      throw Require.refusal(
          "the data must have two columns of inputs to be drawn. Received: " + data.features());
    }
    network = run.network();
    places = data.unscaled().inputs();
    names = PlaneNames.of(run.trial().data());
    labels = Labels.of(data.targets());
    x1 = Extent.of(column(0)).widened(MARGIN);
    x2 = Extent.of(column(1)).widened(MARGIN);
  }

  private double[] column(int input) {
    return places.getColumn(input).getDDRM().data;
  }

  Chart chart() {
    var traces = new ArrayList<Trace>(boundaries());
    traces.addAll(units());
    traces.addAll(points());
    var layout =
        Layout.builder(format("%.1f %% of the points have their class", 100 * right()))
            .xAxis(Axis.builder().title(names.input(0)).range(x1.low(), x1.high()).build())
            .yAxis(Axis.builder().title(names.input(1)).range(x2.low(), x2.high()).build())
            .build();
    return Chart.of(layout, traces.toArray(Trace[]::new)).equalScales().alt(alt());
  }

  /** The share of samples whose answer is their class. */
  private double right() {
    SimpleMatrix answers = network.predict(data.inputs());
    long right =
        IntStream.range(0, data.samples())
            .filter(i -> labels.answer(answers, i) == labels.sample(i))
            .count();
    return (double) right / data.samples();
  }

  /** Of two classes one line; of more, each class has its own. */
  private List<Trace> boundaries() {
    double[] across = places(x1);
    double[] up = places(x2);
    SimpleMatrix answers = network.predict(data.scaling().inputs(grid(across, up)));
    return IntStream.range(labels.count() == 2 ? 1 : 0, labels.count())
        .mapToObj(label -> boundary(across, up, answers, label))
        .toList();
  }

  private Trace boundary(double[] across, double[] up, SimpleMatrix answers, int label) {
    var margins = new double[GRID][GRID];
    for (int i = 0; i < GRID * GRID; i++) {
      margins[i / GRID][i % GRID] = labels.margin(answers, i, label);
    }
    var contour = ContourTrace.builder(boxed(across), boxed(up), margins);
    contour.name("boundary");
    return Extended.of(contour.build())
        .line(0, Palette.DATA)
        .legendGroup("boundary")
        .showLegend(label <= 1 && label == labels.count() - 1);
  }

  private static double[] places(Extent extent) {
    double step = (extent.high() - extent.low()) / (GRID - 1);
    return IntStream.range(0, GRID).mapToDouble(i -> extent.low() + i * step).toArray();
  }

  private static SimpleMatrix grid(double[] across, double[] up) {
    var grid = new SimpleMatrix(GRID * GRID, 2);
    for (int i = 0; i < GRID * GRID; i++) {
      grid.setRow(i, 0, across[i % GRID], up[i / GRID]);
    }
    return grid;
  }

  private static Object[] boxed(double[] places) {
    return DoubleStream.of(places).boxed().toArray();
  }

  /** The lines of the first layer's units, if it has few and none of them stands still. */
  private List<Trace> units() {
    boolean few =
        network.model().layers().get(0) instanceof Dense first
            && first.units() <= MOST_UNITS
            && network.model().layers().size() > 1;
    if (!few) {
      return List.of();
    }
    return IntStream.range(0, network.kernel(0).getNumCols())
        .filter(unit -> network.kernel(0).getColumn(unit).normF() > 0)
        .mapToObj(this::unit)
        .toList();
  }

  private Trace unit(int unit) {
    SimpleMatrix kernel = network.kernel(0);
    double far = 3 * (reach(x1) + reach(x2));
    double[] line = inOwnUnits(kernel.get(0, unit), kernel.get(1, unit), network.bias(0).get(unit));
    double[][] ends = StraightLine.ends(line[0], line[1], line[2], far);
    var dots = Line.builder().color(Palette.DATA).width(1.5).dash(Line.Dash.DOT).build();
    return Extended.of(
            Curve.path("units of the first layer", ends[0], ends[1], Palette.DATA)
                .line(dots)
                .build())
        .legendGroup("units")
        .showLegend(unit == 0);
  }

  private static double reach(Extent extent) {
    return Math.max(Math.abs(extent.low()), Math.abs(extent.high()));
  }

  /** The numbers of the line w z + b = 0 where z came from x: its left side is linear in x, too. */
  private double[] inOwnUnits(double w1, double w2, double b) {
    double[][] corners = {{0, 0}, {1, 0}, {0, 1}};
    SimpleMatrix z = data.scaling().inputs(new SimpleMatrix(corners));
    double origin = w1 * z.get(0, 0) + w2 * z.get(0, 1);
    double right = w1 * z.get(1, 0) + w2 * z.get(1, 1);
    double above = w1 * z.get(2, 0) + w2 * z.get(2, 1);
    return new double[] {right - origin, above - origin, b + origin};
  }

  private List<Trace> points() {
    var traces = new ArrayList<Trace>();
    int[] shown = Curve.evenly(data.samples(), MOST_POINTS);
    for (int label = 0; label < labels.count(); label++) {
      int here = label;
      int[] members = IntStream.of(shown).filter(i -> labels.sample(i) == here).toArray();
      if (members.length > 0) {
        traces.add(
            ScatterTrace.builder(Curve.pick(column(0), members), Curve.pick(column(1), members))
                .mode(ScatterTrace.Mode.MARKERS)
                .name(names.classOr(label, labels.name(label)))
                .marker(Marker.builder().color(Palette.color(label)).size(7).build())
                .build());
      }
    }
    return traces;
  }

  private String alt() {
    return format(
        "Points of %d classes in the plane, with the boundary between the network's answers: %.1f"
            + " %% of %,d points have their class.",
        labels.count(), 100 * right(), data.samples());
  }
}
