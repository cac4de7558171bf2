package reluctant.kernel;

import static reluctant.Text.format;

import java.util.Locale;

/** Numbers as a table shows them: five significant digits, whole numbers in full. */
final class ShortNumber {
  private ShortNumber() {}

  static String of(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    }
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < 1e9) {
      return Long.toString((long) value);
    }
    if (size < 1e-4 || size >= 1e9) {
      return format("%.3e", value);
    }
    int decimals = Math.max(0, 4 - (int) Math.floor(Math.log10(size)));
    String digits = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits;
  }
}
