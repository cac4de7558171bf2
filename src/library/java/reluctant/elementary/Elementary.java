package reluctant.elementary;

/**
 * Elementary functions that give the same bits everywhere.
 *
 * <p>A ulp is the distance between the two doubles around the exact value. Each function is within
 * the bound that it states, for all arguments; rises or falls where the exact function does, never
 * the other way; and treats NaN, infinities and the sign of 0 as the method of {@link Math} with
 * its name.
 */
public final class Elementary {

  private Elementary() {}

  /**
   * Computes e^x within 1 ulp.
   *
   * @param x any number
   * @return e^x
   */
  public static double exp(double x) {
    return Exponential.exp(x, 0);
  }

  /**
   * Computes e^x - 1 within 2 ulp, also for small x.
   *
   * @param x any number
   * @return e^x - 1
   */
  public static double expm1(double x) {
    return Exponential.expm1(x);
  }

  /**
   * Computes ln x within 1 ulp.
   *
   * @param x any number
   * @return ln x, NaN below 0
   */
  public static double log(double x) {
    return Logarithm.log(x);
  }

  /**
   * Computes ln(1 + x) within 2 ulp, also for small x.
   *
   * @param x any number
   * @return ln(1 + x), NaN below -1
   */
  public static double log1p(double x) {
    return Logarithm.log1p(x);
  }

  /**
   * Computes tanh x within 2 ulp.
   *
   * @param x any number
   * @return (e^x - e^-x) / (e^x + e^-x)
   */
  public static double tanh(double x) {
    return Logistic.tanh(x);
  }

  /**
   * Computes the logistic function within 2 ulp.
   *
   * @param x any number
   * @return 1 / (1 + e^-x)
   */
  public static double sigmoid(double x) {
    return Logistic.sigmoid(x);
  }

  /**
   * Computes softplus within 2 ulp.
   *
   * @param x any number
   * @return ln(1 + e^x)
   */
  public static double softplus(double x) {
    return x > Coefficients.SOFTPLUS_LINEAR ? x : Logarithm.log1p(Exponential.exp(x, 0));
  }

  /**
   * Computes the error function within 2 ulp.
   *
   * @param x any number
   * @return 2 / sqrt(pi) times the integral of e^(-t^2) from 0 to x
   */
  public static double erf(double x) {
    return ErrorFunction.erf(x);
  }

  /**
   * Computes sin x within 2 ulp, however large x is.
   *
   * @param x an angle in radians
   * @return sin x, NaN for an infinite x
   */
  public static double sin(double x) {
    return Trigonometric.sin(x);
  }

  /**
   * Computes cos x within 2 ulp, however large x is.
   *
   * @param x an angle in radians
   * @return cos x, NaN for an infinite x
   */
  public static double cos(double x) {
    return Trigonometric.cos(x);
  }

  /**
   * Computes tan x within 2 ulp, however large x is.
   *
   * @param x an angle in radians
   * @return tan x, NaN for an infinite x
   */
  public static double tan(double x) {
    return Trigonometric.tan(x);
  }

  /**
   * Computes within 2 ulp the angle at which a point lies.
   *
   * @param y the point's second coordinate
   * @param x the point's first coordinate
   * @return radians from the first axis towards the second, from -pi to pi
   */
  public static double atan2(double y, double x) {
    return Angle.atan2(y, x);
  }

  /**
   * Computes sqrt(x^2 + y^2) within 2 ulp, without overflow on the way.
   *
   * @param x one side
   * @param y the other side
   * @return the length of the diagonal
   */
  public static double hypot(double x, double y) {
    return Angle.hypot(x, y);
  }

  /**
   * Computes x^y within 2 ulp. Whole powers that are doubles are exact.
   *
   * @param x the base
   * @param y the exponent
   * @return x^y, NaN for a negative base and an exponent that is no whole number
   */
  public static double pow(double x, double y) {
    return Power.pow(x, y);
  }
}
