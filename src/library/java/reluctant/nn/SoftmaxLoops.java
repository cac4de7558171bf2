package reluctant.nn;

import reluctant.elementary.Elementary;

/**
 * Softmax over whole batches: h_k = e^(z_k - m) / sum over j of e^(z_j - m), with the largest z of
 * the row as m, so that nothing overflows.
 *
 * <p>Rows of several networks may lie side by side: unit {@code k} of row {@code r} lies at {@code
 * (r * units + k) * width + lane}, and of a single network width is 1. Sums run over ascending
 * units.
 */
public final class SoftmaxLoops {

  private SoftmaxLoops() {}

  /** Computes H = softmax(Z). */
  public static void forward(double[] z, double[] h, int rows, int units, int width) {
    int row = units * width;
    for (int r = 0; r < rows; r++) {
      for (int first = r * row; first < r * row + width; first++) {
        forwardRow(z, h, first, first + row, width);
      }
    }
  }

  private static void forwardRow(double[] z, double[] h, int first, int end, int width) {
    double most = largest(z, first, end, width);
    double sum = 0;
    for (int i = first; i < end; i += width) {
      h[i] = Elementary.exp(z[i] - most);
      sum += h[i];
    }
    for (int i = first; i < end; i += width) {
      h[i] /= sum;
    }
  }

  /** Returns the largest number from a place on, or NaN if it begins with one. */
  public static double largest(double[] numbers, int first, int end, int width) {
    double most = numbers[first];
    for (int i = first + width; i < end; i += width) {
      most = numbers[i] > most ? numbers[i] : most;
    }
    return most;
  }

  /**
   * Takes delta from dL/dH to dL/dZ, which is h_k (d_k - sum over j of d_j h_j): the derivative,
   * whatever the loss.
   */
  public static void backward(double[] h, double[] delta, int rows, int units, int width) {
    int row = units * width;
    for (int r = 0; r < rows; r++) {
      for (int first = r * row; first < r * row + width; first++) {
        backwardRow(h, delta, first, first + row, width);
      }
    }
  }

  private static void backwardRow(double[] h, double[] delta, int first, int end, int width) {
    double sum = 0;
    for (int i = first; i < end; i += width) {
      sum += delta[i] * h[i];
    }
    for (int i = first; i < end; i += width) {
      delta[i] = h[i] * (delta[i] - sum);
    }
  }
}
