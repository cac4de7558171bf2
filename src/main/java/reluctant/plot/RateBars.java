package reluctant.plot;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reluctant.Require;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rate;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.Symbol;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * How often one outcome happened under several settings: bars of per cent with Wilson's intervals,
 * and the closed form where one is known. Immutable.
 *
 * <pre>{@code
 * RateBars.of("|x| learnt", grid, BOTH)   // a bar for each row, a colour for each column
 * RateBars.of("By start").bar("w > 0", right, 1).bar("w < 0", left, 0)
 * }</pre>
 */
public final class RateBars {

  /** A bar; the closed form is NaN where none is known. */
  private record Bar(String series, String name, Rate rate, double closedForm) {
    String label() {
      return Palette.inLines(name);
    }
  }

  private final String title;
  private final List<Bar> bars;

  private RateBars(String title, List<Bar> bars) {
    this.title = title;
    this.bars = bars;
  }

  /**
   * Begins a figure.
   *
   * @param title stands above
   * @return a figure without bars
   */
  public static RateBars of(String title) {
    return new RateBars(Require.present("title", title), List.of());
  }

  /**
   * Draws what a grid counted.
   *
   * @param <O> the type of an outcome
   * @param title stands above
   * @param grid a bar for each value of its first axis, a colour for each of its second one
   * @param outcome what the bars count
   * @return the figure
   */
  public static <O extends Comparable<? super O>> RateBars of(
      String title, Outcomes<O> grid, O outcome) {
    Require.present("title", title);
    if (Require.present("grid", grid).axes().isEmpty()) {
      throw Require.refusal(
          "grid must have 1 or 2 axes, draw a single sweep with RateFigure. Received: []");
    }
    Require.present("outcome", outcome);
    var bars = new ArrayList<Bar>();
    for (int column = 0; column < grid.columns(); column++) {
      String series = grid.columns() == 1 ? "measured" : Palette.label(grid.axes().get(1), column);
      for (int row = 0; row < grid.rows(); row++) {
        Rate rate = grid.cell(row, column).rate(outcome);
        bars.add(new Bar(series, Palette.label(grid.axes().get(0), row), rate, Double.NaN));
      }
    }
    return new RateBars(grid.end().in(title), List.copyOf(bars));
  }

  /**
   * Adds a bar.
   *
   * @param name what was set
   * @param rate what was counted
   * @return a new figure
   */
  public RateBars bar(String name, Rate rate) {
    Require.present("name", name);
    Require.present("rate", rate);
    return with(new Bar("measured", name, rate, Double.NaN));
  }

  /**
   * Adds a bar, and a mark for what theory says.
   *
   * @param name what was set
   * @param rate what was counted
   * @param closedForm the probability, from 0 to 1
   * @return a new figure
   */
  public RateBars bar(String name, Rate rate, double closedForm) {
    Require.present("name", name);
    Require.present("rate", rate);
    return with(new Bar("measured", name, rate, Checks.share("closedForm", closedForm)));
  }

  private RateBars with(Bar bar) {
    var more = new ArrayList<>(bars);
    more.add(bar);
    return new RateBars(title, List.copyOf(more));
  }

  /**
   * Draws it.
   *
   * @return the figure
   * @throws IllegalArgumentException if it has no bars
   */
  public Chart chart() {
    Require.atLeast("the number of bars", bars.size(), 1);
    var traces = new ArrayList<Trace>();
    List<String> series = bars.stream().map(Bar::series).distinct().toList();
    IntStream.range(0, series.size())
        .forEach(i -> traces.add(drawn(barsOf(series.get(i)), Palette.color(i))));
    if (bars.stream().anyMatch(bar -> !Double.isNaN(bar.closedForm()))) {
      traces.add(marks());
    }
    var layout =
        Layout.builder(title)
            .barMode(Layout.BarMode.GROUP)
            .yAxis(Panels.titled("share of runs, %"))
            .build();
    return Chart.of(layout, traces.toArray(Trace[]::new)).alt(alt());
  }

  private List<Bar> barsOf(String series) {
    return bars.stream().filter(bar -> bar.series().equals(series)).toList();
  }

  private static Trace drawn(List<Bar> some, String color) {
    Object[] names = some.stream().map(Bar::label).toArray();
    var trace =
        BarTrace.builder(names, percent(some, bar -> bar.rate().value()))
            .name(some.get(0).series())
            .marker(Marker.builder().color(color).build())
            .build();
    return Extended.of(trace)
        .interval(
            percent(some, bar -> bar.rate().interval().low()),
            percent(some, bar -> bar.rate().interval().high()));
  }

  private Trace marks() {
    var names = StringColumn.create("setting", bars.stream().map(Bar::label).toList());
    var values = DoubleColumn.create("closed form", percent(bars, Bar::closedForm));
    return ScatterTrace.builder(names, values)
        .mode(ScatterTrace.Mode.MARKERS)
        .name("closed form")
        .marker(Marker.builder().symbol(Symbol.DIAMOND).size(11).color(Palette.color(1)).build())
        .build();
  }

  private static double[] percent(List<Bar> some, ToDoubleFunction<Bar> share) {
    return some.stream().mapToDouble(bar -> 100 * share.applyAsDouble(bar)).toArray();
  }

  private String alt() {
    return bars.stream().map(RateBars::text).collect(Collectors.joining(", ", title + ". ", "."));
  }

  private static String text(Bar bar) {
    String name = bar.series().equals("measured") ? bar.name() : bar.name() + ", " + bar.series();
    String theory =
        Double.isNaN(bar.closedForm())
            ? ""
            : format(" (closed form %.1f %%)", 100 * bar.closedForm());
    return name + ": " + bar.rate() + theory;
  }

  /** Returns the figure's text alternative. */
  @Override
  public String toString() {
    return alt();
  }
}
