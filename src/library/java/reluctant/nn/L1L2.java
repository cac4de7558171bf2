package reluctant.nn;

import org.ejml.data.DMatrixRMaj;
import reluctant.Require;

/**
 * R = l1 sum |k| + l2 sum k^2, with slope 0 of |k| at k = 0, as in Keras. With one of them 0 it is
 * Keras' L1 or L2.
 *
 * @param l1 the weight of the magnitudes, finite and at least 0
 * @param l2 the weight of the squares, finite and at least 0
 */
public record L1L2(double l1, double l2) implements Regularizer {

  public L1L2 {
    Require.notNegative("l1", l1);
    Require.notNegative("l2", l2);
  }

  /**
   * Returns R = l1 sum |k|.
   *
   * @param l1 the weight, finite and at least 0
   * @return the regularizer
   */
  public static L1L2 l1(double l1) {
    return new L1L2(l1, 0);
  }

  /**
   * Returns R = l2 sum k^2.
   *
   * @param l2 the weight, finite and at least 0
   * @return the regularizer
   */
  public static L1L2 l2(double l2) {
    return new L1L2(0, l2);
  }

  @Override
  public double penalty(DMatrixRMaj kernel) {
    double magnitudes = 0;
    double squares = 0;
    for (int i = 0; i < kernel.getNumElements(); i++) {
      double k = kernel.data[i];
      magnitudes += Math.abs(k);
      squares += k * k;
    }
    return l1 * magnitudes + l2 * squares;
  }

  @Override
  public void addGradient(DMatrixRMaj kernel, DMatrixRMaj gradient) {
    for (int i = 0; i < kernel.getNumElements(); i++) {
      double k = kernel.data[i];
      gradient.data[i] += l1 * Math.signum(k) + 2 * l2 * k;
    }
  }

  /** Returns this regularizer as the Java that makes it. */
  @Override
  public String toString() {
    return "new L1L2(" + l1 + ", " + l2 + ")";
  }
}
