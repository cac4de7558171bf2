package reluctant.chart;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.sweep.End;
import reluctant.sweep.Numbers;
import reluctant.sweep.Quantile;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * How the numbers of runs are distributed: for each number, the share of runs that have this one or
 * a smaller one, in steps (the empirical distribution function), with the quartiles and their
 * intervals. A flat stretch is a gap that no run lies in. A curve ends below 100 % where some runs
 * never get a number; the legend says how many. An interval without an end goes to the end of the
 * axis. Immutable.
 *
 * <pre>{@code
 * DistributionCurves.of("Some are only slow", "epochs to loss 0.01", numbers)
 * }</pre>
 */
public final class DistributionCurves extends Rates {

  private static final String QUARTILES = "quartiles, 95 % intervals";

  private record Sample(String name, Numbers numbers) {
    Stream<Quantile> quartiles() {
      return DoubleStream.of(0.25, 0.5, 0.75).mapToObj(numbers::quantile);
    }

    /** The numbers that have a place on an axis. */
    double[] drawn(NumberAxis axis) {
      return Arrays.stream(numbers.values()).filter(axis::hasPlace).toArray();
    }

    String words() {
      String quartiles = quartiles().map(Quantile::toString).collect(Collectors.joining(", "));
      return format("%s: quartiles %s, never %s", name, quartiles, numbers.never());
    }
  }

  private final String number;
  private final List<Sample> samples;

  private DistributionCurves(String title, String number, List<Sample> samples) {
    super(title);
    this.number = number;
    this.samples = samples;
  }

  /**
   * Draws the numbers of a sweep: one curve, or one for each value of its axis.
   *
   * @param title stands above
   * @param number what the numbers are, such as "epochs to loss 0.01"
   * @param numbers of a sweep with at most one axis
   * @return the figure, its axis logarithmic if the numbers span more than a factor of 9 and none
   *     is negative; a 0 then stands before all others
   * @throws IllegalArgumentException if the grid has two axes or more than six cells
   */
  public static DistributionCurves of(String title, String number, Numbers numbers) {
    Require.present("title", title);
    Require.present("number", number);
    if (Require.present("numbers", numbers).axes().size() > 1) {
      throw Require.refusal(
          "numbers must be of a grid with at most 1 axis, take some cells by and(..). Received: "
              + numbers.axes());
    }
    var curves = new DistributionCurves(title, number, List.of());
    if (numbers.axes().isEmpty()) {
      return curves.and(MEASURED, numbers);
    }
    for (int row = 0; row < numbers.rows(); row++) {
      curves = curves.and(Palette.label(numbers.axes().get(0), row), numbers.cell(row, 0));
    }
    return curves;
  }

  /**
   * Adds a curve.
   *
   * @param name stands in the legend
   * @param numbers of a single cell
   * @return a new figure
   * @throws IllegalArgumentException if there are six already, which is as many as there are
   *     colours
   */
  public DistributionCurves and(String name, Numbers numbers) {
    Require.present("name", name);
    Require.present("numbers", numbers).never(); // Refused here, where its author sees it.
    if (samples.size() == Palette.GROUPS) {
      throw Require.refusal(
          format(
              "a figure must have at most %d curves, draw some of the cells in another one."
                  + " Received: one more, %s",
              Palette.GROUPS, name));
    }
    var more = Stream.concat(samples.stream(), Stream.of(new Sample(name, numbers))).toList();
    return new DistributionCurves(plainTitle(), number, more);
  }

  @Override
  public Chart chart() {
    var axis = NumberAxis.of(number, samples.stream().map(Sample::numbers).toList());
    var traces = new ArrayList<Trace>();
    for (int i = 0; i < samples.size(); i++) {
      traces.add(steps(samples.get(i), axis, Palette.color(i)));
    }
    for (int i = 0; i < samples.size(); i++) {
      traces.add(quartiles(samples.get(i), axis, Palette.color(i)).showLegend(i == 0));
    }
    var share = Axis.builder().title(SHARE).range(0, 101).build();
    var layout = Layout.builder(title()).xAxis(axis.axis()).yAxis(share).build();
    return Chart.of(layout, traces.toArray(Trace[]::new)).alt(alt());
  }

  /** Goes up at each number, and on to the end of the axis. */
  private static Trace steps(Sample sample, NumberAxis axis, String color) {
    double[] drawn = sample.drawn(axis);
    int before = sample.numbers().values().length - drawn.length;
    var x = new double[drawn.length + 2];
    var y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      boolean isEnd = i == x.length - 1;
      x[i] = isEnd ? axis.high() : i == 0 ? axis.low() : drawn[i - 1];
      y[i] = 100.0 * (before + (isEnd ? drawn.length : i)) / sample.numbers().trials();
    }
    var line = Line.builder().color(color).width(2).shape(Line.Shape.HV).build();
    return Curve.path(legend(sample), x, y, color).line(line).build();
  }

  private static String legend(Sample sample) {
    var never = sample.numbers().never();
    return never.count() == 0
        ? sample.name()
        : sample.name() + format(", never %.1f %%", 100 * never.value());
  }

  private static Extended quartiles(Sample sample, NumberAxis axis, String color) {
    Quantile[] quartiles = sample.quartiles().toArray(Quantile[]::new);
    double[] x = Stream.of(quartiles).mapToDouble(one -> axis.place(one.value())).toArray();
    var points =
        ScatterTrace.builder(x, new double[] {25, 50, 75})
            .mode(ScatterTrace.Mode.MARKERS)
            .name(QUARTILES)
            .marker(Marker.builder().size(9).color(color).build())
            .build();
    return Extended.of(points)
        .intervalAlongX(
            Stream.of(quartiles).mapToDouble(one -> axis.end(one.low())).toArray(),
            Stream.of(quartiles).mapToDouble(one -> axis.end(one.high())).toArray())
        .legendGroup(QUARTILES);
  }

  @Override
  Stream<End> ends() {
    return samples.stream().map(sample -> sample.numbers().end());
  }

  @Override
  String words() {
    return samples.stream()
        .map(Sample::words)
        .collect(Collectors.joining("; ", format("Share of runs by %s. ", number), "."));
  }
}
