package reluctant.data;

import static reluctant.Text.format;

import org.apache.commons.rng.UniformRandomProvider;
import reluctant.Require;
import reluctant.elementary.Elementary;

/** A short signal of mean square near 1 with a name, to be looked at. Immutable. */
public final class Waveform {

  private final String name;
  private final double[] values;

  private Waveform(String name, double[] values) {
    this.name = name;
    this.values = values;
  }

  /**
   * A tone, sqrt(2) cos(2 pi p t / N).
   *
   * @param size N, how many numbers, at least 1
   * @param periods p, how many periods fit into them, finite
   * @return the signal
   */
  public static Waveform tone(int size, double periods) {
    Require.finite("periods", periods);
    return oscillation("tone of " + number(periods) + " periods", size, periods, periods);
  }

  /**
   * A tone that rises or falls evenly, sqrt(2) cos(2 pi (a u + (b - a) u^2 / 2)) with u = t / N.
   *
   * @param size N, how many numbers, at least 1
   * @param from a, its first frequency in periods for each N numbers, finite
   * @param to b, its last frequency, finite
   * @return the signal
   */
  public static Waveform chirp(int size, double from, double to) {
    Require.finite("from", from);
    Require.finite("to", to);
    return oscillation("chirp from " + number(from) + " to " + number(to), size, from, to);
  }

  /**
   * Noise: independent standard normal numbers.
   *
   * @param size how many numbers, at least 1
   * @param random where they come from
   * @return the signal
   */
  public static Waveform noise(int size, UniformRandomProvider random) {
    var values = new double[Require.atLeast("size", size, 1)];
    Signal.WHITE.fill(values, Require.present("random", random));
    return new Waveform("noise", values);
  }

  private static Waveform oscillation(String name, int size, double from, double to) {
    var values = new double[Require.atLeast("size", size, 1)];
    for (int t = 0; t < size; t++) {
      double u = (double) t / size;
      double turns = from * u + (to - from) * u * u / 2;
      values[t] = Math.sqrt(2) * Elementary.cos(2 * Math.PI * turns);
    }
    return new Waveform(name, values);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? format("%.0f", value) : String.valueOf(value);
  }

  /**
   * Returns what it is called.
   *
   * @return such as "tone of 2 periods"
   */
  public String name() {
    return name;
  }

  /**
   * Returns its numbers.
   *
   * @return a copy
   */
  public double[] values() {
    return values.clone();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
