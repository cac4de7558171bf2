package reluctant.page.without;

import org.ejml.data.Matrix;

/** In the place of EJML's own: a page has one thread for each module. */
public final class EjmlConcurrency {

  private EjmlConcurrency() {}

  /**
   * Says that no matrix is worth several threads.
   *
   * @param matrix any
   */
  public static boolean useConcurrent(Matrix matrix) {
    return false;
  }
}
