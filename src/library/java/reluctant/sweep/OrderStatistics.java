package reluctant.sweep;

/**
 * Which of n numbers in ascending order, x(1) to x(n), a quantile is and which two enclose it. No
 * matter how the numbers are distributed, as many as B of them lie at or below their p-quantile or
 * more, where B is binomial, of n trials with probability p. So at 95 % or more it lies between
 * x(l) and x(u) with P(B &lt; l) &le; 2.5 % and P(B &ge; u) &le; 2.5 % (Thompson 1936; also of
 * numbers that repeat, Scheff&eacute; and Tukey 1945).
 */
final class OrderStatistics {

  /** The chance that is left at each end. */
  private static final double TAIL = 0.025;

  /** A probability so much smaller than the largest adds nothing. */
  private static final double NEGLIGIBLE = 1e-20;

  private OrderStatistics() {}

  /**
   * Returns the place of a quantile: the smallest k with k / n &ge; p.
   *
   * @param share p, from 0 to 1
   * @param count n, at least 1
   * @return k, from 1 to n
   */
  static long place(double share, long count) {
    long place = (long) Math.ceil(count * share);
    boolean isRoundedUp = (place - 1) / (double) count >= share;
    return Math.max(1, isRoundedUp ? place - 1 : place);
  }

  /** Returns l, the largest with P(B &lt; l) &le; 2.5 %, or 0 if none is that unlikely. */
  static long low(double share, long count) {
    long place = Math.min(count, (long) ((count + 1) * share)); // The likeliest B.
    double tail = upTo(place, share, count);
    double all = tail + upTo(count - place, 1 - share, count) - 1;
    double weight = 1;
    while (place >= 0 && tail > TAIL * all) {
      tail -= weight;
      weight *= step(place, share, count);
      place--;
    }
    return place + 1;
  }

  /** Returns u, the smallest with P(B &ge; u) &le; 2.5 %, or n + 1 if none is that unlikely. */
  static long high(double share, long count) {
    return count + 1 - low(1 - share, count);
  }

  /** Returns P(B &le; k) / P(B = k). */
  private static double upTo(long k, double share, long count) {
    double sum = 0;
    double weight = 1;
    for (long place = k; place >= 0 && weight > NEGLIGIBLE; place--) {
      sum += weight;
      weight *= step(place, share, count);
    }
    return sum;
  }

  /** Returns P(B = k - 1) / P(B = k). */
  private static double step(long k, double share, long count) {
    return k * (1 - share) / ((count - k + 1) * share);
  }
}
