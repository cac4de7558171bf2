package reluctant.kernel;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reluctant.Require;
import reluctant.sweep.Rate;

/**
 * A paragraph of a notebook whose numbers are those of the run, so that it is right with any
 * parameters. It is Markdown, as the paragraphs around it.
 *
 * <pre>{@code
 * Prose.of("Both halves are learnt in {} of the runs, by {} units.", rate, units)
 * }</pre>
 *
 * @param text Markdown
 */
public record Prose(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{}");

  public Prose {
    Require.present("text", text);
  }

  /**
   * Sets values into a text.
   *
   * @param pattern Markdown with {@code {}} in the place of each value
   * @param values in order; a rate stands with its interval, a number with up to three significant
   *     digits, whole numbers in full
   * @throws IllegalArgumentException if there are more or fewer values than places
   */
  public static Prose of(String pattern, Object... values) {
    Require.present("pattern", pattern);
    Require.present("values", values);
    List<Object> each = List.copyOf(Require.each("values", Arrays.asList(values)));
    long places = PLACE.matcher(pattern).results().count();
    if (places != each.size()) {
      throw Require.refusal(
          format(
              "pattern must have a {} for each of %d values. Received: %d", each.size(), places));
    }
    Iterator<Object> next = each.iterator();
    return new Prose(
        PLACE.matcher(pattern).replaceAll(place -> Matcher.quoteReplacement(told(next.next()))));
  }

  /**
   * A share without its interval, as "27 %", or "0.4 %" below one in a hundred.
   *
   * @param rate what was counted
   */
  public static String percent(Rate rate) {
    Require.present("rate", rate);
    return rate.trials() == 0 ? "none" : percent(rate.value());
  }

  /**
   * A share, as "27 %", or "0.4 %" below one in a hundred.
   *
   * @param share from 0 to 1
   */
  public static String percent(double share) {
    double percent = 100 * Require.finite("share", share);
    boolean isWhole = (percent >= 1 && percent <= 99) || percent == 0 || percent == 100;
    return format(isWhole ? "%.0f %%" : "%.1f %%", percent);
  }

  private static String told(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return format("%,d", ((Number) value).longValue());
    }
    return value instanceof Number number ? rounded(number.doubleValue()) : value.toString();
  }

  private static String rounded(double value) {
    double size = Math.abs(value);
    if (size < 1e9 && (value == Math.rint(value) || size >= 100)) {
      return format("%,.0f", value);
    }
    return size >= 1e-3 && size < 1e9
        ? ShortNumber.of(Double.parseDouble(format("%.2e", value)))
        : format("%.2e", value);
  }

  static Shown shown(Prose prose) {
    return Shown.text(prose.text).with(Shown.MARKDOWN, prose.text);
  }

  /** Returns the Markdown. */
  @Override
  public String toString() {
    return text;
  }
}
