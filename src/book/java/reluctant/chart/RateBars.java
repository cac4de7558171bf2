package reluctant.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.sweep.End;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rate;
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
public final class RateBars extends Rates {

  private record Bar(String series, String name, Rate rate, End end, double closedForm) {}

  private final List<Bar> bars;

  private RateBars(String title, List<Bar> bars) {
    super(title);
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
      String series = grid.columns() == 1 ? MEASURED : Palette.label(grid.axes().get(1), column);
      for (int row = 0; row < grid.rows(); row++) {
        Rate rate = grid.cell(row, column).rate(outcome);
        String name = Palette.label(grid.axes().get(0), row);
        bars.add(new Bar(series, name, rate, grid.end(), Double.NaN));
      }
    }
    return new RateBars(title, List.copyOf(bars));
  }

  /**
   * Adds a bar.
   *
   * @param name what was set, no other bar's
   * @param rate what was counted
   * @return a new figure
   */
  public RateBars bar(String name, Rate rate) {
    return with(name, rate, Double.NaN);
  }

  /**
   * Adds a bar, and a mark for what theory says.
   *
   * @param name what was set, no other bar's
   * @param rate what was counted
   * @param closedForm the probability, from 0 to 1
   * @return a new figure
   */
  public RateBars bar(String name, Rate rate, double closedForm) {
    return with(name, rate, Checks.share("closedForm", closedForm));
  }

  private RateBars with(String name, Rate rate, double closedForm) {
    Require.present("name", name);
    Require.present("rate", rate);
    if (bars.stream().anyMatch(bar -> bar.series().equals(MEASURED) && bar.name().equals(name))) {
      throw Require.refusal("name must be no other bar's. Received: " + name);
    }
    var more = new ArrayList<>(bars);
    more.add(new Bar(MEASURED, name, rate, End.COMPLETED, closedForm));
    return new RateBars(plainTitle(), List.copyOf(more));
  }

  /**
   * Draws it.
   *
   * @return the figure
   * @throws IllegalArgumentException if it has no bars
   */
  @Override
  public Chart chart() {
    Require.atLeast("the number of bars", bars.size(), 1);
    var traces = new ArrayList<Trace>();
    for (String series : bars.stream().map(Bar::series).distinct().toList()) {
      var some = bars.stream().filter(bar -> bar.series().equals(series)).toList();
      var rates = some.stream().map(Bar::rate).toList();
      traces.add(bars(series, labels(some), rates, Palette.color(traces.size())));
    }
    var theory = ClosedForm.of(bars, Bar::closedForm);
    if (theory.isKnown()) {
      traces.add(theory.marks(labels(bars), Palette.color(traces.size())));
    }
    return sideBySide(traces);
  }

  private static Object[] labels(List<Bar> some) {
    return some.stream().map(bar -> Palette.inLines(bar.name())).toArray();
  }

  @Override
  Stream<End> ends() {
    return bars.stream().map(Bar::end);
  }

  @Override
  String words() {
    return bars.stream().map(RateBars::words).collect(Collectors.joining(", ", "", "."));
  }

  private static String words(Bar bar) {
    String name = bar.series().equals(MEASURED) ? bar.name() : bar.name() + ", " + bar.series();
    String theory =
        Double.isNaN(bar.closedForm())
            ? ""
            : " (closed form " + ClosedForm.words(bar.closedForm()) + ")";
    return name + ": " + bar.rate() + theory;
  }
}
