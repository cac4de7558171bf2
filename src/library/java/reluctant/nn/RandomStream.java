package reluctant.nn;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import reluctant.Require;

/**
 * The independent streams of random numbers that one seed gives: what is drawn for one purpose
 * never shifts what is drawn for another.
 *
 * <p>A stream is xoshiro256++ (Blackman and Vigna 2019), whose state is filled by SplitMix64 from
 * the seed and the stream's number. Both are specified to the bit, so a seed gives the same numbers
 * on every machine and JDK.
 */
public enum RandomStream {
  /** The initial kernels and biases. */
  PARAMETERS(0),
  /** Drawn data. */
  DATA(1),
  /**
   * The order of samples. {@link #ofBlock} gives it to 64 neighbouring seeds at once, so that
   * networks trained side by side take the same rows at the same time, each of its own data.
   */
  ORDER(2),
  /** What a {@link Dropout} layer drops. */
  DROPOUT(3);

  private static final int BLOCK_BITS = 6;

  /** As many streams as one fit may ever have. */
  private static final int OF_EACH_FIT = 16;

  private final int number;

  RandomStream(int number) {
    this.number = number;
  }

  /**
   * Returns this stream for one seed, at its beginning.
   *
   * @param seed any number
   * @return a generator of its own, not shared with any other caller
   */
  public UniformRandomProvider of(long seed) {
    return of(seed, 0);
  }

  /**
   * Returns this stream for one of several trainings of a seed that follow each other.
   *
   * @param seed any number
   * @param fit the number of the training, from 0
   * @return a generator of its own, at its beginning
   */
  public UniformRandomProvider of(long seed, int fit) {
    return new XoShiRo256PlusPlus(state(seed, fit));
  }

  /**
   * Returns the four numbers that xoshiro256++ begins with, in this stream for one seed.
   *
   * @param seed any number
   * @param fit the number of the training, from 0
   */
  public long[] state(long seed, int fit) {
    // The seed is mixed first: SplitMix64 started at neighbouring numbers walks the same orbit.
    long stream = number + (long) OF_EACH_FIT * Require.atLeast("fit", fit, 0);
    var mixed = new SplitMix64(new SplitMix64(seed).nextLong() + stream);
    return new long[] {mixed.nextLong(), mixed.nextLong(), mixed.nextLong(), mixed.nextLong()};
  }

  /**
   * Returns this stream for the block of 64 seeds that the seed lies in: {@code of(seed >>> 6,
   * fit)}.
   *
   * @param seed any number
   * @param fit the number of the training, from 0
   * @return a generator of its own, at its beginning
   */
  public UniformRandomProvider ofBlock(long seed, int fit) {
    return of(seed >>> BLOCK_BITS, fit);
  }
}
