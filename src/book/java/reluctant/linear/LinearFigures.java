package reluctant.linear;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.chart.Chart;
import reluctant.chart.ColorScale;
import reluctant.chart.Curve;
import reluctant.chart.Extended;
import reluctant.chart.Palette;
import reluctant.chart.Panels;
import reluctant.data.Dft;
import reluctant.data.FirFilter;
import reluctant.data.LeastSquares;
import reluctant.data.Signal;
import reluctant.figures.Frames;
import reluctant.nn.Network;
import reluctant.train.Epoch;
import reluctant.train.Run;
import reluctant.train.Trial;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.Symbol;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** The workbook's figures of a linear layer beside the truth and beside least squares. */
public final class LinearFigures {

  private static final int FRAMES = 20;

  private LinearFigures() {}

  /**
   * Draws the taps that layers learnt, those that least squares finds in the same samples, and the
   * true ones: a panel for each run.
   *
   * @param runs runs of one Dense layer on a {@link FirFilter}, at least one
   * @return the figure
   */
  public static Chart taps(List<Run> runs) {
    Require.atLeast("the number of runs", Require.each("runs", runs).size(), 1);
    var traces = new ArrayList<Trace>();
    for (int i = 0; i < runs.size(); i++) {
      traces.addAll(panel(i, runs.get(i)));
    }
    Chart chart = Panels.chart("Taps, learnt and true", runs.size(), traces);
    return Panels.axes(
            chart,
            runs.size(),
            i -> Panels.titled("tap, input " + Palette.label(signal(runs.get(i)))),
            i -> Panels.titled(Panels.once("value", i, runs.size())))
        .sharedScale()
        .alt(
            runs.stream()
                .map(LinearFigures::tapsInWords)
                .collect(
                    Collectors.joining("; ", "True taps as bars, learnt ones as points: ", ".")));
  }

  /**
   * Returns what went through the filter that a run learnt, to colour runs by.
   *
   * @param run the run of a trial on a {@link FirFilter}
   * @return the signal
   */
  public static Signal signal(Run run) {
    Require.present("run", run);
    return filter(run).signal();
  }

  private static FirFilter filter(Run run) {
    if (run.trial().data() instanceof FirFilter filter) {
      return filter;
    }
    throw Require.refusal("the data must be a firFilter. Received: " + run.trial().data());
  }

  private static String tapsInWords(Run run) {
    return format(
        "with input %s the largest error is %.2g of the largest tap",
        Palette.label(signal(run)), LinearMap.largestError(run.network(), filter(run)));
  }

  private static List<Trace> panel(int i, Run run) {
    double[] truth = filter(run).taps();
    Object[] taps = IntStream.range(0, truth.length).boxed().toArray();
    var grey = Marker.builder().color(Palette.DATA).build();
    var best = LeastSquares.of(run.trial().dataset()).kernel();
    var bars = BarTrace.builder(taps, truth).name("true").marker(grey).build();
    return List.of(
        Panels.in(i, bars).legendGroup("true").showLegend(i == 0),
        Panels.in(i, points("least squares", best, Symbol.DIAMOND, 1, 13))
            .legendGroup("least squares")
            .showLegend(i == 0),
        Panels.in(i, points("learnt", run.network().kernel(0), Symbol.CIRCLE, 0, 8))
            .legendGroup("learnt")
            .showLegend(i == 0));
  }

  private static Trace points(
      String name, SimpleMatrix kernel, Symbol symbol, int color, double size) {
    double[] tap = IntStream.range(0, kernel.getNumElements()).asDoubleStream().toArray();
    return ScatterTrace.builder(tap, kernel.getDDRM().data)
        .mode(ScatterTrace.Mode.MARKERS)
        .name(name)
        .marker(marker(symbol, color, size))
        .build();
  }

  private static Marker marker(Symbol symbol, int color, double size) {
    return Marker.builder().symbol(symbol).color(Palette.color(color)).size(size).build();
  }

