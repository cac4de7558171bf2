package reluctant.chart;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.sweep.End;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rate;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * How a rate changes with a number: points of per cent with Wilson's intervals, and lines of the
 * closed forms where some are known. The number's axis is logarithmic if it spans more than a
 * factor of 9. Immutable.
 *
 * <pre>{@code
 * RateCurve.of("More units, more success", grid, BOTH)
 *     .closedForm("closed form", units -> BOTH.probability((int) units))
 * }</pre>
 */
public final class RateCurve extends Rates {

  /** What theory says; a bound of what may be measured is drawn as such. */
  private record Line(String name, DoubleUnaryOperator probability, boolean isBound) {}

  private static final String SEEDS = "number of seeds";
  private static final String BOUNDS = "bounds of 95 % of rates";
  private static final String LOWER = "lower bound of 95 %";

  /** A bound is no straight line between two steps. */
  private static final int POINTS = 60;

  private final Steps steps;
  private final List<Rate> rates;
  private final End end;
  private final List<Line> lines;

  private RateCurve(String title, Steps steps, List<Rate> rates, End end, List<Line> lines) {
    super(title);
    this.steps = steps;
    this.end = end;
    this.rates = rates;
    this.lines = lines;
  }

  /**
   * Draws the share of an outcome along a grid.
   *
   * @param <O> the type of an outcome
   * @param title stands above
   * @param grid what was counted over one axis of ascending numbers
   * @param outcome whose share is drawn
   * @return the figure
   * @throws IllegalArgumentException if the grid has two axes, or values that are no numbers or do
   *     not ascend
   */
  public static <O extends Comparable<? super O>> RateCurve of(
      String title, Outcomes<O> grid, O outcome) {
    Require.present("title", title);
    Require.present("outcome", outcome);
    if (Require.present("grid", grid).axes().size() != 1) {
      throw Require.refusal(
          "grid must have 1 axis, draw two with SuccessMap. Received: " + grid.axes());
    }
    var rates =
        IntStream.range(0, grid.rows()).mapToObj(row -> grid.cell(row, 0).rate(outcome)).toList();
    return new RateCurve(title, Steps.of(grid.axes().get(0)), rates, grid.end(), List.of());
  }

  /**
   * Draws the share of an outcome against the number of seeds that it rests on.
   *
   * @param <O> the type of an outcome
   * @param title stands above
   * @param sweeps at least one, by ascending number of trials
   * @param outcome whose share is drawn
   * @return the figure
   */
  public static <O extends Comparable<? super O>> RateCurve bySeeds(
      String title, List<Outcomes<O>> sweeps, O outcome) {
    Require.present("title", title);
    Require.present("outcome", outcome);
    Require.atLeast("the number of sweeps", Require.each("sweeps", sweeps).size(), 1);
    var shown = new ArrayList<Outcomes<O>>();
    for (Outcomes<O> sweep : sweeps) {
      // One that was interrupted may have no more trials than the one before.
      if (!sweep.isPartial() || sweep.trials() > most(shown)) {
        shown.add(sweep);
      }
    }
    double[] seeds = shown.stream().mapToDouble(Outcomes::trials).toArray();
    var rates = shown.stream().map(sweep -> sweep.rate(outcome)).toList();
    End last = sweeps.get(sweeps.size() - 1).end();
    return new RateCurve(title, Steps.of(SEEDS, seeds), rates, last, List.of());
  }

  private static <O extends Comparable<? super O>> long most(List<Outcomes<O>> sweeps) {
    return sweeps.isEmpty() ? -1 : sweeps.get(sweeps.size() - 1).trials();
  }

  /**
   * Adds a line of what theory says.
   *
   * @param name stands in the legend
   * @param probability from the axis' number to a share, from 0 to 1, or NaN if none is known
   * @return a new figure
   * @throws IllegalArgumentException if it is another number
   */
  public RateCurve closedForm(String name, DoubleUnaryOperator probability) {
    Require.present("name", name);
    Require.present("probability", probability);
    var line = new Line(name, probability, false);
    theory(line); // Refused here, where its author sees it.
    return with(line);
  }

