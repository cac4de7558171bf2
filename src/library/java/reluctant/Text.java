package reluctant;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Text that is the same on every machine, whatever the language that it speaks. */
public final class Text {

  private Text() {}

  /**
   * Fills a format in, with the digits and the point of Java's source. {@code "..".formatted(..)}
   * would take those of the machine's language: {@code 0,5} in Turkish, other digits in Arabic.
   *
   * @param format what {@link java.util.Formatter} reads
   * @param values what it names, in order
   * @return the filled text
   */
  @FormatMethod
  public static String format(@FormatString String format, @Nullable Object... values) {
    return Jvm.format(format, values);
  }

  /**
   * Returns values in the order of their texts, such as "[DISK, SQUARE]": the order of a set may be
   * another one in each run.
   *
   * @param values any
   */
  public static String sorted(Collection<?> values) {
    return values.stream().map(String::valueOf).sorted().toList().toString();
  }

  /**
   * Returns a number as a sentence has it: whole ones in full, others with three significant
   * digits, such as 0.0837, 57500, 0.000033 or 2.10e-07.
   *
   * @param value any number
   */
  public static String rounded(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || (size < 1e9 && value == Math.rint(value))) {
      return number(value);
    }
    String digits = format("%.2e", value);
    return size >= 1e-6 && size < 1e9
        ? new BigDecimal(digits).stripTrailingZeros().toPlainString()
        : digits;
  }

  /**
   * Returns a number as it is usually written: 3 for 3.0, and any other as Java has it. Java's
   * parser makes the same double of it.
   *
   * @param value any number
   */
  public static String number(double value) {
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e9;
    boolean isMinusZero = value == 0 && 1 / value < 0;
    return isWhole && !isMinusZero ? String.valueOf((int) value) : String.valueOf(value);
  }
}
