package reluctant.elementary;

import static reluctant.elementary.Coefficients.SHIFT;

import java.math.BigInteger;

/**
 * An angle as a number of right angles, of which only the last two bits count, and what is left, at
 * most pi/4 in size.
 *
 * <p>Up to 2^20, pi/2 has four parts, the first three of 33 bits, whose products with the number of
 * right angles are exact (Cody and Waite 1980). Beyond, the angle, a whole number of 53 bits times
 * a power of two, is multiplied with 1216 binary places of 2/pi, and the places that matter are cut
 * out of the product (Payne and Hanek 1983).
 */
record RightAngles(int count, Twofold left) {

  private static final double PER_RADIAN = 0.6366197723675814;
  private static final double PART_1 = 1.5707963267341256;
  private static final double PART_2 = 6.077100506303966e-11;
  private static final double PART_3 = 2.0222662487111665e-21;
  private static final double PART_4 = 8.4784276603689e-32;
  private static final Twofold RADIANS = new Twofold(1.5707963267948966, 6.123233995736766e-17);

  private static final int PLACES = 1216;
  private static final BigInteger PER_RADIAN_PLACES =
      new BigInteger(
          "a2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424d"
              + "d2e006492eea09d1921cfe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639"
              + "835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f46"
              + "3f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6bab",
          16);

  /** How many binary places are kept: the closest double to a right angle begins after 62. */
  private static final int KEPT = 192;

  static RightAngles of(double x) {
    double size = Math.abs(x);
    if (size <= 0.785) {
      return new RightAngles(0, new Twofold(x, 0));
    }
    if (size <= 0x1p20) {
      return ofMedium(x);
    }
    if (!(size < Double.POSITIVE_INFINITY)) {
      return new RightAngles(0, new Twofold(Double.NaN, 0));
    }
    RightAngles angle = ofLarge(size);
    return x > 0 ? angle : new RightAngles(-angle.count, angle.left.negate());
  }

  private static RightAngles ofMedium(double x) {
    double count = (x * PER_RADIAN + SHIFT) - SHIFT;
    double first = x - count * PART_1;
    Twofold second = Twofold.sumOfAny(first, -count * PART_2);
    Twofold third = Twofold.sumOfAny(second.high(), -count * PART_3);
    double low = third.low() + (second.low() - count * PART_4);
    return new RightAngles((int) count, Twofold.sumOfAny(third.high(), low));
  }

  private static RightAngles ofLarge(double size) {
    long bits = Double.doubleToRawLongBits(size);
    int exponent = (int) (bits >>> 52) - 1075;
    long whole = (bits & ((1L << 52) - 1)) | (1L << 52);
    BigInteger angles =
        PER_RADIAN_PLACES.multiply(BigInteger.valueOf(whole)).shiftRight(PLACES - KEPT - exponent);
    BigInteger count = angles.add(BigInteger.ONE.shiftLeft(KEPT - 1)).shiftRight(KEPT);
    BigInteger left = angles.subtract(count.shiftLeft(KEPT));
    int cut = Math.max(0, left.bitLength() - 52);
    BigInteger head = left.shiftRight(cut);
    BigInteger rest = left.subtract(head.shiftLeft(cut));
    Twofold turned =
        Twofold.sum(
            head.longValue() * Exponential.powerOfTwo(cut - KEPT),
            rest.doubleValue() * Exponential.powerOfTwo(-KEPT));
    return new RightAngles(count.intValue(), turned.times(RADIANS));
  }
}
