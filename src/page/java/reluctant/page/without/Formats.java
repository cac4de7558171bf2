package reluctant.page.without;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills formats in as {@link java.util.Formatter} does, whose numbers with a point the compiler's
 * library lacks or rounds otherwise. It knows {@code %d}, {@code %s}, {@code %x}, {@code %e},
 * {@code %f}, {@code %g}, {@code %n} and {@code %%}, with {@code + - , 0}, a width and a precision.
 */
final class Formats {

  private static final Pattern PLACE = Pattern.compile("%([-+,0]*)(\\d*)(?:\\.(\\d+))?([a-zA-Z%])");

  private static final int USUAL_PRECISION = 6;

  private Formats() {}

  static String fill(String format, @Nullable Object... values) {
    var filled = new StringBuilder();
    Matcher place = PLACE.matcher(format);
    int at = 0;
    int next = 0;
    while (place.find()) {
      filled.append(format, at, place.start());
      at = place.end();
      switch (place.group(4).charAt(0)) {
        case '%' -> filled.append('%');
        case 'n' -> filled.append('\n');
        case 'e', 'f', 'g' -> filled.append(number(place, (Number) values[next++]));
        default -> filled.append(String.format(Locale.ROOT, place.group(), values[next++]));
      }
    }
    return filled.append(format, at, format.length()).toString();
  }

  private static String number(Matcher place, Number given) {
    double value = given.doubleValue();
    boolean isNegative = value < 0 || (value == 0 && 1 / value < 0);
    String flags = place.group(1);
    String sign = isNegative ? "-" : flags.contains("+") && !Double.isNaN(value) ? "+" : "";
    boolean isFinite = Double.isFinite(value);
    String digits =
        isFinite ? digits(place, Math.abs(value)) : Double.isNaN(value) ? "NaN" : "Infinity";
    int width = place.group(2).isEmpty() ? 0 : Integer.parseInt(place.group(2));
    String padding = " ".repeat(Math.max(0, width - sign.length() - digits.length()));
    if (flags.contains("-")) {
      return sign + digits + padding;
    }
    return flags.contains("0") && isFinite
        ? sign + padding.replace(' ', '0') + digits
        : padding + sign + digits;
  }

  private static String digits(Matcher place, double size) {
    int precision = place.group(3) == null ? USUAL_PRECISION : Integer.parseInt(place.group(3));
    var exact = new BigDecimal(Double.toString(size)); // Java rounds what it prints.
    return switch (place.group(4).charAt(0)) {
      case 'e' -> scientific(exact, precision);
      case 'f' -> plain(exact, precision, place.group(1).contains(","));
      default -> general(exact, Math.max(1, precision), place.group(1).contains(","));
    };
  }

  /** So many significant digits, plain from 0.0001 on and below 10 to the power of their number. */
  private static String general(BigDecimal exact, int precision, boolean isGrouped) {
    if (exact.signum() == 0) {
      return plain(exact, precision - 1, isGrouped);
    }
    int exponent = exponent(rounded(exact, precision));
    return exponent < -4 || exponent >= precision
        ? scientific(exact, precision - 1)
        : plain(exact, precision - 1 - exponent, isGrouped);
  }

  private static String scientific(BigDecimal exact, int precision) {
    BigDecimal rounded = rounded(exact, precision + 1);
    int exponent = exact.signum() == 0 ? 0 : exponent(rounded);
    String mantissa = plain(rounded.movePointLeft(exponent), precision, false);
    return mantissa
        + "e"
        + (exponent < 0 ? "-" : "+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  private static String plain(BigDecimal exact, int precision, boolean isGrouped) {
    var text = new StringBuilder(exact.setScale(precision, RoundingMode.HALF_UP).toPlainString());
    int whole = precision == 0 ? text.length() : text.indexOf(".");
    for (int at = whole - 3; isGrouped && at > 0; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  private static BigDecimal rounded(BigDecimal exact, int digits) {
    return exact.round(new MathContext(digits, RoundingMode.HALF_UP));
  }

  private static int exponent(BigDecimal number) {
    return number.precision() - number.scale() - 1;
  }
}
