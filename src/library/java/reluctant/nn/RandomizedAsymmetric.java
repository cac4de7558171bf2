package reluctant.nn;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.elementary.Gaussian;

/**
 * The randomized asymmetric initialization against networks that are born dead (Lu, Shin, Su and
 * Karniadakis 2019): the weights and the bias of a unit are normal with mean 0 and standard
 * deviation 0.6007 / sqrt(inputs), but one of them, chosen at random, is drawn from Beta(2, 1),
 * which is positive.
 *
 * <p>As the kernel's initializer of a {@link Dense} layer with a bias it draws both, and the
 * layer's bias initializer is not asked. Elsewhere it draws each column by itself.
 */
public record RandomizedAsymmetric() implements Initializer {

  private static final double DEVIATION = 0.6007;

  @Override
  public void fill(DMatrixRMaj variable, UniformRandomProvider random) {
    fill(variable, new DMatrixRMaj(0, variable.numCols), random);
  }

  /**
   * Fills a kernel and its bias, unit by unit.
   *
   * @param kernel the kernel (inputs x units). Modified.
   * @param bias the bias (1 x units), or nothing (0 x units). Modified.
   * @param random where random numbers are taken from
   */
  void fill(DMatrixRMaj kernel, DMatrixRMaj bias, UniformRandomProvider random) {
    var normal = new Gaussian(random);
    double deviation = DEVIATION / Math.sqrt(kernel.numRows);
    for (int unit = 0; unit < kernel.numCols; unit++) {
      int asymmetric = random.nextInt(kernel.numRows + bias.numRows);
      for (int i = 0; i < kernel.numRows + bias.numRows; i++) {
        // The root of a uniform number follows Beta(2, 1).
        double draw =
            i == asymmetric ? Math.sqrt(random.nextDouble()) : deviation * normal.sample();
        if (i < kernel.numRows) {
          kernel.set(i, unit, draw);
        } else {
          bias.set(0, unit, draw);
        }
      }
    }
  }

  /** Returns this initializer as the Java that makes it. */
  @Override
  public String toString() {
    return "new RandomizedAsymmetric()";
  }
}
