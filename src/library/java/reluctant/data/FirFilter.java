package reluctant.data;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.elementary.Gaussian;

/**
 * A filter of finite impulse response h: windows of a signal and y[t] = sum over k of h[k] x[t -
 * k], plus noise if wanted. Column k of the inputs is x[t - k], so that the kernel of a linear
 * layer that learnt it is h.
 */
public final class FirFilter implements Problem {

  private final int samples;
  private final Signal signal;
  private final double noise;
  private final double[] taps;

  /**
   * A filter.
   *
   * @param samples how many windows, at least 1, each a step after the one before
   * @param signal what is filtered
   * @param noise the standard deviation of the normal noise added to the targets, at least 0
   * @param taps h, at least one number, finite. Copied.
   */
  public FirFilter(int samples, Signal signal, double noise, double... taps) {
    this.samples = Require.atLeast("samples", samples, 1);
    this.signal = Require.present("signal", signal);
    this.noise = Require.notNegative("noise", noise);
    this.taps = Require.present("taps", taps).clone();
    Require.atLeast("the number of taps", taps.length, 1);
    for (int k = 0; k < taps.length; k++) {
      Require.finite("tap " + k, taps[k]);
    }
  }

  /**
   * Returns this filter with noise on its targets.
   *
   * @param noise the standard deviation of the normal noise, at least 0
   */
  @Override
  public FirFilter noise(double noise) {
    return new FirFilter(samples, signal, noise, taps);
  }

  /** Returns the impulse response h, a copy. */
  public double[] taps() {
    return taps.clone();
  }

  /** Returns what is filtered. */
  public Signal signal() {
    return signal;
  }

  /** Returns the standard deviation of the noise on the targets. */
  public double noise() {
    return noise;
  }

  @Override
  public int samples() {
    return samples;
  }

  @Override
  public int features() {
    return taps.length;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public Dataset draw(UniformRandomProvider random) {
    Require.present("random", random);
    var x = new double[samples + taps.length - 1];
    signal.fill(x, random);
    var normal = new Gaussian(random);
    var windows = new SimpleMatrix(samples, taps.length);
    var targets = new SimpleMatrix(samples, 1);
    for (int t = 0; t < samples; t++) {
      double y = 0;
      for (int k = 0; k < taps.length; k++) {
        double past = x[t + taps.length - 1 - k];
        windows.set(t, k, past);
        y += taps[k] * past;
      }
      targets.set(t, noise == 0 ? y : y + noise * normal.sample());
    }
    return new Dataset(this + ", drawn", windows, targets);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FirFilter filter
        && samples == filter.samples
        && signal == filter.signal
        && Double.compare(noise, filter.noise) == 0
        && Arrays.equals(taps, filter.taps);
  }

  @Override
  public int hashCode() {
    return 31 * samples + Arrays.hashCode(taps);
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    String numbers =
        Arrays.stream(taps).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    String filter = "firFilter(" + samples + ", " + signal + ", " + numbers + ")";
    return noise == 0 ? filter : filter + ".noise(" + noise + ")";
  }
}
