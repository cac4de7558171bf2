package reluctant.nn;

import org.ejml.data.DMatrixRMaj;

/**
 * A penalty R(K) on a kernel that is added to the loss of each batch, and its gradient to the
 * gradient.
 */
public interface Regularizer {

  /** No penalty: R = 0. */
  Regularizer NONE = new L1L2(0, 0);

  /**
   * Computes the penalty.
   *
   * @param kernel K (inputs x units). Not modified.
   * @return R(K)
   */
  double penalty(DMatrixRMaj kernel);

  /**
   * Adds the penalty's gradient.
   *
   * @param kernel K (inputs x units). Not modified.
   * @param gradient dR/dK is added to it (inputs x units). Modified.
   */
  void addGradient(DMatrixRMaj kernel, DMatrixRMaj gradient);
}
