package reluctant.elementary;

/**
 * A number as the sum of two doubles, the second a rounding error of the first, which gives about
 * 104 significant bits (Dekker 1971).
 */
record Twofold(double high, double low) {

  /** Returns the exact sum of two numbers, of which the first is 0 or the larger one in size. */
  static Twofold sum(double a, double b) {
    double sum = a + b;
    return new Twofold(sum, (a - sum) + b);
  }

  /** Returns the exact sum of any two numbers (Knuth 1969). */
  static Twofold sumOfAny(double a, double b) {
    double sum = a + b;
    double part = sum - a;
    return new Twofold(sum, (a - (sum - part)) + (b - part));
  }

  /**
   * Returns the exact product, as long as it neither overflows nor is near the subnormal numbers.
   */
  static Twofold product(double a, double b) {
    double product = a * b;
    double headA = Bits.head(a);
    double headB = Bits.head(b);
    double restA = a - headA;
    double restB = b - headB;
    double lost = ((headA * headB - product) + headA * restB + restA * headB) + restA * restB;
    return new Twofold(product, lost);
  }

  /** Returns the sum with a number that is no larger in size. */
  Twofold plus(Twofold other) {
    double sum = high + other.high;
    return sum(sum, ((high - sum) + other.high) + (low + other.low));
  }

  Twofold times(Twofold other) {
    Twofold product = product(high, other.high);
    return sum(product.high, product.low + (high * other.low + low * other.high));
  }

  Twofold over(Twofold other) {
    double quotient = high / other.high;
    Twofold product = product(quotient, other.high);
    double left = ((high - product.high) - product.low) + (low - quotient * other.low);
    return sum(quotient, left / other.high);
  }

  Twofold negate() {
    return new Twofold(-high, -low);
  }

  double value() {
    return high + low;
  }
}
