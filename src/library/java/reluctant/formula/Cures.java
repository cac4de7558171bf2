package reluctant.formula;

import static java.util.Map.entry;
import static reluctant.Text.format;

import java.util.Locale;
import java.util.Map;

/** What to write in place of what formulas of other languages have. */
final class Cures {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          entry("ln", "log(x)"),
          entry("log2", "log(x) / log(2)"),
          entry("log10", "log(x) / log(10)"),
          entry("lg", "log(x) / log(10)"),
          entry("pow", "x^y"),
          entry("power", "x^y"),
          entry("square", "x^2"),
          entry("cbrt", "sign(x) abs(x)^(1/3)"),
          entry("sinh", "(exp(x) - exp(-x)) / 2"),
          entry("cosh", "(exp(x) + exp(-x)) / 2"),
          entry("asin", "atan2(x, sqrt(1 - x^2))"),
          entry("acos", "atan2(sqrt(1 - x^2), x)"),
          entry("arctan", "atan(x)"),
          entry("sgn", "sign(x)"),
          entry("step", "x > 0"),
          entry("heaviside", "x > 0"),
          entry("round", "floor(x + 0.5)"),
          entry("if", "(x < 0) (-x) + (x >= 0) x"),
          entry("and", "(x1 > 0) * (x2 > 0)"),
          entry("or", "max(x1 > 0, x2 > 0)"),
          entry("xor", "x1 != x2"),
          entry("not", "1 - (x > 0)"),
          entry("math", "sin(x), without Math."));

  private static final Map<Character, String> CHARACTERS =
      Map.ofEntries(
          entry('=', "write == to compare, and no name before a formula's value"),
          entry('!', "write != to compare, or 1 - (x > 0) for not"),
          entry('&', "write (x1 > 0) * (x2 > 0) for and"),
          entry('|', "write abs(x) for |x|, or max(x1 > 0, x2 > 0) for or"),
          entry('%', "write mod(x1, x2) for what a division leaves"),
          entry('?', "write (x < 0) (-x) + (x >= 0) x for a choice"),
          entry('[', "write round brackets ( )"),
          entry('{', "write round brackets ( )"),
          entry(']', "write round brackets ( )"),
          entry('}', "write round brackets ( )"),
          entry('\u00B2', "write ^2 for a square"),
          entry('\u00B3', "write ^3 for a cube"),
          entry('\u00B7', "write * for times"),
          entry('\u00D7', "write * for times"),
          entry('\u22C5', "write * for times"),
          entry('\u00F7', "write / for a division"),
          entry('\u2212', "write - for minus"),
          entry('\u2013', "write - for minus"),
          entry('\u2264', "write <= for at most"),
          entry('\u2265', "write >= for at least"),
          entry('\u2260', "write != for not equal"),
          entry('\u221A', "write sqrt(x) for a root"),
          entry('\u03C0', "write pi"));

  private Cures() {}

  /** Says what a name that nobody knows may have meant. */
  static String ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String known = NAMES.get(lower);
    if (known != null) {
      return format("write %s, there is no %s", known, name);
    }
    if (lower.equals("n") || lower.equals("ones")) {
      return "write x, or x1, x2, .., for the inputs: n and ones are those of bits(..) and"
          + " coins(..)";
    }
    String plain = lower.replace("_", "");
    if (!plain.equals(name) && (Function.named(plain) != null || plain.matches("x\\d*|pi|e"))) {
      return format("write %s, names are in lower case without _", plain);
    }
    return "write x, or x1, x2, .., for the inputs, pi, e or a function such as sin(x), and a blank"
        + " or * between factors";
  }

  /** Says what a character that stands where none of its kind may stand may have meant. */
  static String ofCharacter(char one, String expected) {
    return CHARACTERS.getOrDefault(one, expected);
  }
}
