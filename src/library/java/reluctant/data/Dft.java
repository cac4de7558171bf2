package reluctant.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.elementary.Elementary;

/**
 * The discrete Fourier transform of real signals: x ~ N(0, I) and y = rfft(x) / sqrt(N), where bin
 * k is the sum over t of x[t] exp(-2 pi i k t / N). The N/2 + 1 real parts come first, then as many
 * imaginary parts, of which those of bin 0 and, for even N, of bin N/2 are 0.
 *
 * @param samples how many signals, at least 1
 * @param size N, the length of a signal, at least 1
 */
public record Dft(int samples, int size) implements Problem {

  public Dft {
    Require.atLeast("samples", samples, 1);
    Require.atLeast("size", size, 1);
  }

  /**
   * Returns how many frequencies there are.
   *
   * @return N/2 + 1, rounded down
   */
  public int bins() {
    return size / 2 + 1;
  }

  @Override
  public int features() {
    return size;
  }

  @Override
  public int outputs() {
    return 2 * bins();
  }

  /**
   * Returns the transform as a kernel: y = x M, with M[t][k] = cos(2 pi k t / N) / sqrt(N) and, in
   * column N/2 + 1 + k, -sin(2 pi k t / N) / sqrt(N).
   *
   * @return M (size x outputs)
   */
  public SimpleMatrix matrix() {
    var matrix = new SimpleMatrix(size, outputs());
    double scale = 1 / Math.sqrt(size);
    for (int t = 0; t < size; t++) {
      for (int k = 0; k < bins(); k++) {
        int turn = (int) ((long) k * t % size);
        matrix.set(t, k, scale * cosine(turn));
        matrix.set(t, bins() + k, -scale * sine(turn));
      }
    }
    return matrix;
  }

  private double cosine(int turn) {
    return 4L * turn == size || 4L * turn == 3L * size
        ? 0
        : Elementary.cos(2 * Math.PI * turn / size);
  }

  private double sine(int turn) {
    return 2L * turn == size ? 0 : Elementary.sin(2 * Math.PI * turn / size);
  }

  /**
   * Transforms any signals.
   *
   * @param x the signals (any number x size)
   * @return x M (as many x outputs)
   */
  public SimpleMatrix targets(SimpleMatrix x) {
    Require.present("x", x);
    Require.shape("x", x.getNumRows(), x.getNumCols(), x.getNumRows(), size);
    var y = new DMatrixRMaj(x.getNumRows(), outputs());
    CommonOps_DDRM.mult(x.getDDRM(), matrix().getDDRM(), y);
    return SimpleMatrix.wrap(y);
  }

  @Override
  public Dataset draw(UniformRandomProvider random) {
    Require.present("random", random);
    SimpleMatrix x = signals(random);
    return new Dataset(this + ", drawn", x, targets(x));
  }

  SimpleMatrix signals(UniformRandomProvider random) {
    var x = new SimpleMatrix(samples, size);
    Signal.WHITE.fill(x.getDDRM().data, random);
    return x;
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    return "dft(" + samples + ", " + size + ")";
  }
}
