package reluctant.cases;

import static reluctant.Text.format;

import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.Text;
import reluctant.sweep.Rate;

/**
 * A number that was published: a count, which has an interval, or a range, for what was told as
 * "once in five to ten" or rounded to per cent.
 *
 * @param name what was counted or measured, the same in the file and in the chapter
 * @param counted the count, or null where a range is told
 * @param low the lower end of the range; of a count its share
 * @param high the upper end
 */
public record Reported(String name, @Nullable Rate counted, double low, double high) {

  public Reported {
    Require.present("name", name);
    if (name.isBlank()) {
      throw Require.refusal("name must say something. Received: a blank text");
    }
    Require.finite("low", low);
    Require.finite("high", high);
    if (low > high) {
      throw Require.refusal(format("low must not exceed high, %s. Received: %s", high, low));
    }
    if (counted != null && counted.trials() == 0) {
      throw Require.refusal("counted must have at least 1 trial. Received: 0");
    }
  }

  /**
   * A count.
   *
   * @param name what was counted
   * @param rate how often it happened, of at least one trial
   */
  public static Reported counted(String name, Rate rate) {
    Require.present("rate", rate);
    double share = rate.trials() == 0 ? 0 : rate.value();
    return new Reported(name, rate, share, share);
  }

  /**
   * A range, or a number where both ends are the same.
   *
   * @param name what was measured
   * @param low its lower end, finite
   * @param high its upper end
   */
  public static Reported range(String name, double low, double high) {
    return new Reported(name, null, low, high);
  }

  /** Returns the number as a table has it, such as "24 of 50, 48.0 % [34.8, 61.5]" or "5 to 10". */
  public String told() {
    if (counted != null) {
      return format("%,d of %,d, %s", counted.count(), counted.trials(), counted);
    }
    return low == high ? words(low) : words(low) + " to " + words(high);
  }

  static String words(double number) {
    double size = Math.abs(number);
    boolean isWhole = number == Math.rint(number) && size < 1e9;
    return isWhole
        ? format("%,d", (long) number)
        : size >= 1000 && size < 1e9 ? format("%,.1f", number) : Text.rounded(number);
  }

  /** Returns the name and the number. */
  @Override
  public String toString() {
    return name + ": " + told();
  }
}
