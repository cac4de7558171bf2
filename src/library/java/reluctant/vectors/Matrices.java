package reluctant.vectors;

import org.jspecify.annotations.Nullable;
import reluctant.Jvm;

/**
 * Loops over matrices, which lie row by row, in vectors along the rows.
 *
 * <p>A vector computes what a plain loop does for each of its numbers: sums run over ascending rows
 * or terms, one after the other, and nothing is fused. So the bits are those of plain loops.
 */
public interface Matrices {

  /** Those of this JVM, or null if it was started without {@code jdk.incubator.vector}. */
  @Nullable Matrices IN_VECTORS =
      Jvm.inVectors(Matrices.class, "reluctant.vectors.VectorMatrices").orElse(null);

  /** Returns how many numbers a vector has: the fewest columns of a matrix. */
  int width();

  /**
   * Returns a product C = A B, whose sums begin with their first product.
   *
   * @param terms the columns of A and rows of B, at least 1
   * @param columns the columns of B, at least {@link #width}
   * @param pitch from one row of B to the next, at least the columns
   * @param resultPitch from one row of C to the next; if that is less than the columns, each row of
   *     C overwrites what is too much of the one before
   */
  Product product(int terms, int columns, int pitch, int resultPitch);

  /**
   * Returns a product C = A^T B, whose sums begin with 0.
   *
   * @param rows the columns of A and rows of C, at least 1
   * @param columns the columns of B and C, at least {@link #width}
   */
  Product transposedProduct(int rows, int columns);

  /**
   * Adds a row to each row of a matrix.
   *
   * @param row a number for each column, at least {@link #width} of them
   * @param matrix the matrix (samples x columns). Modified.
   * @param samples how many rows
   */
  void addToRows(double[] row, double[] matrix, int samples);

  /**
   * Adds up the rows of a matrix, beginning with 0.
   *
   * @param matrix the matrix (samples x columns)
   * @param samples how many rows
   * @param sums receives a sum for each column
   * @param offset where the first of them lies
   * @param columns how many columns, at least {@link #width}
   */
  void sumRows(double[] matrix, int samples, double[] sums, int offset, int columns);

  /** Computes h[i] = max(0, z[i]) for the first {@code count} numbers, where max(0, -0) is 0. */
  void rectify(double[] z, double[] h, int count);

  /** Sets to 0 each of the first {@code count} numbers of delta where h, never negative, is 0. */
  void rectifySlope(double[] h, double[] delta, int count);
}
