package reluctant.chart;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reluctant.Require;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.Symbol;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** What theory says of each of some rates: a share from 0 to 1, or NaN where none is known. */
@SuppressWarnings("ArrayRecordComponent") // Handed around, never compared.
record ClosedForm(String name, double[] shares) {

  static final String NAME = "closed form";

  ClosedForm {
    for (double share : shares) {
      if (!((share >= 0 && share <= 1) || Double.isNaN(share))) {
        throw Require.refusal(name + " must be from 0 to 1. Received: " + share);
      }
    }
  }

  static <K> ClosedForm of(List<K> places, ToDoubleFunction<? super K> probability) {
    return new ClosedForm(NAME, places.stream().mapToDouble(probability).toArray());
  }

  boolean isKnown() {
    return !Arrays.stream(shares).allMatch(Double::isNaN);
  }

  double[] percent() {
    return Arrays.stream(shares).map(share -> 100 * share).toArray();
  }

  /** Diamonds above the names of bars. */
  Trace marks(Object[] labels, String color) {
    return ScatterTrace.builder(places(labels), DoubleColumn.create(name, percent()))
        .mode(ScatterTrace.Mode.MARKERS)
        .name(name)
        .marker(Marker.builder().symbol(Symbol.DIAMOND).size(11).color(color).build())
        .build();
  }

  private static Column<?> places(Object[] labels) {
    return Stream.of(labels).allMatch(Number.class::isInstance)
        ? DoubleColumn.create(
            "place", Stream.of(labels).mapToDouble(label -> ((Number) label).doubleValue()))
        : StringColumn.create("place", Arrays.copyOf(labels, labels.length, String[].class));
  }

  /** A line over numbers. */
  Trace line(double[] x, String color) {
    return Curve.of(name, x, percent(), color).build();
  }

  String words() {
    return Arrays.stream(shares).mapToObj(ClosedForm::words).collect(Collectors.joining(", "));
  }

  static String words(double share) {
    return Double.isNaN(share) ? "unknown" : format("%.1f %%", 100 * share);
  }
}
