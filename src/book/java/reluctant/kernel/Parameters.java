package reluctant.kernel;

import static reluctant.Text.format;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import reluctant.Require;

/** The cell of a notebook that is there to be edited. */
public final class Parameters {

  private static final String NUMBER = "-?\\d+(?:,\\d{3})*(?:\\.\\d+)?";
  private static final Pattern RANGE =
      Pattern.compile("(\\w+) (" + NUMBER + ") to (" + NUMBER + ")");

  private Parameters() {}

  /**
   * Holds parameters to their ranges, so that a value that no cell could work with, or that would
   * take hours, is refused as soon as it is written.
   *
   * <pre>{@code
   * Parameters.check("units 1 to 16, trials 50 to 20,000", units, trials);
   * }</pre>
   *
   * @param ranges a name and a range for each parameter; both ends may be chosen
   * @param values the parameters, in the same order
   * @throws IllegalArgumentException if a value is outside its range, or there are not as many
   *     values as ranges
   */
  public static void check(String ranges, double... values) {
    Require.present("ranges", ranges);
    Require.present("values", values);
    MatchResult[] each = RANGE.matcher(ranges).results().toArray(MatchResult[]::new);
    if (each.length != values.length) {
      throw Require.refusal(
          format(
              "ranges must name each of the %d values, as in \"units 1 to 16\". Received: %s",
              values.length, ranges));
    }
    for (int i = 0; i < values.length; i++) {
      check(each[i], values[i]);
    }
  }

  private static void check(MatchResult range, double value) {
    String low = range.group(2);
    String high = range.group(3);
    if (!(value >= number(low) && value <= number(high))) {
      String received = value == Math.rint(value) ? format("%.0f", value) : "" + value;
      throw Require.refusal(
          format("%s must be %s to %s. Received: %s", range.group(1), low, high, received));
    }
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(",", ""));
  }
}
