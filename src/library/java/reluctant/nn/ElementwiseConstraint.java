package reluctant.nn;

import org.ejml.data.DMatrixRMaj;

/** The constraints of {@link Constraint}, where they are described. */
enum ElementwiseConstraint implements Constraint {
  NONE {
    @Override
    public void apply(DMatrixRMaj kernel) {
      // All kernels are allowed.
    }
  },

  NON_NEGATIVE {
    @Override
    public void apply(DMatrixRMaj kernel) {
      for (int i = 0; i < kernel.getNumElements(); i++) {
        double k = kernel.data[i];
        kernel.data[i] = k <= 0 ? 0 : k;
      }
    }
  }
}
