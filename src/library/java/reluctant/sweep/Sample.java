package reluctant.sweep;

import java.util.Arrays;
import java.util.SortedSet;

/**
 * The numbers of some trials in ascending order. A trial without one, whose number is not a number
 * or infinitely large, stands behind all others.
 */
final class Sample {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** The different numbers, ascending. */
  private final double[] numbers;

  /** How many trials have each of them or a smaller one. */
  private final long[] counts;

  /** The first seed that had each. */
  private final long[] seeds;

  private Sample(double[] numbers, long[] counts, long[] seeds) {
    this.numbers = numbers;
    this.counts = counts;
    this.seeds = seeds;
  }

  static <N extends Number & Comparable<? super N>> Sample of(Tally<N> tally) {
    SortedSet<N> happened = tally.happened();
    var numbers = new double[happened.size()];
    var counts = new long[numbers.length];
    var seeds = new long[numbers.length];
    int size = 0;
    long counted = 0;
    for (N one : happened) {
      double number = Double.isNaN(one.doubleValue()) ? NEVER : one.doubleValue();
      long seed = tally.examples(one).get(0);
      counted += tally.count(one);
      if (size > 0 && Double.compare(numbers[size - 1], number) == 0) {
        size--; // Different ones of a type that is not double can be the same double.
        seed = Math.min(seed, seeds[size]);
      }
      numbers[size] = number;
      counts[size] = counted;
      seeds[size] = seed;
      size++;
    }
    return new Sample(
        Arrays.copyOf(numbers, size), Arrays.copyOf(counts, size), Arrays.copyOf(seeds, size));
  }

  long trials() {
    return counts.length == 0 ? 0 : counts[counts.length - 1];
  }

  /** Returns the share of trials without a number. */
  Rate never() {
    return new Rate(trials() - below(different()), trials());
  }

  /** Returns how many different numbers there are. */
  private int different() {
    boolean someHaveNone = numbers.length > 0 && numbers[numbers.length - 1] == NEVER;
    return someHaveNone ? numbers.length - 1 : numbers.length;
  }

  /** Returns how many trials have one of the first so many different numbers. */
  private long below(int index) {
    return index == 0 ? 0 : counts[index - 1];
  }

  /** Returns how many trials have this number or a smaller one. */
  long atMost(double number) {
    int found = Arrays.binarySearch(numbers, number + 0.0); // Which makes 0 of -0.
    return below(found >= 0 ? found + 1 : -found - 1);
  }

  /** Returns the smallest number, NaN if there is none. */
  double min() {
    return different() == 0 ? Double.NaN : numbers[0];
  }

  /** Returns the largest number, NaN if there is none. */
  double max() {
    return different() == 0 ? Double.NaN : numbers[different() - 1];
  }

  /** Returns the numbers of all trials that have one, ascending. */
  double[] values() {
    var values = new double[Math.toIntExact(below(different()))];
    for (int i = 0; i < different(); i++) {
      Arrays.fill(values, (int) below(i), (int) counts[i], numbers[i]);
    }
    return values;
  }

  /** Returns a quantile, of no trials NaN. */
  Quantile quantile(double share) {
    if (trials() == 0) {
      return Quantile.UNKNOWN;
    }
    return new Quantile(
        number(OrderStatistics.place(share, trials())),
        number(OrderStatistics.low(share, trials())),
        number(OrderStatistics.high(share, trials())));
  }

  /** Returns the number at a place, from 1 to the number of trials, infinite beyond. */
  private double number(long place) {
    if (place < 1) {
      return Double.NEGATIVE_INFINITY;
    }
    return place > trials() ? Double.POSITIVE_INFINITY : numbers[index(place)];
  }

  /** Returns the first seed that had the number at a place. */
  long seed(long place) {
    return seeds[index(place)];
  }

  private int index(long place) {
    int found = Arrays.binarySearch(counts, place);
    return found >= 0 ? found : -found - 1;
  }
}
