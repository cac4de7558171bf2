package reluctant.nn;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/**
 * How the numbers of a kernel or a bias start.
 *
 * <p>Implementations are immutable and keep no generator: the same random stream gives the same
 * numbers.
 */
public interface Initializer {

  /** Every number is 0. */
  Initializer ZEROS = new Constant(0);

  /** Every number is 1. */
  Initializer ONES = new Constant(1);

  /**
   * Uniform in [-l, l], l = sqrt(6 / (inputs + units)) (Glorot and Bengio 2010). Keras' default.
   */
  Initializer GLOROT_UNIFORM = new GlorotUniform();

  /**
   * Fills a variable, row by row.
   *
   * @param variable a kernel (inputs x units) or a bias (1 x units). Modified.
   * @param random where random numbers are taken from
   * @throws IllegalArgumentException if this initializer has no numbers for that shape
   */
  void fill(DMatrixRMaj variable, UniformRandomProvider random);
}
