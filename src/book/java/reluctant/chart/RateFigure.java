package reluctant.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.sweep.End;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rate;
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
public final class RateFigure<O extends Comparable<? super O>> extends Rates {

  private record Bars<O extends Comparable<? super O>>(String name, Outcomes<O> outcomes) {
    List<Rate> rates(List<O> some) {
      return some.stream().map(outcomes::rate).toList();
    }
  }

  private final List<Bars<O>> bars;
  private final ToDoubleFunction<? super O> probability;

  private RateFigure(String title, List<Bars<O>> bars, ToDoubleFunction<? super O> probability) {
    super(title);
    this.bars = bars;
    this.probability = probability;
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
    return new RateFigure<O>(title, List.of(), outcome -> Double.NaN).and(name, outcomes);
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
    return new RateFigure<>(plainTitle(), List.copyOf(more), probability);
  }

  /**
   * Marks what theory says of each outcome, also of those of sweeps that are added later.
   *
   * @param probability an outcome's probability, from 0 to 1, or NaN if none is known
   * @return a new figure
   * @throws IllegalArgumentException if it is another number
   */
  public RateFigure<O> closedForm(ToDoubleFunction<? super O> probability) {
    Require.present("probability", probability);
    ClosedForm.of(outcomes(), probability); // Refused here, where its author sees it.
    return new RateFigure<>(plainTitle(), bars, probability);
  }

  @Override
  public Chart chart() {
    List<O> outcomes = outcomes();
    Object[] labels = outcomes.stream().map(RateFigure::label).toArray();
    var traces = new ArrayList<Trace>();
    for (Bars<O> some : bars) {
      String color = Palette.color(traces.size());
      traces.add(bars(some.name(), labels, some.rates(outcomes), color));
    }
    var theory = ClosedForm.of(outcomes, probability);
    if (theory.isKnown()) {
      traces.add(theory.marks(labels, Palette.color(traces.size())));
    }
    return sideBySide(traces);
  }

  /** A number stays one, at its place on the axis. */
  private static Object label(Object outcome) {
    return outcome instanceof Number ? outcome : Palette.inLines(Palette.label(outcome));
  }

  private List<O> outcomes() {
    return bars.stream()
        .flatMap(some -> some.outcomes().outcomes().stream())
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  Stream<End> ends() {
    return bars.stream().map(some -> some.outcomes().end());
  }

  @Override
  String words() {
    List<O> outcomes = outcomes();
    var theory = ClosedForm.of(outcomes, probability);
    return bars.stream()
            .map(some -> some.name() + ": " + words(some, outcomes))
            .collect(Collectors.joining("; ", "", "."))
        + (theory.isKnown() ? " Closed form: " + theory.words() + "." : "");
  }

  private static <O extends Comparable<? super O>> String words(Bars<O> some, List<O> outcomes) {
    return outcomes.stream()
        .map(outcome -> Palette.label(outcome) + " " + some.outcomes().rate(outcome))
        .collect(Collectors.joining(", "));
  }
}
