package reluctant.elementary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** The elementary functions to more than 30 significant digits, by their series. */
final class Decimals {

  private static final MathContext DIGITS = new MathContext(40);
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int HALVINGS = 8;

  /** Enough for an angle of 309 digits. */
  private static final BigDecimal PI = machin(new MathContext(400));

  private static final BigDecimal LN_2 =
      atanh(ONE.divide(BigDecimal.valueOf(3), DIGITS)).multiply(TWO);

  private Decimals() {}

  static BigDecimal exp(BigDecimal x) {
    BigDecimal k = x.divide(LN_2, DIGITS).setScale(0, RoundingMode.HALF_EVEN);
    BigDecimal r = x.subtract(k.multiply(LN_2), DIGITS);
    return expm1OfSmall(r).add(ONE).multiply(TWO.pow(k.intValueExact(), DIGITS), DIGITS);
  }

  static BigDecimal expm1(BigDecimal x) {
    return x.abs().compareTo(ONE) < 0 ? expm1OfSmall(x) : exp(x).subtract(ONE, DIGITS);
  }

  /** From e^2r - 1 = (e^r - 1) (e^r + 1). */
  private static BigDecimal expm1OfSmall(BigDecimal x) {
    BigDecimal r = x.divide(TWO.pow(HALVINGS), DIGITS);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal term = ONE;
    for (int n = 1; n < 18; n++) {
      term = term.multiply(r, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.multiply(sum.add(TWO), DIGITS);
    }
    return sum;
  }

  /** By a step of Halley's from a double that is nearly right, which trebles the digits. */
  private static BigDecimal log(BigDecimal x, double nearly) {
    BigDecimal y = new BigDecimal(nearly);
    BigDecimal e = y.abs().compareTo(ONE) < 0 ? expm1(y).add(ONE) : exp(y);
    BigDecimal off = x.subtract(e).multiply(TWO).divide(x.add(e), DIGITS);
    return y.add(off, DIGITS);
  }

  static BigDecimal log(BigDecimal x) {
    return log(x, StrictMath.log(x.doubleValue()));
  }

  static BigDecimal log1p(BigDecimal x) {
    return log(ONE.add(x), StrictMath.log1p(x.doubleValue()));
  }

  static BigDecimal tanh(BigDecimal x) {
    BigDecimal less = expm1(x.multiply(TWO));
    return less.divide(less.add(TWO), DIGITS);
  }

  static BigDecimal sigmoid(BigDecimal x) {
    return ONE.divide(ONE.add(exp(x.negate())), DIGITS);
  }

  static BigDecimal softplus(BigDecimal x) {
    BigDecimal e = exp(x);
    return x.signum() > 0
        ? x.add(log1p(exp(x.negate())), DIGITS)
        : log(ONE.add(e), StrictMath.log1p(e.doubleValue()));
  }

  /** 2 / sqrt(pi) e^(-x^2) times the sum of (2 x^2)^n x / (1 3 5 .. (2n + 1)). */
  static BigDecimal erf(BigDecimal x) {
    BigDecimal square = x.multiply(x, DIGITS);
    BigDecimal term = x;
    BigDecimal sum = x;
    for (int n = 1; term.abs().compareTo(sum.abs().movePointLeft(40)) > 0; n++) {
      term =
          term.multiply(square, DIGITS).multiply(TWO).divide(BigDecimal.valueOf(2 * n + 1), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    BigDecimal scale = TWO.divide(PI.sqrt(DIGITS), DIGITS).multiply(exp(square.negate()), DIGITS);
    return sum.multiply(scale, DIGITS);
  }

  static BigDecimal sin(BigDecimal x) {
    return sinOfQuarters(x, 0);
  }

  static BigDecimal cos(BigDecimal x) {
    return sinOfQuarters(x, 1);
  }

  static BigDecimal tan(BigDecimal x) {
    return sin(x).divide(cos(x), DIGITS);
  }

  private static BigDecimal sinOfQuarters(BigDecimal x, int more) {
    var digits = new MathContext(80 + Math.max(0, x.precision() - x.scale()));
    BigDecimal right = PI.divide(TWO, digits);
    BigInteger count = x.divide(right, 0, RoundingMode.HALF_EVEN).toBigInteger();
    BigDecimal r = x.subtract(right.multiply(new BigDecimal(count)));
    int quarter = count.intValue() + more;
    BigDecimal value = (quarter & 1) == 0 ? series(r, r, 1) : series(ONE, r, 0);
    return (quarter & 2) == 0 ? value : value.negate();
  }

  /** The series of a sine or cosine from its first term. */
  private static BigDecimal series(BigDecimal first, BigDecimal r, int power) {
    BigDecimal square = r.round(DIGITS).pow(2, DIGITS).negate();
    BigDecimal term = first.round(DIGITS);
    BigDecimal sum = term;
    for (int n = power + 2; n < 44; n += 2) {
      term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf((long) n * (n - 1)), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }

  /** By the angle that is missing to a double that is nearly right. */
  static BigDecimal atan(BigDecimal t) {
    BigDecimal y = new BigDecimal(StrictMath.atan(t.doubleValue()));
    BigDecimal s = sin(y);
    BigDecimal c = cos(y);
    BigDecimal off = t.multiply(c).subtract(s).divide(c.add(t.multiply(s)), DIGITS);
    return y.add(off.subtract(off.pow(3).divide(BigDecimal.valueOf(3), DIGITS)), DIGITS);
  }

  static BigDecimal pow(BigDecimal x, BigDecimal y) {
    return exp(y.multiply(log(x), DIGITS));
  }

  static BigDecimal pi() {
    return PI;
  }

  private static BigDecimal atanh(BigDecimal s) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 0; n < 80; n++) {
      sum = sum.add(s.pow(2 * n + 1, DIGITS).divide(BigDecimal.valueOf(2 * n + 1), DIGITS));
    }
    return sum;
  }

  /** pi = 16 atan(1/5) - 4 atan(1/239) (Machin 1706). */
  private static BigDecimal machin(MathContext digits) {
    return atanOfInverse(5, digits)
        .multiply(BigDecimal.valueOf(16))
        .subtract(atanOfInverse(239, digits).multiply(BigDecimal.valueOf(4)));
  }

  private static BigDecimal atanOfInverse(int n, MathContext digits) {
    BigDecimal power = ONE.divide(BigDecimal.valueOf(n), digits);
    BigDecimal sum = power;
    for (int i = 3; i < 600; i += 2) {
      power = power.divide(BigDecimal.valueOf(-(long) n * n), digits);
      sum = sum.add(power.divide(BigDecimal.valueOf(i), digits));
    }
    return sum;
  }
}
