package reluctant.elementary;

import static reluctant.elementary.Coefficients.LN2_HIGH;
import static reluctant.elementary.Coefficients.LN2_LOW;
import static reluctant.elementary.Coefficients.POW_11;
import static reluctant.elementary.Coefficients.POW_13;
import static reluctant.elementary.Coefficients.POW_15;
import static reluctant.elementary.Coefficients.POW_17;
import static reluctant.elementary.Coefficients.POW_19;
import static reluctant.elementary.Coefficients.POW_21;
import static reluctant.elementary.Coefficients.POW_7;
import static reluctant.elementary.Coefficients.POW_9;

/**
 * Powers, as x^y = e^(y ln x).
 *
 * <p>The logarithm has 66 significant bits or more: the series of {@link Logarithm}, ln m = 2s +
 * s^3 (2/3 + s^2 (2/5 + ..)), with all up to the fifth power of s in two doubles each. So the error
 * is that of {@link Exponential}'s last addition. The square root is taken as such.
 */
final class Power {

  private static final Twofold TWO_THIRDS = new Twofold(0.6666666666666666, 3.700743415417188e-17);
  private static final Twofold TWO_FIFTHS = new Twofold(0.4, -2.2204460492503132e-17);

  private Power() {}

  static double pow(double x, double y) {
    if (y == 0) {
      return 1;
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.NaN;
    }
    double size = ofSize(Math.abs(x), y);
    if (!Bits.isNegative(x) || Double.isInfinite(y)) {
      return size;
    }
    if (y != Math.rint(y)) {
      return x == 0 || Double.isInfinite(x) ? size : Double.NaN;
    }
    return isOdd(y) ? -size : size;
  }

  private static boolean isOdd(double whole) {
    return Math.abs(whole) < 0x1p53 && ((long) whole & 1) == 1;
  }

  /** Computes a^y for an a that is not negative. */
  private static double ofSize(double a, double y) {
    if (Double.isInfinite(y) && a == 1) {
      return Double.NaN;
    }
    if (a == 0 || Double.isInfinite(a) || Double.isInfinite(y)) {
      return (a > 1) == (y > 0) ? Double.POSITIVE_INFINITY : 0;
    }
    if (y == 0.5) {
      return Math.sqrt(a);
    }
    Twofold ln = log(a);
    double product = y * ln.high();
    if (Math.abs(product) > 800) {
      return Exponential.exp(product, 0);
    }
    Twofold exact = Twofold.product(y, ln.high());
    return Exponential.exp(exact.high(), exact.low() + y * ln.low());
  }

  private static Twofold log(double x) {
    boolean subnormal = x < Double.MIN_NORMAL;
    long bits = Double.doubleToRawLongBits(subnormal ? x * 0x1p54 : x);
    long exponent = Logarithm.exponent(bits);
    double k = Logarithm.whole(exponent) - (subnormal ? 54 : 0);
    double f = Logarithm.mantissa(bits, exponent) - 1;
    Twofold s = new Twofold(f, 0).over(Twofold.sum(2, f));
    Twofold z = s.times(s);
    Twofold third = TWO_THIRDS.plus(z.times(TWO_FIFTHS.plus(new Twofold(seventh(z.high()), 0))));
    return Twofold.sum(k * LN2_HIGH, 2 * s.high())
        .plus(new Twofold(2 * s.low(), k * LN2_LOW))
        .plus(s.times(z).times(third));
  }

  /** Computes what follows 2/5 in the series. */
  private static double seventh(double z) {
    double w = z * z;
    double odd = POW_7 + w * (POW_11 + w * (POW_15 + w * POW_19));
    double even = POW_9 + w * (POW_13 + w * (POW_17 + w * POW_21));
    return z * (odd + z * even);
  }
}
