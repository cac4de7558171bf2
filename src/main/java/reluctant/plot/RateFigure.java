package reluctant.plot;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import reluctant.Require;
import reluctant.sweep.End;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rate;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.Symbol;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * How often each outcome happened: bars of per cent with Wilson's intervals, and the closed form
 * where one is known. Immutable.
 *
 * <pre>{@code
 * RateFigure.of("2 ReLUs", "measured", outcomes).closedForm(halves -> halves.probability(2))
 * }</pre>
 *
 * @param <O> the type of an outcome
 */
public final class RateFigure<O extends Comparable<? super O>> {

  private record Bars<O extends Comparable<? super O>>(String name, Outcomes<O> outcomes) {
    Rate rate(O outcome) {
      return outcomes.rate(outcome);
    }
  }

  private final String title;
  private final List<Bars<O>> bars;
  private final List<double[]> closedForm;

  private RateFigure(String title, List<Bars<O>> bars, List<double[]> closedForm) {
    this.title = title;
    this.bars = bars;
    this.closedForm = closedForm;
  }

  /**
   * Begins a figure with one sweep.
   *
   * @param <O> the type of an outcome
   * @param title stands above
   * @param name names the bars
   * @param outcomes what was counted
   * @return the figure
   */
  public static <O extends Comparable<? super O>> RateFigure<O> of(
      String title, String name, Outcomes<O> outcomes) {
    Require.present("title", title);
    Require.present("name", name);
    Require.present("outcomes", outcomes);
    return new RateFigure<>(title, List.of(new Bars<>(name, outcomes)), List.of());
  }

  /**
   * Sets the bars of one more sweep beside those that are there.
   *
   * @param name names the bars
   * @param outcomes what was counted, of the same kind
   * @return a new figure
   */
  public RateFigure<O> and(String name, Outcomes<O> outcomes) {
    Require.present("name", name);
    Require.present("outcomes", outcomes);
    var more = new ArrayList<>(bars);
    more.add(new Bars<>(name, outcomes));
    return new RateFigure<>(title, List.copyOf(more), closedForm);
  }

  /**
   * Marks what theory says of each outcome.
   *
   * @param probability an outcome's probability, from 0 to 1
   * @return a new figure
   */
  public RateFigure<O> closedForm(ToDoubleFunction<O> probability) {
    Require.present("probability", probability);
    double[] values = outcomes().stream().mapToDouble(probability).toArray();
    return new RateFigure<>(title, bars, List.of(values));
  }

  /**
   * Draws it.
   *
   * @return the figure
   */
  public Chart chart() {
    Object[] labels = outcomes().stream().map(Palette::label).map(Palette::inLines).toArray();
    var traces = new ArrayList<Trace>();
    for (int i = 0; i < bars.size(); i++) {
      traces.add(bars(bars.get(i), labels, Palette.color(i)));
    }
    for (double[] probability : closedForm) {
      traces.add(marks(labels, probability, Palette.color(bars.size())));
    }
    var layout =
        Layout.builder(title())
            .barMode(Layout.BarMode.GROUP)
            .yAxis(Panels.titled("share of runs, %"))
            .build();
    return Chart.of(layout, traces.toArray(Trace[]::new)).alt(alt());
  }

  private String title() {
    return bars.stream()
        .map(series -> series.outcomes().end())
        .filter(End::isPartial)
        .findFirst()
        .map(end -> end.in(title))
        .orElse(title);
  }

  private Trace bars(Bars<O> series, Object[] labels, String color) {
    var rates = outcomes().stream().map(series::rate).toList();
    var bar =
        BarTrace.builder(labels, percent(rates, Rate::value))
            .name(series.name())
            .marker(Marker.builder().color(color).build())
            .build();
    return Extended.of(bar)
        .interval(
            percent(rates, rate -> rate.interval().low()),
            percent(rates, rate -> rate.interval().high()));
  }

  private static Trace marks(Object[] labels, double[] probability, String color) {
    double[] percent = Arrays.stream(probability).map(p -> 100 * p).toArray();
    var x =
        tech.tablesaw.api.StringColumn.create(
            "outcome", Arrays.copyOf(labels, labels.length, String[].class));
    var y = tech.tablesaw.api.DoubleColumn.create("closed form", percent);
    return ScatterTrace.builder(x, y)
        .mode(ScatterTrace.Mode.MARKERS)
        .name("closed form")
        .marker(Marker.builder().symbol(Symbol.DIAMOND).size(11).color(color).build())
        .build();
  }

  private List<O> outcomes() {
    return bars.stream()
        .flatMap(series -> series.outcomes().outcomes().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static double[] percent(List<Rate> rates, ToDoubleFunction<Rate> share) {
    return rates.stream().mapToDouble(rate -> 100 * share.applyAsDouble(rate)).toArray();
  }

  private String alt() {
    return bars.stream()
            .map(
                series ->
                    outcomes().stream()
                        .map(o -> Palette.label(o) + " " + series.rate(o))
                        .collect(Collectors.joining(", ", series.name() + ": ", "")))
            .collect(Collectors.joining("; ", title() + ". ", "."))
        + closedForm.stream()
            .map(
                values ->
                    Arrays.stream(values)
                        .mapToObj(p -> format("%.1f %%", 100 * p))
                        .collect(Collectors.joining(", ", " Closed form: ", ".")))
            .collect(Collectors.joining());
  }

  /** Returns the figure's text alternative. */
  @Override
  public String toString() {
    return alt();
  }
}