  private RateCurve with(Line line) {
    var more = Stream.concat(lines.stream(), Stream.of(line)).toList();
    return new RateCurve(plainTitle(), steps, rates, end, more);
  }

  /**
   * Adds the share that theory says, and the two lines between which 95 % of the rates measured
   * with so many seeds lie: p &plusmn; 1.96 sqrt(p (1 - p) / n).
   *
   * @param probability p, from 0 to 1
   * @return a new figure
   * @throws IllegalStateException if the rates are not drawn against the number of seeds
   */
  public RateCurve scatterAbout(double probability) {
    double p = Checks.share("probability", probability);
    if (!steps.name().equals(SEEDS)) {
      throw new IllegalStateException(
          Require.told(
              "the scatter belongs to a curve by number of seeds, begin with RateCurve.bySeeds."
                  + " Received: "
                  + steps.name()));
    }
    DoubleUnaryOperator reach = seeds -> 1.96 * Math.sqrt(p * (1 - p) / seeds);
    return closedForm("closed form", seeds -> p)
        .with(new Line(LOWER, seeds -> p - reach.applyAsDouble(seeds), true))
        .with(new Line("upper bound of 95 %", seeds -> p + reach.applyAsDouble(seeds), true));
  }

  @Override
  public Chart chart() {
    var traces = new ArrayList<Trace>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      traces.add(
          line.isBound() ? bound(line) : theory(line).line(steps.values(), Palette.color(i + 1)));
    }
    traces.add(measured());
    var share = Axis.builder().title(SHARE).range(0, 1.05 * highest()).build();
    var layout = Layout.builder(title()).xAxis(steps.axis()).yAxis(share).build();
    return Chart.of(layout, traces.toArray(Trace[]::new)).alt(alt());
  }

  /** The highest that is drawn, in per cent. */
  private double highest() {
    var whiskers = rates.stream().mapToDouble(rate -> 100 * rate.interval().high());
    var theory =
        lines.stream().flatMapToDouble(line -> DoubleStream.of(percent(line, steps.values())));
    return DoubleStream.concat(whiskers, theory).filter(Double::isFinite).max().orElse(100);
  }

  private ClosedForm theory(Line line) {
    double[] at = steps.values();
    return new ClosedForm(line.name(), Arrays.stream(at).map(line.probability()).toArray());
  }

  private Trace bound(Line line) {
    double[] x = steps.between(POINTS);
    var dashed =
        tech.tablesaw.plotly.components.Line.builder()
            .color(Palette.DATA)
            .dash(tech.tablesaw.plotly.components.Line.Dash.DASH)
            .width(2)
            .build();
    return Extended.of(Curve.of(BOUNDS, x, percent(line, x), Palette.DATA).line(dashed).build())
        .legendGroup(BOUNDS)
        .showLegend(line.name().equals(LOWER));
  }

  private static double[] percent(Line line, double[] x) {
    return Arrays.stream(x).map(at -> 100 * line.probability().applyAsDouble(at)).toArray();
  }

  private Trace measured() {
    var points =
        ScatterTrace.builder(steps.values(), percent(rates, Rate::value))
            .mode(ScatterTrace.Mode.MARKERS)
            .name(MEASURED)
            .marker(Marker.builder().size(9).color(Palette.color(0)).build())
            .build();
    return withIntervals(points, rates);
  }

  @Override
  Stream<End> ends() {
    return Stream.of(end);
  }

  @Override
  String words() {
    String measured =
        IntStream.range(0, rates.size())
            .mapToObj(i -> steps.label(i) + ": " + rates.get(i))
            .collect(Collectors.joining(", "));
    return format("Measured by %s: %s.", steps.name(), measured)
        + lines.stream().map(line -> words(line)).collect(Collectors.joining());
  }

  private String words(Line line) {
    return Arrays.stream(percent(line, steps.values()))
        .mapToObj(percent -> ClosedForm.words(percent / 100))
        .collect(Collectors.joining(", ", " " + line.name() + ": ", "."));
  }
}
