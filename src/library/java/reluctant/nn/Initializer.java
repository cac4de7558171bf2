package reluctant.nn;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.nn.VarianceScaling.Distribution;
import reluctant.nn.VarianceScaling.Mode;

/**
 * How the numbers of a kernel or a bias start.
 *
 * <p>Implementations are immutable and keep no generator: the same random stream gives the same
 * numbers. Those with settings are classes: {@link Constant}, {@link Given}, {@link RandomUniform},
 * {@link RandomNormal}, {@link TruncatedNormal}, {@link VarianceScaling}. {@link SpreadSigns},
 * {@link SpreadDirections}, {@link Mirrored}, {@link NonNegativeStart} and {@link
 * RandomizedAsymmetric} are cures against units that are born dead or alike.
 */
public interface Initializer {

  /** Every number is 0. */
  Initializer ZEROS = new Constant(0);

  /** Every number is 1. */
  Initializer ONES = new Constant(1);

  /**
   * Uniform in [-l, l], l = sqrt(6 / (inputs + units)) (Glorot and Bengio 2010). Keras' default.
   */
  Initializer GLOROT_UNIFORM = new VarianceScaling(1, Mode.FAN_AVG, Distribution.UNIFORM);

  /** Truncated normal with variance 2 / (inputs + units) (Glorot and Bengio 2010). */
  Initializer GLOROT_NORMAL = new VarianceScaling(1, Mode.FAN_AVG, Distribution.TRUNCATED_NORMAL);

  /** Uniform in [-l, l], l = sqrt(6 / inputs) (He et al. 2015). */
  Initializer HE_UNIFORM = new VarianceScaling(2, Mode.FAN_IN, Distribution.UNIFORM);

  /** Truncated normal with variance 2 / inputs (He et al. 2015). */
  Initializer HE_NORMAL = new VarianceScaling(2, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);

  /** Uniform in [-l, l], l = sqrt(3 / inputs) (LeCun et al. 1998). */
  Initializer LECUN_UNIFORM = new VarianceScaling(1, Mode.FAN_IN, Distribution.UNIFORM);

  /** Truncated normal with variance 1 / inputs (LeCun et al. 1998). */
  Initializer LECUN_NORMAL = new VarianceScaling(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);

  /**
   * Fills a variable, row by row.
   *
   * @param variable a kernel (inputs x units) or a bias (1 x units). Modified.
   * @param random where random numbers are taken from
   * @throws IllegalArgumentException if this initializer has no numbers for that shape
   */
  void fill(DMatrixRMaj variable, UniformRandomProvider random);
}
