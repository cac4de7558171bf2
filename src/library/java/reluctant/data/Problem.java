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

  /**
   * Says whether each draw is known to give the same samples, so that a sweep keeps them once for
   * all seeds. False if in doubt.
   */
  default boolean isFixed() {
    return false;
  }

  /**
   * Returns this with normal noise on its targets, drawn after the samples of each seed.
   *
   * @param deviation its standard deviation, at least 0
   */
  default Problem noise(double deviation) {
    return new Noisy(this, Side.TARGETS, deviation);
  }

  /**
   * Returns this with normal noise on its inputs. The targets stay.
   *
   * @param deviation its standard deviation, at least 0
   */
  default Problem inputNoise(double deviation) {
    return new Noisy(this, Side.INPUTS, deviation);
  }

  /**
   * Returns this with inputs and targets of mean 0 and standard deviation 1, in each column of each
   * draw, over all of its rows. {@link Dataset#scaling} brings predictions back into the data's
   * units; a column without spread is refused when samples are drawn.
   */
  default Problem standardized() {
    return new Standardized(this, true, true);
  }

  /** Returns this with its inputs alone standardized. */
  default Problem standardizedInputs() {
    return new Standardized(this, true, false);
  }

  /** Returns this with its targets alone standardized. */
  default Problem standardizedTargets() {
    return new Standardized(this, false, true);
  }

  /**
   * Returns this with its inputs multiplied.
   *
   * @param factors one for all columns or one for each, finite and not 0
   */
  default Problem scaledInputs(double... factors) {
    return Moved.of(this, Side.INPUTS, Moved.Way.SCALED, factors);
  }

  /**
   * Returns this with its targets multiplied.
   *
   * @param factors one for all columns or one for each, finite and not 0
   */
  default Problem scaledTargets(double... factors) {
    return Moved.of(this, Side.TARGETS, Moved.Way.SCALED, factors);
  }

  /**
   * Returns this with numbers added to its inputs.
   *
   * @param numbers one for all columns or one for each, finite
   */
  default Problem shiftedInputs(double... numbers) {
    return Moved.of(this, Side.INPUTS, Moved.Way.SHIFTED, numbers);
  }

  /**
   * Returns this with numbers added to its targets.
   *
   * @param numbers one for all columns or one for each, finite
   */
  default Problem shiftedTargets(double... numbers) {
    return Moved.of(this, Side.TARGETS, Moved.Way.SHIFTED, numbers);
  }

  /**
   * Returns this with some rows of each draw held out.
   *
   * @param rows which, from 0, each once, and not all
   */
  default Problem without(int... rows) {
    return Rows.of(this, false, rows);
  }

  /**
   * Returns some rows of each draw: those that {@link #without} would hold out.
   *
   * @param rows which, from 0, each once
   */
  default Problem only(int... rows) {
    return Rows.of(this, true, rows);
  }
}
