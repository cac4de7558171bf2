package reluctant.nn;

import org.ejml.data.DMatrixRMaj;

/** What a kernel must obey: applied after each step of the training, not to the start. */
public interface Constraint {

  /** Nothing. */
  Constraint NONE = ElementwiseConstraint.NONE;

  /** No number below 0: k = max(k, 0), Keras' NonNeg. */
  Constraint NON_NEGATIVE = ElementwiseConstraint.NON_NEGATIVE;

  /**
   * Moves a kernel to where it may be.
   *
   * @param kernel the kernel (inputs x units). Modified.
   */
  void apply(DMatrixRMaj kernel);
}
