package reluctant.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** A line through points from left to right, thinned to what the eye can use. */
public final class Curve {

  /** A curve of more points makes a notebook heavy. */
  private static final int POINTS = 200;

  private Curve() {}

  /** Joins points by ascending x, in whatever order they come. */
  public static ScatterTrace.ScatterBuilder of(String name, double[] x, double[] y, String color) {
    int[] sorted = ascending(x);
    return path(name, pick(x, sorted), pick(y, sorted), color);
  }

  /** Joins points in the order in which they come. */
  public static ScatterTrace.ScatterBuilder path(
      String name, double[] x, double[] y, String color) {
    int[] shown = evenly(x.length, POINTS);
    return ScatterTrace.builder(pick(x, shown), pick(y, shown))
        .mode(ScatterTrace.Mode.LINE)
        .name(name)
        .line(Line.builder().color(color).width(2).build());
  }

  /** The numbers 1, 2, .. up to the count. */
  public static double[] counting(int count) {
    return IntStream.rangeClosed(1, count).asDoubleStream().toArray();
  }

  /** Returns the places of the numbers from the smallest to the largest. */
  public static int[] ascending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Returns the values at some places, in that order. */
  public static double[] pick(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }

  /** Returns evenly spread indices, at most so many, the first and the last among them. */
  public static int[] evenly(int count, int most) {
    int shown = Math.min(count, most);
    return IntStream.range(0, shown)
        .map(i -> shown == 1 ? 0 : (int) ((long) i * (count - 1) / (shown - 1)))
        .toArray();
  }
}
