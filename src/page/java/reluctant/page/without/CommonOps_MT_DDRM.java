package reluctant.page.without;

import org.ejml.data.DMatrix1Row;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * In the place of EJML's own, whose threads a page has not. Nothing calls these, see {@link
 * EjmlConcurrency}, and the compiler can't know.
 */
public final class CommonOps_MT_DDRM {

  private CommonOps_MT_DDRM() {}

  /**
   * Returns a b.
   *
   * @param <T> the kind of matrix
   * @param a the left factor
   * @param b the right factor
   * @param c receives the product
   */
  public static <T extends DMatrix1Row> T mult(T a, T b, T c) {
    return CommonOps_DDRM.mult(a, b, c);
  }

  /**
   * Returns a^T b.
   *
   * @param <T> the kind of matrix
   * @param a the left factor, to be transposed
   * @param b the right factor
   * @param c receives the product
   */
  public static <T extends DMatrix1Row> T multTransA(T a, T b, T c) {
    return CommonOps_DDRM.multTransA(a, b, c);
  }

  /**
   * Returns a^T.
   *
   * @param a what is transposed
   * @param transposed receives it
   */
  public static DMatrixRMaj transpose(DMatrixRMaj a, DMatrixRMaj transposed) {
    return CommonOps_DDRM.transpose(a, transposed);
  }
}
