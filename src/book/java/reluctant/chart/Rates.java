package reluctant.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import reluctant.sweep.End;
import reluctant.sweep.Rate;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A figure of rates: in per cent, each with Wilson's interval, beside what theory says where that
 * is known. Immutable.
 */
public abstract sealed class Rates
    permits RateFigure, RateBars, RateCurve, Comparison, DistributionCurves {

  static final String MEASURED = "measured";
  static final String SHARE = "share of runs, %";

  private final String title;

  Rates(String title) {
    this.title = title;
  }

  /**
   * Draws it.
   *
   * @return the figure
   */
  public abstract Chart chart();

  /** How the sweeps ended that were counted. */
  abstract Stream<End> ends();

  /** What is to be seen, behind the title. */
  abstract String words();

  /** The title as its author wrote it. */
  final String plainTitle() {
    return title;
  }

  /** The title, which says it if trials are missing. */
  final String title() {
    return ends().filter(End::isPartial).findFirst().map(end -> end.in(title)).orElse(title);
  }

  final String alt() {
    return title() + ". " + words();
  }

  /** Bars of a colour each, side by side, and marks for what theory says. */
  final Chart sideBySide(List<Trace> traces) {
    var layout =
        Layout.builder(title()).barMode(Layout.BarMode.GROUP).yAxis(Panels.titled(SHARE)).build();
    return Chart.of(layout, traces.toArray(Trace[]::new)).alt(alt());
  }

  static Trace bars(String name, Object[] labels, List<Rate> rates, String color) {
    var bars =
        BarTrace.builder(labels, percent(rates, Rate::value))
            .name(name)
            .marker(Marker.builder().color(color).build())
            .build();
    return withIntervals(bars, rates);
  }

  /** Adds Wilson's intervals, in per cent, to bars or points of these rates. */
  public static Extended withIntervals(Trace values, List<Rate> rates) {
    return Extended.of(values)
        .interval(
            percent(rates, rate -> rate.interval().low()),
            percent(rates, rate -> rate.interval().high()));
  }

  /** Returns a number of each rate, such as its share, in per cent. */
  public static double[] percent(List<Rate> rates, ToDoubleFunction<Rate> share) {
    return rates.stream().mapToDouble(rate -> 100 * share.applyAsDouble(rate)).toArray();
  }

  /** Returns the figure's text alternative. */
  @Override
  public String toString() {
    return alt();
  }
}
