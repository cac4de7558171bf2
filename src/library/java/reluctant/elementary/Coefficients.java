package reluctant.elementary;

/**
 * The numbers that the elementary functions are made of, in plain Java and in vectors.
 *
 * <p>The coefficients of a polynomial have the smallest largest error over its interval, found by
 * Remez' exchange algorithm (1934) in numbers of 70 digits; they are rounded to doubles one after
 * the other, the lowest power first, with the others fitted anew. The number in a name is the power
 * of the variable that it belongs to.
 */
public final class Coefficients {

  /** A sum with it has no binary places: it rounds to a whole number, found in its last bits. */
  public static final double SHIFT = 0x1.8p52;

  /** Below, e^x - 1 and ln(1 + x) round to x. */
  public static final double TINY = 0x1p-54;

  /** 1 / ln 2. */
  public static final double LOG2_E = 1.4426950408889634;

  /** The first 42 bits of ln 2, which leave room for a factor of 11 bits. */
  public static final double LN2_HIGH = 0.6931471805598903;

  /** The rest of ln 2. */
  public static final double LN2_LOW = 5.497923018708371e-14;

  /** Where the logistic function and, of twice its argument, tanh change their formulas. */
  public static final double LOGISTIC_SEAM = 1.1;

  /** Above, ln(1 + e^x) rounds to x. */
  public static final double SOFTPLUS_LINEAR = 40;

  /** Where the error function changes its formulas. */
  public static final double ERF_SEAM = 0.7;

  /** The bits of 1. */
  public static final long ONE_BITS = 0x3ff0000000000000L;

  /** The bits of sqrt(1/2). */
  public static final long ROOT_BITS = 0x3fe6a09e667f3bcdL;

  /** A double that holds a whole number in its last bits. */
  public static final double WHOLE = 0x1p52;

  /** The bits of that double. */
  public static final long WHOLE_BITS = 0x4330000000000000L;

  /** The bit of the sign. */
  public static final long SIGN = Long.MIN_VALUE;

  /** All bits but the last 27. */
  public static final long HEAD = -1L << 27;

  /** Of e^r - 1 - r - r^2/2 for |r| up to ln(2)/2, within 2^-63.9. */
  public static final double EXP_3 = 0.16666666666666685,
      EXP_4 = 0.04166666666666667,
      EXP_5 = 0.008333333333315757,
      EXP_6 = 0.0013888888888881712,
      EXP_7 = 0.00019841269899411392,
      EXP_8 = 2.4801587333183562e-05,
      EXP_9 = 2.755723197848105e-06,
      EXP_10 = 2.7557263107929805e-07,
      EXP_11 = 2.5112994582801733e-08,
      EXP_12 = 2.091935877059898e-09;

  /** Of 2 atanh(s) - 2 s for s up to (sqrt(2) - 1) / (sqrt(2) + 1), within 2^-61.8. */
  public static final double LOG_3 = 0.666666666666681,
      LOG_5 = 0.3999999999901621,
      LOG_7 = 0.28571428818156325,
      LOG_9 = 0.22222191674560077,
      LOG_11 = 0.1818388999132464,
      LOG_13 = 0.15306359286014345,
      LOG_15 = 0.14867824196619572;

  /** Of 2 atanh(s) - 2 s - 2 s^3/3 - 2 s^5/5 in the same interval, within 2^-78.8 of s. */
  public static final double POW_7 = 0.2857142857142852,
      POW_9 = 0.2222222222225288,
      POW_11 = 0.18181818174450004,
      POW_13 = 0.15384616333160658,
      POW_15 = 0.13333261049396858,
      POW_17 = 0.11768068834659082,
      POW_19 = 0.10432676380450932,
      POW_21 = 0.10946441253199553;

  /** Of erf(x) - x for x up to 0.7, within 2^-56.0 of x. */
  public static final double ERF_1 = 0.1283791670955126,
      ERF_3 = -0.3761263890318426,
      ERF_5 = 0.11283791670989053,
      ERF_7 = -0.026866170653858906,
      ERF_9 = 0.005223977738788967,
      ERF_11 = -0.0008548335438299454,
      ERF_13 = 0.0001205571120544277,
      ERF_15 = -1.4936082308179114e-05,
      ERF_17 = 1.6633056659511906e-06,
      ERF_19 = -1.7846964183905144e-07,
      ERF_21 = 1.9106902079788276e-08;

  /**
   * Of e^(x^2) erfc(x) in powers of t = (x - 1) / (x + 3) for x from 0.7 to 6, within 2^-56.6
   * e^(x^2).
   */
  public static final double ERFC_0 = 0.427583576155807,
      ERFC_1 = -1.0928480591355925,
      ERFC_2 = 1.3770969228149734,
      ERFC_3 = -1.2234841074818974,
      ERFC_4 = 0.7239166810784103,
      ERFC_5 = -0.2239468279453163,
      ERFC_6 = -0.022371535939312123,
      ERFC_7 = 0.04264061031313015,
      ERFC_8 = -0.0021717895525828566,
      ERFC_9 = -0.008420030411668661,
      ERFC_10 = 0.0002780678256825228,
      ERFC_11 = 0.002300648617667498,
      ERFC_12 = -0.00047655345794960624,
      ERFC_13 = -2.8746596213624616e-05;

  /** Of sin(r) - r for r up to pi/4, within 2^-58.0 of r. */
  public static final double SIN_3 = -0.16666666666666632,
      SIN_5 = 0.00833333333332249,
      SIN_7 = -0.0001984126982985763,
      SIN_9 = 2.755731370687809e-06,
      SIN_11 = -2.5050760211927812e-08,
      SIN_13 = 1.589690696051145e-10;

  /** Of cos(r) - 1 + r^2/2 for r up to pi/4, within 2^-64.2. */
  public static final double COS_4 = 0.0416666666666666,
      COS_6 = -0.0013888888888874474,
      COS_8 = 2.4801587289671523e-05,
      COS_10 = -2.755731440102198e-07,
      COS_12 = 2.0875729279451387e-09,
      COS_14 = -1.135993412299923e-11;

  /** Of atan(t) - t for t up to 1/3, within 2^-66.3 of t. */
  public static final double ATAN_3 = -0.3333333333333333,
      ATAN_5 = 0.19999999999999044,
      ATAN_7 = -0.14285714285542303,
      ATAN_9 = 0.1111111109567145,
      ATAN_11 = -0.09090908284111009,
      ATAN_13 = 0.07692281108080987,
      ATAN_15 = -0.06666090322783408,
      ATAN_17 = 0.0587398494881865,
      ATAN_19 = -0.051820904202584284,
      ATAN_21 = 0.042523599971722024,
      ATAN_23 = -0.023986950968618352;

  private Coefficients() {}
}
