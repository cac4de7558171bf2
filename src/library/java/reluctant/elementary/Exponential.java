package reluctant.elementary;

import static reluctant.elementary.Coefficients.EXP_10;
import static reluctant.elementary.Coefficients.EXP_11;
import static reluctant.elementary.Coefficients.EXP_12;
import static reluctant.elementary.Coefficients.EXP_3;
import static reluctant.elementary.Coefficients.EXP_4;
import static reluctant.elementary.Coefficients.EXP_5;
import static reluctant.elementary.Coefficients.EXP_6;
import static reluctant.elementary.Coefficients.EXP_7;
import static reluctant.elementary.Coefficients.EXP_8;
import static reluctant.elementary.Coefficients.EXP_9;
import static reluctant.elementary.Coefficients.LN2_HIGH;
import static reluctant.elementary.Coefficients.LN2_LOW;
import static reluctant.elementary.Coefficients.LOG2_E;
import static reluctant.elementary.Coefficients.SHIFT;
import static reluctant.elementary.Coefficients.TINY;

/**
 * The exponential function.
 *
 * <p>With the whole number k next to x / ln 2 and r = x - k ln 2, which is at most ln(2) / 2 in
 * size, e^x = 2^k e^r (Muller, Elementary Functions, 3rd edition, 2016, chapter 11; k ln 2 in two
 * parts after Cody and Waite 1980). Here e^r = 1 + r + r^2 / 2 + .. is the sum of 1 + high, whose
 * rounding error is kept, and of a rest below 0.07, so that nearly all of the error comes from the
 * last addition: below 0.7 ulp, and below 1 where the result is subnormal and rounded twice. The
 * error before that addition is less than what e^x grows by from one double to the next, so that it
 * never falls.
 */
final class Exponential {

  private Exponential() {}

  /** Computes e^(x + low), where low is a rounding error of x. */
  static double exp(double x, double low) {
    double clamped = x > 710 ? 710 : x < -746 ? -746 : x;
    double shifted = clamped * LOG2_E + SHIFT;
    double k = shifted - SHIFT;
    double high = clamped - k * LN2_HIGH;
    double lost = k * LN2_LOW;
    double first = 1 + high;
    double rest = ((1 - first) + high) + (tail(high - lost) - lost);
    rest += (first + rest) * low;
    long power = Double.doubleToRawLongBits(shifted);
    long half = power >>> 1;
    return (first + rest) * powerOfTwo(half) * powerOfTwo(power - half);
  }

  /**
   * Computes e^x - 1 = (2^k - 1) + 2^k (e^r - 1), halved on the way, since 2^1024 is no double. The
   * errors of the first subtraction and of the addition of 2^k high are kept.
   */
  static double expm1(double x) {
    double clamped = x > 710 ? 710 : x < -40 ? -40 : x;
    double shifted = clamped * LOG2_E + SHIFT;
    double k = shifted - SHIFT;
    double high = clamped - k * LN2_HIGH;
    double lost = k * LN2_LOW;
    double scale = powerOfTwo(Double.doubleToRawLongBits(shifted) - 1);
    double whole = scale - 0.5;
    double lostWhole = (scale - whole) - 0.5;
    double scaled = scale * high;
    double sum = whole + scaled;
    double rest = ((whole - sum) + scaled) + (scale * (tail(high - lost) - lost) + lostWhole);
    return Math.abs(x) < TINY ? x : 2 * (sum + rest);
  }

  /** Computes e^r - 1 - r for |r| up to ln(2) / 2, even and odd powers side by side. */
  static double tail(double r) {
    double z = r * r;
    double even = EXP_4 + z * (EXP_6 + z * (EXP_8 + z * (EXP_10 + z * EXP_12)));
    double odd = EXP_3 + z * (EXP_5 + z * (EXP_7 + z * (EXP_9 + z * EXP_11)));
    return z * (0.5 + (r * odd + z * even));
  }

  /**
   * Returns 2^k for a k from -1023, which gives 0, to 1023, of which only the last 12 bits count.
   */
  static double powerOfTwo(long k) {
    return Double.longBitsToDouble((k + 1023) << 52);
  }
}
