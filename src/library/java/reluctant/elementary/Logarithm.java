package reluctant.elementary;

import static reluctant.elementary.Coefficients.LN2_HIGH;
import static reluctant.elementary.Coefficients.LN2_LOW;
import static reluctant.elementary.Coefficients.LOG_11;
import static reluctant.elementary.Coefficients.LOG_13;
import static reluctant.elementary.Coefficients.LOG_15;
import static reluctant.elementary.Coefficients.LOG_3;
import static reluctant.elementary.Coefficients.LOG_5;
import static reluctant.elementary.Coefficients.LOG_7;
import static reluctant.elementary.Coefficients.LOG_9;
import static reluctant.elementary.Coefficients.ONE_BITS;
import static reluctant.elementary.Coefficients.ROOT_BITS;
import static reluctant.elementary.Coefficients.TINY;
import static reluctant.elementary.Coefficients.WHOLE;
import static reluctant.elementary.Coefficients.WHOLE_BITS;

/**
 * The logarithm.
 *
 * <p>x = 2^k m with m from sqrt(1/2) to sqrt(2), f = m - 1 and s = f / (2 + f) give ln m = 2 atanh
 * s = 2s + s R, and 2s = f - f^2 / 2 + s f^2 / 2 (the method of Ng's fdlibm, Sun Microsystems 1993;
 * the coefficients of R are ours). The sum of k ln 2 and f keeps its rounding error, so that nearly
 * all of the error comes from the last addition: below 0.9 ulp. What errs before that addition is
 * less than what ln x grows by from one double to the next.
 */
final class Logarithm {

  private Logarithm() {}

  static double log(double x) {
    boolean subnormal = x < Double.MIN_NORMAL;
    long bits = Double.doubleToRawLongBits(subnormal ? x * 0x1p54 : x);
    long exponent = exponent(bits);
    double k = whole(exponent) - (subnormal ? 54 : 0);
    double ln = sum(k, mantissa(bits, exponent) - 1, 0);
    return x > 0
        ? x == Double.POSITIVE_INFINITY ? x : ln
        : x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
  }

  /**
   * Takes the logarithm of 1 + x = u + c, where c is the rounding error of u. It belongs to f, and
   * where u is near 1 it is all of f.
   */
  static double log1p(double x) {
    double u = 1 + x;
    double part = u - 1;
    double c = (1 - (u - part)) + (x - part);
    long bits = Double.doubleToRawLongBits(u);
    long exponent = exponent(bits);
    double f = mantissa(bits, exponent) - 1;
    double scaled = x < 0x1p60 ? c * Double.longBitsToDouble((2046 - exponent) << 52) : 0;
    double exact = f + scaled;
    double lost = (f - exact) + scaled;
    double ln = sum(whole(exponent), exact, lost * (1 - exact));
    if (Math.abs(x) < TINY) {
      return x;
    }
    return x > -1
        ? x == Double.POSITIVE_INFINITY ? x : ln
        : x == -1 ? Double.NEGATIVE_INFINITY : Double.NaN;
  }

  /** Returns k + 1023. */
  static long exponent(long bits) {
    return (bits + (ONE_BITS - ROOT_BITS)) >>> 52;
  }

  /** Returns m. */
  static double mantissa(long bits, long exponent) {
    return Double.longBitsToDouble(bits - (exponent << 52) + ONE_BITS);
  }

  /** Returns k as a double. */
  static double whole(long exponent) {
    return Double.longBitsToDouble(exponent | WHOLE_BITS) - (WHOLE + 1023);
  }

  /** Computes k ln 2 + ln(1 + f) + c for an f from sqrt(1/2) - 1 to sqrt(2) - 1. */
  private static double sum(double k, double f, double c) {
    double s = f / (2 + f);
    double z = s * s;
    double w = z * z;
    double odd = z * (LOG_3 + w * (LOG_7 + w * (LOG_11 + w * LOG_15)));
    double even = w * (LOG_5 + w * (LOG_9 + w * LOG_13));
    double half = 0.5 * f * f;
    double high = k * LN2_HIGH;
    double sum = high + f;
    double rest = ((high - sum) + f) + ((s * (half + (odd + even)) + (k * LN2_LOW + c)) - half);
    return sum + rest;
  }
}
