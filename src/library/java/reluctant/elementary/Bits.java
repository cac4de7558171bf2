package reluctant.elementary;

import static reluctant.elementary.Coefficients.HEAD;
import static reluctant.elementary.Coefficients.SIGN;

/** Parts of a double. */
final class Bits {

  private Bits() {}

  /** Returns a size, which is not negative, with the sign of another number. */
  static double withSign(double size, double sign) {
    return Double.longBitsToDouble(
        Double.doubleToRawLongBits(size) | (Double.doubleToRawLongBits(sign) & SIGN));
  }

  static boolean isNegative(double x) {
    return Double.doubleToRawLongBits(x) < 0;
  }

  /** Returns the first 26 significant bits: the product of two such heads is exact. */
  static double head(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & HEAD);
  }
}
