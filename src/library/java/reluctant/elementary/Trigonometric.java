package reluctant.elementary;

import static reluctant.elementary.Coefficients.COS_10;
import static reluctant.elementary.Coefficients.COS_12;
import static reluctant.elementary.Coefficients.COS_14;
import static reluctant.elementary.Coefficients.COS_4;
import static reluctant.elementary.Coefficients.COS_6;
import static reluctant.elementary.Coefficients.COS_8;
import static reluctant.elementary.Coefficients.SIN_11;
import static reluctant.elementary.Coefficients.SIN_13;
import static reluctant.elementary.Coefficients.SIN_3;
import static reluctant.elementary.Coefficients.SIN_5;
import static reluctant.elementary.Coefficients.SIN_7;
import static reluctant.elementary.Coefficients.SIN_9;

/**
 * Sine, cosine and tangent.
 *
 * <p>An angle is taken to at most pi/4 by {@link RightAngles}. There sin r is r plus r^3 times a
 * polynomial in r^2, cos r is 1 - r^2/2 plus r^4 times one, and what the angle lost by rounding is
 * added with the slope (the method of Ng's fdlibm, Sun Microsystems 1993, with coefficients of our
 * own). The tangent is the quotient of both, each with its rounding error. Errors stay below 1.1
 * ulp.
 */
final class Trigonometric {

  /** Below, sin x and tan x round to x. */
  private static final double STRAIGHT = 0x1p-27;

  private Trigonometric() {}

  static double sin(double x) {
    if (Math.abs(x) < STRAIGHT) {
      return x;
    }
    return atQuarter(RightAngles.of(x), 0).value();
  }

  static double cos(double x) {
    return atQuarter(RightAngles.of(x), 1).value();
  }

  static double tan(double x) {
    if (Math.abs(x) < STRAIGHT) {
      return x;
    }
    RightAngles angle = RightAngles.of(x);
    return atQuarter(angle, 0).over(atQuarter(angle, 1)).value();
  }

  /** Computes the sine of the angle and as many right angles more. */
  private static Twofold atQuarter(RightAngles angle, int more) {
    int quarter = angle.count() + more;
    Twofold value = (quarter & 1) == 0 ? sine(angle.left()) : cosine(angle.left());
    return (quarter & 2) == 0 ? value : value.negate();
  }

  private static Twofold sine(Twofold angle) {
    double r = angle.high();
    double z = r * r;
    double w = z * z;
    double odd = SIN_3 + w * (SIN_7 + w * SIN_11);
    double even = SIN_5 + w * (SIN_9 + w * SIN_13);
    double rest = angle.low() - 0.5 * z * angle.low() + r * z * (odd + z * even);
    return Twofold.sum(r, rest);
  }

  private static Twofold cosine(Twofold angle) {
    double r = angle.high();
    double z = r * r;
    double w = z * z;
    double odd = COS_4 + w * (COS_8 + w * COS_12);
    double even = COS_6 + w * (COS_10 + w * COS_14);
    double half = 0.5 * z;
    double first = 1 - half;
    double rest = ((1 - first) - half) + (w * (odd + z * even) - r * angle.low());
    return Twofold.sum(first, rest);
  }
}
