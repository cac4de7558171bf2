package reluctant.chart;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reluctant.sweep.Numbers;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.TickSettings;

/**
 * The axis of some numbers, from the smallest to the largest that it has a place for, which
 * -infinity has not, nor 0 on a logarithmic one; NaN to NaN of none.
 */
record NumberAxis(String name, double low, double high, boolean isLogarithmic) {

  /** Numbers that span more than this factor are drawn on a logarithmic axis. */
  private static final double WIDE = 9;

  /** So many powers of ten have room for their names. */
  private static final int POWERS = 6;

  /** So many have room for more than that. */
  private static final int SHORT = 3;

  static NumberAxis of(String name, List<Numbers> samples) {
    double[] all =
        samples.stream()
            .map(Numbers::values)
            .flatMapToDouble(Arrays::stream)
            .filter(Double::isFinite)
            .toArray();
    Extent extent = Extent.of(all);
    Extent positive = Extent.of(Arrays.stream(all).filter(number -> number > 0).toArray());
    boolean isLogarithmic = extent.low() >= 0 && positive.high() > WIDE * positive.low();
    double low = isLogarithmic ? positive.low() : extent.low();
    return new NumberAxis(name, low, extent.high(), isLogarithmic);
  }

  boolean hasPlace(double number) {
    return low <= number && number <= high;
  }

  /** Returns the number, or NaN if it has no place. */
  double place(double number) {
    return hasPlace(number) ? number : Double.NaN;
  }

  /** Returns the number, or the end of the axis behind which it lies. */
  double end(double number) {
    return Math.max(low, Math.min(high, number));
  }

  Axis axis() {
    if (!isLogarithmic) {
      return Panels.titled(name);
    }
    int powers = exponent(high) - exponent(low) + 1;
    return powers > SHORT
        ? Panels.powersOfTen(name, (powers + POWERS - 1) / POWERS)
        : Axis.builder().title(name).type(Axis.Type.LOG).tickSettings(ticks()).build();
  }

  /** Of the power of ten at or below a number above 0. */
  private static int exponent(double number) {
    var exact = new BigDecimal(number);
    return exact.precision() - exact.scale() - 1;
  }

  /** A short axis has too few powers of ten: 1, 2 and 5 of each. */
  private TickSettings ticks() {
    List<BigDecimal> ticks =
        IntStream.rangeClosed(exponent(low), exponent(high))
            .boxed()
            .flatMap(exponent -> Stream.of("1E", "2E", "5E").map(digit -> digit + exponent))
            .map(BigDecimal::new)
            .filter(tick -> hasPlace(tick.doubleValue()))
            .toList();
    return TickSettings.builder()
        .tickMode(TickSettings.TickMode.ARRAY)
        .arrayTicks(
            ticks.stream().mapToDouble(BigDecimal::doubleValue).toArray(),
            ticks.stream().map(NumberAxis::words).toArray(String[]::new))
        .build();
  }

  private static String words(BigDecimal tick) {
    boolean isShort = Math.abs(tick.scale()) <= POWERS;
    return isShort ? tick.toPlainString() : tick.toString();
  }
}
