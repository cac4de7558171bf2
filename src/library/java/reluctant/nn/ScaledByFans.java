package reluctant.nn;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/**
 * An initializer whose numbers depend on the fans: it must know a bias from the kernel of one
 * input. It is no default method of {@link Initializer}, which would then be initialized with each
 * class of its own constants, and two threads could wait for each other.
 */
interface ScaledByFans extends Initializer {

  /**
   * Fills a vector such as a bias or the slopes of a {@link PReLU}: both its fans are its length,
   * as in Keras.
   */
  void fillVector(DMatrixRMaj variable, UniformRandomProvider random);

  /** Fills a vector by any initializer. */
  static void fillVector(
      Initializer initializer, DMatrixRMaj variable, UniformRandomProvider random) {
    if (initializer instanceof ScaledByFans scaled) {
      scaled.fillVector(variable, random);
    } else {
      initializer.fill(variable, random);
    }
  }
}
