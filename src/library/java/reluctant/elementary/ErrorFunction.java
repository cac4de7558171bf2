package reluctant.elementary;

import static reluctant.elementary.Coefficients.ERFC_0;
import static reluctant.elementary.Coefficients.ERFC_1;
import static reluctant.elementary.Coefficients.ERFC_10;
import static reluctant.elementary.Coefficients.ERFC_11;
import static reluctant.elementary.Coefficients.ERFC_12;
import static reluctant.elementary.Coefficients.ERFC_13;
import static reluctant.elementary.Coefficients.ERFC_2;
import static reluctant.elementary.Coefficients.ERFC_3;
import static reluctant.elementary.Coefficients.ERFC_4;
import static reluctant.elementary.Coefficients.ERFC_5;
import static reluctant.elementary.Coefficients.ERFC_6;
import static reluctant.elementary.Coefficients.ERFC_7;
import static reluctant.elementary.Coefficients.ERFC_8;
import static reluctant.elementary.Coefficients.ERFC_9;
import static reluctant.elementary.Coefficients.ERF_1;
import static reluctant.elementary.Coefficients.ERF_11;
import static reluctant.elementary.Coefficients.ERF_13;
import static reluctant.elementary.Coefficients.ERF_15;
import static reluctant.elementary.Coefficients.ERF_17;
import static reluctant.elementary.Coefficients.ERF_19;
import static reluctant.elementary.Coefficients.ERF_21;
import static reluctant.elementary.Coefficients.ERF_3;
import static reluctant.elementary.Coefficients.ERF_5;
import static reluctant.elementary.Coefficients.ERF_7;
import static reluctant.elementary.Coefficients.ERF_9;
import static reluctant.elementary.Coefficients.ERF_SEAM;
import static reluctant.elementary.Coefficients.LN2_HIGH;
import static reluctant.elementary.Coefficients.LN2_LOW;
import static reluctant.elementary.Coefficients.LOG2_E;
import static reluctant.elementary.Coefficients.SHIFT;

/**
 * The error function.
 *
 * <p>Up to 0.7 it is x plus x times a polynomial in x^2. Above, it is 1 - e^(-x^2) g(x), where g(x)
 * = e^(x^2) erfc(x) is a polynomial in t = (x - 1) / (x + 3) (after Schonfelder 1978), as good as
 * is needed beside a 1; from 6 on the result is 1. Both factors are split into a head, so that the
 * product of the heads is exact, and a rest, since around 0.8 the function grows by less than a ulp
 * from one double to the next and still must not fall. Errors stay below 1.2 ulp.
 */
final class ErrorFunction {

  private ErrorFunction() {}

  static double erf(double x) {
    double a = Math.abs(x);
    return Bits.withSign(a < ERF_SEAM ? near(a) : far(a > 6 ? 6 : a), x);
  }

  private static double near(double a) {
    double z = a * a;
    double w = z * z;
    double odd = z * (ERF_3 + w * (ERF_7 + w * (ERF_11 + w * (ERF_15 + w * ERF_19))));
    double even = w * (ERF_5 + w * (ERF_9 + w * (ERF_13 + w * (ERF_17 + w * ERF_21))));
    return a + a * (ERF_1 + (odd + even));
  }

  private static double far(double a) {
    double square = -a * a;
    double shifted = square * LOG2_E + SHIFT;
    double k = shifted - SHIFT;
    double high = square - k * LN2_HIGH;
    double lost = k * LN2_LOW;
    double first = 1 + high;
    double rest = ((1 - first) + high) + (Exponential.tail(high - lost) - lost);
    double headE = Bits.head(first);
    double restE = (first - headE) + rest;
    double more = moreThanAtOne((a - 1) / (a + 3));
    double g = ERFC_0 + more;
    double headG = Bits.head(g);
    double restG = (ERFC_0 - headG) + more;
    double scale = Exponential.powerOfTwo(Double.doubleToRawLongBits(shifted));
    double product = headE * headG * scale;
    double others = (headE * restG + restE * g) * scale;
    double sum = 1 - product;
    return sum + (((1 - sum) - product) - others);
  }

  /** Computes g - g(1). */
  private static double moreThanAtOne(double t) {
    double w = t * t;
    double odd =
        ERFC_1
            + w
                * (ERFC_3
                    + w * (ERFC_5 + w * (ERFC_7 + w * (ERFC_9 + w * (ERFC_11 + w * ERFC_13)))));
    double even = ERFC_2 + w * (ERFC_4 + w * (ERFC_6 + w * (ERFC_8 + w * (ERFC_10 + w * ERFC_12))));
    return t * (odd + t * even);
  }
}
