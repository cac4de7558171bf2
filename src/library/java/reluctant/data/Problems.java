package reluctant.data;

import static reluctant.Text.format;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/** The problems that the threads are about, and those of a reader: a formula, points. */
public final class Problems {

  private Problems() {}

  /**
   * The absolute value: x evenly spaced from -limit to limit, both included, and y = |x|.
   *
   * <p>x[i] = -limit + i * (2 limit / (samples - 1)), as numpy's linspace has it. Source: Stack
   * Overflow, "Train neural network for Absolute function with minimum Layers" (2024), with 400
   * samples and limit 1000.
   *
   * @param samples how many, at least 2
   * @param limit the largest |x|, finite and above 0
   * @return inputs (samples x 1) and targets (samples x 1)
   */
  public static Dataset absoluteValue(int samples, double limit) {
    SimpleMatrix x = evenlySpaced(samples, limit);
    var y = new SimpleMatrix(samples, 1);
    for (int i = 0; i < samples; i++) {
      y.set(i, Math.abs(x.get(i)));
    }
    return new Dataset("absoluteValue(" + samples + ", " + limit + ")", x, y);
  }

  /**
   * The parabola: x evenly spaced from -limit to limit, both included, and y = x^2.
   *
   * @param samples how many, at least 2
   * @param limit the largest |x|, finite and above 0
   * @return inputs (samples x 1) and targets (samples x 1)
   */
  public static Dataset parabola(int samples, double limit) {
    SimpleMatrix x = evenlySpaced(samples, limit);
    var y = new SimpleMatrix(samples, 1);
    for (int i = 0; i < samples; i++) {
      y.set(i, x.get(i) * x.get(i));
    }
    return new Dataset("parabola(" + samples + ", " + limit + ")", x, y);
  }

  /**
   * The Euclidean distance: points of the plane and y = sqrt(x1^2 + x2^2).
   *
   * @param samples how many points are drawn, at least 1
   * @param distribution how they are drawn
   * @return the problem (samples x 2) to (samples x 1)
   */
  public static EuclideanDistance euclideanDistance(int samples, Distribution distribution) {
    return new EuclideanDistance(samples, distribution);
  }

  /**
   * A filter of finite impulse response, without noise.
   *
   * @param samples how many windows of the signal, at least 1
   * @param signal what is filtered
   * @param taps the impulse response
   * @return the problem (samples x taps) to (samples x 1)
   */
  public static FirFilter firFilter(int samples, Signal signal, double... taps) {
    return new FirFilter(samples, signal, 0, taps);
  }

  /**
   * The discrete Fourier transform of normal noise.
   *
   * @param samples how many signals, at least 1
   * @param size N, the length of a signal, at least 1
   * @return the problem (samples x N) to (samples x 2 (N/2 + 1)), real parts first
   */
  public static Dft dft(int samples, int size) {
    return new Dft(samples, size);
  }

  /**
   * The amplitude spectrum of normal noise.
   *
   * @param samples how many signals, at least 1
   * @param size N, the length of a signal, at least 1
   * @return the problem (samples x N) to (samples x N/2 + 1)
   */
  public static AmplitudeSpectrum amplitudeSpectrum(int samples, int size) {
    return new AmplitudeSpectrum(samples, size);
  }

  /**
   * XOR: the four corners of the unit square, 1 where exactly one coordinate is 1.
   *
   * @return inputs (4 x 2) and targets (4 x 1)
   */
  public static Dataset xor() {
    double[][] corners = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    return new Dataset(
        "xor()", new SimpleMatrix(corners), new SimpleMatrix(4, 1, true, 0, 1, 1, 0));
  }

  /**
   * XOR with noise on its inputs.
   *
   * @param samples how many points, at least 1
   * @param noise the standard deviation of the noise on each coordinate, at least 0
   * @return the problem (samples x 2) to (samples x 1)
   */
  public static Problem xor(int samples, double noise) {
    return new NoisyXor(samples, noise);
  }

  /**
   * A single ReLU of standard normal numbers, max(0, w x + b).
   *
   * @param samples how many, at least 1
   * @param kernel w, finite
   * @param bias b, finite
   * @return the problem (samples x 1) to (samples x 1)
   */
  public static Problem oneRelu(int samples, double kernel, double bias) {
    return new OneRelu(samples, kernel, bias);
  }

  /**
   * A single ReLU of evenly spaced numbers, max(0, w x + b).
   *
   * @param samples how many, at least 2
   * @param limit the largest |x|, finite and above 0
   * @param kernel w, finite
   * @param bias b, finite
   * @return inputs (samples x 1) and targets (samples x 1)
   */
  public static Dataset oneRelu(int samples, double limit, double kernel, double bias) {
    SimpleMatrix x = evenlySpaced(samples, limit);
    String name = format("oneRelu(%s, %s, %s, %s)", samples, limit, kernel, bias);
    return new Dataset(name, x, new OneRelu(samples, kernel, bias).targets(x));
  }

  /**
   * A formula of one's own, such as {@code formula("sin(3 x)", grid(-3, 3, 200))} or, with two
   * inputs and two outputs, {@code formula("x1 x2; x1 + x2", normal(1000))}. {@link
   * reluctant.formula} says what it may have. It is read, never run as code.
   *
   * @param formula the targets, with a semicolon between outputs
   * @param inputs what it is computed at; as many inputs as it names, if they don't say themselves
   * @return the problem
   */
  public static FormulaProblem formula(String formula, Inputs inputs) {
    return FormulaProblem.of(formula, inputs);
  }

  /**
   * Points written out, one output: {@code points(new double[][] {{0, 0, 0}, {0, 1, 1}})}.
   *
   * @param rows a sample each, its inputs first, then its target; at most 500, with 2000 numbers
   * @return inputs and targets
   */
  public static Dataset points(double[][] rows) {
    return points(rows, 1);
  }

  /**
   * Points written out, with several outputs.
   *
   * @param rows a sample each, its inputs first, then its targets; at most 500, with 2000 numbers
   * @param outputs how many of a row's numbers, the last ones, are targets, at least 1
   * @return inputs and targets
   */
  public static Dataset points(double[][] rows, int outputs) {
    return Points.of(rows, outputs);
  }

  /**
   * A CSV file by its content, as the line of a {@link CsvProblem} names it. {@link CsvFile#of}
   * finds that content out.
   *
   * @param name its path below the folder that Java runs in
   * @param rows how many samples it has, at least 1
   * @param sha256 the SHA-256 of its content, in 64 digits
   * @return the file, not opened before samples are drawn
   */
  public static CsvFile csv(String name, int rows, String sha256) {
    return CsvFile.known(name, rows, sha256);
  }

  private static SimpleMatrix evenlySpaced(int samples, double limit) {
    Require.atLeast("samples", samples, 2);
    Require.positive("limit", limit);
    var x = new SimpleMatrix(samples, 1);
    double step = 2 * limit / (samples - 1);
    for (int i = 0; i < samples; i++) {
      x.set(i, i == samples - 1 ? limit : -limit + i * step);
    }
    return x;
  }
}
