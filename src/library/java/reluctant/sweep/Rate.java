package reluctant.sweep;

import static reluctant.Text.format;

import java.util.List;
import java.util.stream.IntStream;
import reluctant.Require;

/**
 * A share that was counted, with how sure it is. Of no trials, as a sweep has that was interrupted
 * at once, nothing is known: the share is NaN, and its interval all of [0, 1].
 *
 * @param count how often it happened
 * @param trials out of how many, at least 0
 */
public record Rate(long count, long trials) {

  /** 95 % of a normal distribution lie within so many standard deviations of its mean. */
  private static final double Z = 1.9599639845400543;

  public Rate {
    if (count < 0 || count > trials) {
      throw Require.refusal(
          format("a rate needs 0 <= count <= trials. Received: %d of %d", count, trials));
    }
  }

  /**
   * The share of a list that is true.
   *
   * @param happened whether it happened, trial by trial
   */
  public static Rate of(List<Boolean> happened) {
    long count = Require.each("happened", happened).stream().filter(each -> each).count();
    return new Rate(count, happened.size());
  }

  /**
   * The share of places at which two lists have the same, such as what became of the same seeds
   * under two settings.
   *
   * @param some what each trial gave
   * @param others what each gave otherwise, as many
   */
  public static Rate agreement(List<?> some, List<?> others) {
    int trials = Require.each("some", some).size();
    if (Require.each("others", others).size() != trials) {
      throw Require.refusal(
          format("others must be as many as some, %d. Received: %d", trials, others.size()));
    }
    long count = IntStream.range(0, trials).filter(i -> some.get(i).equals(others.get(i))).count();
    return new Rate(count, trials);
  }

  /** Returns the share, count / trials, NaN if there are none. */
  public double value() {
    return (double) count / trials;
  }

  /**
   * Puts two counts together, as if they were one.
   *
   * @param other the rate of other trials
   * @return the sum of the counts, out of the sum of the trials
   */
  public Rate plus(Rate other) {
    Require.present("other", other);
    return new Rate(count + other.count, trials + other.trials);
  }

  /**
   * Returns Wilson's 95 % interval (Wilson 1927), within [0, 1]: the shares r with (p - r)&sup2;
   * &le; z&sup2; r q / n, where p was counted in n trials, q = 1 - r and z = 1.96. The trials must
   * be independent; the seeds of a {@link Sweep} are as good as that, as it says with numbers.
   */
  public Interval interval() {
    if (trials == 0) {
      return new Interval(0, 1);
    }
    double n = trials;
    double p = value();
    double middle = p + Z * Z / (2 * n);
    double reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    // Rounding would leave these two a hair inside.
    double low = count == 0 ? 0 : (middle - reach) / scale;
    double high = count == trials ? 1 : (middle + reach) / scale;
    return new Interval(low, high);
  }

  /**
   * Says whether the share may be this one.
   *
   * @param share from 0 to 1
   * @return whether the interval contains it
   */
  public boolean agreesWith(double share) {
    Require.finite("share", share);
    return interval().contains(share);
  }

  /**
   * Says whether the share is surely above this one.
   *
   * @param share from 0 to 1
   * @return whether the whole interval lies above it
   */
  public boolean isAbove(double share) {
    Require.finite("share", share);
    return interval().low() > share;
  }

  /**
   * Says whether the share is surely below this one.
   *
   * @param share from 0 to 1
   * @return whether the whole interval lies below it
   */
  public boolean isBelow(double share) {
    Require.finite("share", share);
    return interval().high() < share;
  }

  /** Returns the share and its interval, such as "28.4 % [27.8, 29.1]", or "no trials". */
  @Override
  public String toString() {
    if (trials == 0) {
      return "no trials";
    }
    return format("%.1f %% %s", 100 * value(), percent(interval()));
  }

  private static String percent(Interval interval) {
    return format("[%.1f, %.1f]", 100 * interval.low(), 100 * interval.high());
  }
}
