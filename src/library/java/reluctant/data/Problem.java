package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * What is learnt: a way to draw samples. Each seed of a sweep draws its own; a {@link Dataset} is
 * the problem that always gives itself, and so is the same for all.
 *
 * <p>A problem is an immutable value that prints itself as the Java that makes it.
 */
public interface Problem {

  /** Returns how many samples a draw has, at least 1. */
  int samples();

  /** Returns how many numbers go in for each sample, at least 1. */
  int features();

  /** Returns how many numbers come out for each sample, at least 1. */
  int outputs();

  /**
   * Draws samples. The same state of the generator gives the same bits on each JDK.
   *
   * @param random where the random numbers come from; problems without chance take none
   * @return the samples
   */
  Dataset draw(UniformRandomProvider random);
}
