package reluctant.vectors;

/** A product of two matrices of certain widths, made by {@link Matrices}. */
@FunctionalInterface
public interface Product {

  /**
   * Computes it.
   *
   * @param a the first factor. Not modified.
   * @param samples how many rows that has, at least 1
   * @param b the second factor. Not modified.
   * @param c receives the product
   * @param offset where that begins
   */
  void compute(double[] a, int samples, double[] b, double[] c, int offset);
}
