package reluctant.elementary;

import static reluctant.elementary.Coefficients.ATAN_11;
import static reluctant.elementary.Coefficients.ATAN_13;
import static reluctant.elementary.Coefficients.ATAN_15;
import static reluctant.elementary.Coefficients.ATAN_17;
import static reluctant.elementary.Coefficients.ATAN_19;
import static reluctant.elementary.Coefficients.ATAN_21;
import static reluctant.elementary.Coefficients.ATAN_23;
import static reluctant.elementary.Coefficients.ATAN_3;
import static reluctant.elementary.Coefficients.ATAN_5;
import static reluctant.elementary.Coefficients.ATAN_7;
import static reluctant.elementary.Coefficients.ATAN_9;

/**
 * The angle and the length of an arrow.
 *
 * <p>With a quotient t of the smaller coordinate and the larger one, atan t is t plus t^3 times a
 * polynomial in t^2 up to t = 1/4, and atan(1/2) + atan((t - 1/2) / (1 + t/2)) up to 1 (the method
 * of Ng's fdlibm, Sun Microsystems 1993, with fewer parts and coefficients of our own). Quotients
 * and the sums of angles keep their rounding errors: below 0.7 ulp.
 */
final class Angle {

  private static final Twofold NONE = new Twofold(0, 0);
  private static final Twofold RIGHT = new Twofold(1.5707963267948966, 6.123233995736766e-17);
  private static final Twofold HALF_TURN = new Twofold(Math.PI, 2 * 6.123233995736766e-17);
  private static final Twofold HALF_RIGHT = new Twofold(Math.PI / 4, 6.123233995736766e-17 / 2);
  private static final Twofold ATAN_HALF = new Twofold(0.4636476090008061, 2.2698777452961687e-17);

  private Angle() {}

  static double atan2(double y, double x) {
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.NaN;
    }
    Twofold angle = inFirstQuadrant(Math.abs(y), Math.abs(x));
    Twofold turned = Bits.isNegative(x) ? HALF_TURN.plus(angle.negate()) : angle;
    return Bits.withSign(turned.value(), y);
  }

  private static Twofold inFirstQuadrant(double a, double b) {
    if (a == 0) {
      return NONE;
    }
    if (a == b) {
      return HALF_RIGHT;
    }
    return a > b ? RIGHT.plus(below(b, a).negate()) : below(a, b);
  }

  /** Computes atan(a / b) for 0 <= a < b. */
  private static Twofold below(double a, double b) {
    double quotient = a / b;
    if (quotient < 0x1p-60) {
      return new Twofold(quotient, 0);
    }
    double scale = scale(b);
    double opposite = a * scale;
    double adjacent = b * scale;
    if (4 * opposite <= adjacent) {
      return NONE.plus(atan(new Twofold(opposite, 0).over(new Twofold(adjacent, 0))));
    }
    Twofold across = Twofold.sumOfAny(opposite, -0.5 * adjacent);
    return ATAN_HALF.plus(atan(across.over(Twofold.sum(adjacent, 0.5 * opposite))));
  }

  private static Twofold atan(Twofold t) {
    double z = t.high() * t.high();
    double w = z * z;
    double odd =
        ATAN_3 + w * (ATAN_7 + w * (ATAN_11 + w * (ATAN_15 + w * (ATAN_19 + w * ATAN_23))));
    double even = ATAN_5 + w * (ATAN_9 + w * (ATAN_13 + w * (ATAN_17 + w * ATAN_21)));
    double rest = t.low() - z * t.low() + t.high() * z * (odd + z * even);
    return Twofold.sum(t.high(), rest);
  }

  /**
   * Returns a power of two that takes a number, and another one that matters beside it, far from
   * the largest and the subnormal ones.
   */
  private static double scale(double size) {
    return size > 0x1p400 ? 0x1p-600 : size < 0x1p-400 ? 0x1p600 : 1;
  }

  static double hypot(double x, double y) {
    if (Double.isInfinite(x) || Double.isInfinite(y)) {
      return Double.POSITIVE_INFINITY;
    }
    double scale = scale(Math.max(Math.abs(x), Math.abs(y)));
    double a = x * scale;
    double b = y * scale;
    return Math.sqrt(a * a + b * b) / scale;
  }
}
