package reluctant.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import reluctant.elementary.Elementary;

/** The functions of formulas, by their names in lower case. */
@SuppressWarnings("ImmutableEnumChecker") // What they are made of has no state.
public enum Function {
  /** |x|. */
  ABS(Math::abs),
  /** The angle whose tangent is x. */
  ATAN(x -> Elementary.atan2(x, 1)),
  /** The angle of the point (x, y), as atan2(y, x). */
  ATAN2(Elementary::atan2),
  /** The least whole number that is not below x. */
  CEIL(Math::ceil),
  /** The cosine. */
  COS(Elementary::cos),
  /** The error function. */
  ERF(Elementary::erf),
  /** e^x. */
  EXP(Elementary::exp),
  /** e^x - 1. */
  EXPM1(Elementary::expm1),
  /** The largest whole number that is not above x. */
  FLOOR(Math::floor),
  /** sqrt(x^2 + y^2). */
  HYPOT(Elementary::hypot),
  /** The natural logarithm. */
  LOG(Elementary::log),
  /** log(1 + x). */
  LOG1P(Elementary::log1p),
  /** The largest of two numbers or more. */
  MAX(Math::max, true),
  /** The smallest of two numbers or more. */
  MIN(Math::min, true),
  /** What is left of x after whole multiples of y, x - y floor(x / y). */
  MOD((x, y) -> x - y * Math.floor(x / y)),
  /** max(x, 0). */
  RELU(x -> Math.max(x, 0)),
  /** 1 / (1 + e^-x). */
  SIGMOID(Elementary::sigmoid),
  /** -1, 0 or 1. */
  SIGN(Math::signum),
  /** The sine. */
  SIN(Elementary::sin),
  /** log(1 + e^x). */
  SOFTPLUS(Elementary::softplus),
  /** The square root. */
  SQRT(Math::sqrt),
  /** The tangent. */
  TAN(Elementary::tan),
  /** The hyperbolic tangent. */
  TANH(Elementary::tanh);

  private final String word = name().toLowerCase(Locale.ROOT);
  private final @Nullable DoubleUnaryOperator one;
  private final @Nullable DoubleBinaryOperator two;
  private final boolean takesMore;

  Function(DoubleUnaryOperator one) {
    this.one = one;
    two = null;
    takesMore = false;
  }

  Function(DoubleBinaryOperator two) {
    this(two, false);
  }

  Function(DoubleBinaryOperator two, boolean takesMore) {
    one = null;
    this.two = two;
    this.takesMore = takesMore;
  }

  /** Returns the function of a name, or null. */
  static @Nullable Function named(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst().orElse(null);
  }

  /** Says whether it takes so many numbers. */
  boolean takes(int count) {
    return one != null ? count == 1 : count == 2 || (takesMore && count > 2);
  }

  /** Returns how it is written, such as "sin(x)". */
  public String example() {
    return word + (one != null ? "(x)" : takesMore ? "(x1, x2, ..)" : "(x1, x2)");
  }

  double at(List<Term> arguments, double[] values) {
    double result = arguments.get(0).at(values);
    if (one != null) {
      return one.applyAsDouble(result);
    }
    for (int i = 1; two != null && i < arguments.size(); i++) {
      result = two.applyAsDouble(result, arguments.get(i).at(values));
    }
    return result;
  }

  /** Returns its name in formulas. */
  @Override
  public String toString() {
    return word;
  }
}
