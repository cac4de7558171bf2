package reluctant.chart;

import static reluctant.Text.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import reluctant.Require;
import reluctant.elementary.Elementary;
import reluctant.sweep.Axis;
import tech.tablesaw.plotly.components.TickSettings;

/**
 * What stands along one side of a grid: numbers, which grow by a factor or by a summand, or names
 * at the numbers 0, 1, ..
 */
@SuppressWarnings("ArrayRecordComponent") // Handed around, never compared.
record Steps(String name, double[] values, List<String> names) {

  /** Numbers that grow by more than this in all are drawn on a logarithmic axis. */
  private static final double WIDE = 9;

  static Steps of(Axis<?> axis) {
    double[] values = new double[axis.values().size()];
    for (int i = 0; i < values.length; i++) {
      if (!(axis.values().get(i) instanceof Number number)) {
        throw Require.refusal(
            format(
                "the values of %s must be numbers to be drawn. Received: %s",
                axis.name(), axis.values().get(i)));
      }
      values[i] = number.doubleValue();
    }
    return of(axis.name(), values);
  }

  /** Takes values that are no numbers by their names. */
  static Steps ofAny(Axis<?> axis) {
    if (axis.values().stream().allMatch(Number.class::isInstance)) {
      return of(axis);
    }
    var names = axis.values().stream().map(Palette::label).toList();
    return new Steps(
        axis.name(), IntStream.range(0, names.size()).asDoubleStream().toArray(), names);
  }

  static Steps of(String name, double[] values) {
    for (int i = 1; i < values.length; i++) {
      if (!(values[i] > values[i - 1])) {
        throw Require.refusal(
            format(
                "the values of %s must ascend to be drawn. Received: %s",
                name, Arrays.toString(values)));
      }
    }
    return new Steps(name, values, List.of());
  }

  boolean isLogarithmic() {
    return values[0] > 0 && values[values.length - 1] > WIDE * values[0];
  }

  /** Returns the name or the number at a place, in words. */
  String label(int place) {
    double value = values[place];
    return !names.isEmpty()
        ? names.get(place)
        : value == Math.rint(value) && Math.abs(value) < 1e9
            ? String.valueOf((long) value)
            : BigDecimal.valueOf(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
  }

  /** Returns where the cells about the values begin and end: one number more than values. */
  Double[] edges() {
    var edges = new Double[values.length + 1];
    for (int i = 0; i <= values.length; i++) {
      // The outer cells reach as far outwards as inwards.
      int from = Math.max(0, Math.min(i - 1, values.length - 2));
      edges[i] = at(from, i - from - 0.5);
    }
    return edges;
  }

  /** Goes a share of the step from one value to the next; a single value has a step of 1. */
  private double at(int from, double share) {
    double next = values.length == 1 ? values[from] + 1 : values[from + 1];
    return between(values[from], next, share);
  }

  /** Returns so many numbers from the first value to the last, evenly spread on the axis. */
  double[] between(int count) {
    return IntStream.range(0, count)
        .mapToDouble(i -> between(values[0], values[values.length - 1], (double) i / (count - 1)))
        .toArray();
  }

  private double between(double low, double high, double share) {
    return isLogarithmic() ? low * Elementary.pow(high / low, share) : low + share * (high - low);
  }

  /** Returns the axis with its name. */
  tech.tablesaw.plotly.components.Axis axis() {
    var axis = tech.tablesaw.plotly.components.Axis.builder().title(name);
    if (!names.isEmpty()) {
      axis.tickSettings(
          TickSettings.builder()
              .tickMode(TickSettings.TickMode.ARRAY)
              .arrayTicks(values, names.toArray(String[]::new))
              .build());
    } else if (isLogarithmic()) {
      axis.type(tech.tablesaw.plotly.components.Axis.Type.LOG);
      axis.tickSettings(TickSettings.builder().dTick(1).build());
    }
    return axis.build();
  }
}
