package reluctant.data;

import static reluctant.Text.format;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/**
 * The amplitude spectrum of real signals: x ~ N(0, I) and y = |rfft(x)| / sqrt(N), as {@link Dft}
 * defines it.
 *
 * <p>Source: Cross Validated 363352. A ReLU network needs 3 units for a rough abs of a complex bin
 * and 2 for the abs of a real one.
 *
 * @param samples how many signals, at least 1
 * @param size N, the length of a signal, at least 1
 */
public record AmplitudeSpectrum(int samples, int size) implements Problem {

  public AmplitudeSpectrum {
    Require.atLeast("samples", samples, 1);
    Require.atLeast("size", size, 1);
  }

  @Override
  public int features() {
    return size;
  }

  /** Returns how many frequencies there are, N/2 + 1, rounded down. */
  @Override
  public int outputs() {
    return dft().bins();
  }

  /** Returns the transform whose amplitudes these are, the linear part of this problem. */
  public Dft dft() {
    return new Dft(samples, size);
  }

  /** Computes the amplitudes of any signals, a row each. */
  SimpleMatrix targets(SimpleMatrix x) {
    SimpleMatrix parts = dft().targets(x);
    int bins = outputs();
    var amplitudes = new SimpleMatrix(x.getNumRows(), bins);
    for (int i = 0; i < x.getNumRows(); i++) {
      for (int k = 0; k < bins; k++) {
        double re = parts.get(i, k);
        double im = parts.get(i, bins + k);
        amplitudes.set(i, k, Math.sqrt(re * re + im * im));
      }
    }
    return amplitudes;
  }

  /**
   * Computes the spectrum of one signal.
   *
   * @param signal its N numbers
   * @return an amplitude for each bin
   */
  public double[] amplitudes(double... signal) {
    var x = new SimpleMatrix(1, Require.present("signal", signal).length, true, signal);
    if (signal.length != size) {
      throw Require.refusal(
          format("signal must have %d numbers. Received: %d", size, signal.length));
    }
    return targets(x).getDDRM().data;
  }

  @Override
  public Dataset draw(UniformRandomProvider random) {
    Require.present("random", random);
    SimpleMatrix x = dft().signals(random);
    return new Dataset(this + ", drawn", x, targets(x));
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    return "amplitudeSpectrum(" + samples + ", " + size + ")";
  }
}
