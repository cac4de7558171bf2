package reluctant.page.without;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

  /** Zeros, ties, both sides of where %g changes its form, the ends, and what is no number. */
  private static final List<Double> SPECIAL =
      List.of(
          0.0,
          -0.0,
          0.5,
          1.5,
          2.5,
          -0.125,
          0.045,
          9.995,
          99.95,
          1e-4,
          9.9996e-5,
          9.99949e-5,
          1000.0,
          9999.5,
          99994.9,
          99999.5,
          1234567.891,
          1.5e22,
          1e-200,
          Double.MIN_VALUE,
          Double.MAX_VALUE,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%.2g",
        "%.4g",
        "%.3g",
        "%.0f",
        "%.1f",
        "%+.1f",
        "%,.2f",
        "%.1e",
        "%.2e",
        "%e",
        "%f",
        "%g",
        "%12.3f|",
        "%-12.3e|",
        "%+08.2f",
        "a %% of %.1f%n"
      })
  void numbersAreWrittenAsJavaDoes(String format) {
    var random = new SplittableRandom(1);
    DoubleStream drawn =
        DoubleStream.generate(() -> Double.longBitsToDouble(random.nextLong())).limit(2000);
    DoubleStream usual =
        DoubleStream.generate(() -> random.nextInt(100_000) / 1000.0 - 20).limit(2000);
    assertThat(
            DoubleStream.concat(
                SPECIAL.stream().mapToDouble(each -> each), DoubleStream.concat(drawn, usual)))
        .allSatisfy(
            number ->
                assertThat(Formats.fill(format, number))
                    .isEqualTo(String.format(Locale.ROOT, format, number)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%d of %,d, %s and %s", "%5d|%-8d|%-10s|%10s", "%04x %016x %s%n%s %%"})
  void otherValuesAreLeftToJava(String format) {
    Object[] values = {42, 1234567, "a text", null};
    assertThat(Formats.fill(format, values)).isEqualTo(String.format(Locale.ROOT, format, values));
  }
}
