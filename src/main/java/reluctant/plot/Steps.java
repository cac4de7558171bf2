package reluctant.plot;

import java.util.Arrays;
import reluctant.sweep.Axis;
import tech.tablesaw.plotly.components.TickSettings;

/** The numbers along one side of a grid, and whether they grow by a factor or by a summand. */
record Steps(String name, double[] values) {

  /** Numbers that grow by more than this in all are drawn on a logarithmic axis. */
  private static final double WIDE = 20;

  static Steps of(Axis<?> axis) {
    double[] values = new double[axis.values().size()];
    for (int i = 0; i < values.length; i++) {
      if (!(axis.values().get(i) instanceof Number number)) {
        throw new IllegalArgumentException(
            "the values of %s must be numbers to be drawn. Received: %s"
                .formatted(axis.name(), axis.values().get(i)));
      }
      values[i] = number.doubleValue();
    }
    return of(axis.name(), values);
  }

  static Steps of(String name, double[] values) {
    for (int i = 1; i < values.length; i++) {
      if (!(values[i] > values[i - 1])) {
        throw new IllegalArgumentException(
            "the values of %s must ascend to be drawn. Received: %s"
                .formatted(name, Arrays.toString(values)));
      }
    }
    return new Steps(name, values);
  }

  boolean isLogarithmic() {
    return values[0] > 0 && last() > WIDE * values[0];
  }

  double last() {
    return values[values.length - 1];
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
    double low = values[from];
    double high = values.length == 1 ? low + 1 : values[from + 1];
    return isLogarithmic() ? low * StrictMath.pow(high / low, share) : low + share * (high - low);
  }

  /** Returns the axis with its name. */
  tech.tablesaw.plotly.components.Axis axis() {
    var axis = tech.tablesaw.plotly.components.Axis.builder().title(name);
    if (isLogarithmic()) {
      axis.type(tech.tablesaw.plotly.components.Axis.Type.LOG);
      axis.tickSettings(TickSettings.builder().dTick(1).build());
    }
    return axis.build();
  }
}
