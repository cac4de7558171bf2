package reluctant.elementary;

import static reluctant.elementary.Coefficients.LN2_HIGH;
import static reluctant.elementary.Coefficients.LN2_LOW;
import static reluctant.elementary.Coefficients.LOG2_E;
import static reluctant.elementary.Coefficients.LOGISTIC_SEAM;
import static reluctant.elementary.Coefficients.SHIFT;

/**
 * The logistic function and the hyperbolic tangent, which is tanh x = 2 sigmoid(2x) - 1.
 *
 * <p>Far from 0 both are made of q = 1 / (e^v + 1), one of them as 1 - q, the other as 1 - 2q, with
 * e^v as in {@link Exponential} before its last addition. Near 0 they are made of Lambert's
 * continued fraction (1768), tanh h = h / (1 + h^2 / (3 + h^2 / (5 + ..))), cut off after 15. Each
 * is a chain of functions that rise or fall, rounded correctly; errors stay below 1.8 ulp.
 */
final class Logistic {

  private Logistic() {}

  static double sigmoid(double x) {
    double v = Math.abs(x);
    if (v < LOGISTIC_SEAM) {
      return 0.5 + 0.5 * fraction(0.5 * x);
    }
    double q = below(v);
    return x < 0 ? q : 1 - q;
  }

  static double tanh(double x) {
    double v = 2 * Math.abs(x);
    double size = v < LOGISTIC_SEAM ? fraction(0.5 * v) : 1 - 2 * below(v);
    return Bits.withSign(size, x);
  }

  /** Computes tanh h for |h| up to 0.55, as h less what is missing. */
  private static double fraction(double h) {
    double z = h * h;
    double above = h * (z * (675675 + z * (45045 + z * (594 + z))));
    double below = 2027025 + z * (945945 + z * (51975 + z * (630 + z)));
    return h - above / below;
  }

  /** Computes 1 / (e^v + 1) = 2^-k / (e^r + 2^-k) for v above 0. */
  private static double below(double v) {
    double clamped = v > 746 ? 746 : v;
    double shifted = clamped * LOG2_E + SHIFT;
    double k = shifted - SHIFT;
    double high = clamped - k * LN2_HIGH;
    double lost = k * LN2_LOW;
    double first = 1 + high;
    double rest = ((1 - first) + high) + (Exponential.tail(high - lost) - lost);
    long power = Double.doubleToRawLongBits(shifted);
    long half = power >>> 1;
    double one = Exponential.powerOfTwo(-half);
    double other = Exponential.powerOfTwo(half - power);
    return 1 / (first + (rest + one * other)) * one * other;
  }
}