  /**
   * Draws how a layer's kernel becomes the matrix of the DFT, beside the true matrix and that of
   * least squares. It opens on the last epoch and can be played from the start.
   *
   * @param trial one Dense layer on a {@link Dft}
   * @param epochs what a callback collected of its training, at least one
   * @return the figure, with a frame for the start and for some epochs
   */
  public static Chart matrices(Trial trial, List<Epoch> epochs) {
    Require.each("epochs", epochs);
    if (!(Require.present("trial", trial).data() instanceof Dft dft)) {
      throw Require.refusal("the data must be a dft. Received: " + trial.data());
    }
    var moments = Frames.of(trial, epochs, FRAMES);
    Network last = moments.get(moments.size() - 1).network();
    SimpleMatrix best = LeastSquares.of(trial.dataset()).kernel();
    var traces =
        List.of(
            heatmap(0, dft, last.kernel(0)),
            heatmap(1, dft, dft.matrix()),
            heatmap(2, dft, best).colorBar("weight").showScale(true));
    Chart chart = Panels.chart("The DFT as a kernel", traces.size(), traces);
    String[] names = {"learnt", "true", "least squares"};
    chart =
        Panels.axes(
            chart, traces.size(), i -> outputs(names[i]), i -> inputs(i == 0 ? "input t" : ""));
    for (Frames.Moment moment : moments) {
      chart = chart.frame(moment.name(), heatmap(0, dft, moment.network().kernel(0)));
    }
    return chart.alt(
        format(
            "Three matrices of %d x %d weights that look alike: learnt, true, least squares. At the"
                + " end the largest error of the learnt one is %.2g of its largest weight.",
            dft.features(), dft.outputs(), LinearMap.largestError(last, dft)));
  }

  private static Axis outputs(String name) {
    return Axis.builder().title(name + ": Re, Im").type(Axis.Type.CATEGORY).build();
  }

  private static Axis inputs(String title) {
    return Axis.builder().title(title).autoRange(Axis.AutoRange.REVERSED).build();
  }

  private static Extended heatmap(int panel, Dft dft, SimpleMatrix kernel) {
    Object[] outputs =
        Stream.of("r", "i")
            .flatMap(part -> IntStream.range(0, dft.bins()).mapToObj(bin -> part + bin))
            .toArray();
    Object[] inputs = IntStream.range(0, dft.features()).boxed().toArray();
    double largest = dft.matrix().elementMaxAbs();
    return Panels.in(panel, HeatmapTrace.builder(outputs, inputs, kernel.toArray2()).build())
        .colorScale(ColorScale.BLUE_ORANGE)
        .colorRange(-largest, largest)
        .hover("output", "input t", "weight")
        .showScale(false);
  }

  /**
   * Draws the error that is left against the noise on the targets: of the runs, of least squares on
   * the same samples, and what least squares leaves on average, s^2 (1 - p/n) for noise s, n
   * samples and p numbers in the layer.
   *
   * @param runs runs of one Dense layer on noisy filters, with as many samples, at least one
   * @return the figure
   */
  public static Chart noiseFloor(List<Run> runs) {
    Require.atLeast("the number of runs", Require.each("runs", runs).size(), 1);
    ToDoubleFunction<Run> expected =
        run -> {
          double s = filter(run).noise();
          return s * s * (1 - (double) run.network().parameters().length / filter(run).samples());
        };
    ToDoubleFunction<Run> best = run -> LeastSquares.of(run.trial().dataset()).mse();
    var dashed = Line.builder().color(Palette.DATA).dash(Line.Dash.DASH).width(2).build();
    var floor = line("closed form", runs, expected, ScatterTrace.Mode.LINE).line(dashed);
    var diamonds =
        line("least squares", runs, best, ScatterTrace.Mode.MARKERS)
            .marker(marker(Symbol.DIAMOND, 1, 13));
    var circles =
        line("learnt", runs, LinearFigures::lastLoss, ScatterTrace.Mode.MARKERS)
            .marker(marker(Symbol.CIRCLE, 0, 8));
    var layout =
        Layout.builder("What is left is the noise")
            .xAxis(Panels.powersOfTen("noise, standard deviation"))
            .yAxis(Panels.powersOfTen("mean squared error"))
            .build();
    return Chart.of(layout, floor.build(), diamonds.build(), circles.build())
        .alt(
            runs.stream()
                .map(
                    run ->
                        format(
                            "with noise %s the loss ends at %.3g, and least squares leaves %.3g",
                            filter(run).noise(), lastLoss(run), best.applyAsDouble(run)))
                .collect(Collectors.joining("; ", "Error against noise: ", ".")));
  }

  private static ScatterTrace.ScatterBuilder line(
      String name, List<Run> runs, ToDoubleFunction<Run> value, ScatterTrace.Mode mode) {
    double[] noise = runs.stream().mapToDouble(run -> filter(run).noise()).toArray();
    double[] values = runs.stream().mapToDouble(value).toArray();
    int[] sorted = Curve.ascending(noise);
    return ScatterTrace.builder(Curve.pick(noise, sorted), Curve.pick(values, sorted))
        .mode(mode)
        .name(name);
  }

  private static double lastLoss(Run run) {
    return Arrays.stream(run.history().loss()).reduce(Double.NaN, (first, last) -> last);
  }
}
