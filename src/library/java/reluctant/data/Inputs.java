package reluctant.data;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;

/**
 * The inputs of a {@link FormulaProblem}: a grid, random numbers, given ones, bits. An immutable
 * value that prints itself as the Java that makes it; {@link Problems} makes them.
 */
public sealed interface Inputs
    permits BitInputs,
        CoinInputs,
        GivenInputs,
        GridInputs,
        NormalInputs,
        PlaneInputs,
        UniformInputs {

  /** Returns how many inputs a sample has, 0 for as many as the formula names. */
  default int features() {
    return 0;
  }

  /**
   * Returns how many samples there are.
   *
   * @param features how many inputs each of them has, at least 1
   */
  long samples(int features);

  /**
   * Draws the inputs.
   *
   * @param features how many inputs a sample has, at least 1
   * @param random where random numbers come from; those without chance take none
   * @return the inputs (samples x features)
   */
  SimpleMatrix draw(int features, UniformRandomProvider random);

  /** Returns the names of what a formula can ask of a sample's inputs beside themselves. */
  default List<String> others() {
    return List.of();
  }

  /**
   * Computes what {@link #others} names.
   *
   * @param values a place for each of them, which is filled, then the sample's inputs
   */
  default void describe(double[] values) {}

  /**
   * Evenly spaced numbers, the same for each input: with two inputs, count^2 samples. {@link
   * GridInputs#by} gives the next input others.
   *
   * @param from the first number, finite
   * @param to the last one, finite and above
   * @param count how many, at least 2
   */
  static GridInputs grid(double from, double to, int count) {
    return new GridInputs(from, to, count);
  }

  /**
   * Given numbers of a single input.
   *
   * @param numbers at least one, finite. Copied.
   */
  static Inputs at(double... numbers) {
    return new GivenInputs(numbers);
  }

  /**
   * Independent standard normal numbers.
   *
   * @param samples how many samples, at least 1
   */
  static Inputs normal(int samples) {
    return new NormalInputs(samples);
  }

  /**
   * Independent numbers, uniform on [from, to).
   *
   * @param from the least number, finite
   * @param to what they stay below, finite
   * @param samples how many samples, at least 1
   */
  static Inputs uniform(double from, double to, int samples) {
    return new UniformInputs(from, to, samples);
  }

  /**
   * Points of the plane.
   *
   * @param samples how many, at least 1
   * @param distribution how they are drawn
   */
  static Inputs sample(int samples, Distribution distribution) {
    return new PlaneInputs(samples, distribution);
  }

  /**
   * Tossed coins: each input is 0 or 1, as likely. A formula may ask for {@code ones}, how many are
   * 1, and {@code n}, the whole number that they spell.
   *
   * @param samples how many samples, at least 1
   */
  static Inputs coins(int samples) {
    return new CoinInputs(samples);
  }

  /**
   * Whole numbers in turn, each as bits: x1 is the highest. A formula may ask for {@code n}, the
   * number itself, and {@code ones}, how many bits are 1: {@code formula("mod(n, 2) == 0", bits(0,
   * 99, 8))} asks whether a number is even, {@code formula("mod(ones, 2)", bits(0, 15, 4))} for the
   * parity.
   *
   * @param first the first number, at least 0
   * @param last the last one, at least the first
   * @param width how many bits, as many as the last number needs, and at most 31
   */
  static Inputs bits(int first, int last, int width) {
    return new BitInputs(first, last, width);
  }
}
