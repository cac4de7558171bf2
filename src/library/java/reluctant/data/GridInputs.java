package reluctant.data;

import static reluctant.Text.format;
import static reluctant.Text.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;

/**
 * Evenly spaced inputs. The same numbers for each input of a formula, or others for each by {@link
 * #by}; all combinations of them are samples, of which the last input changes fastest.
 */
public final class GridInputs implements Inputs {

  /** What an input goes through: x[i] = from + i * ((to - from) / (count - 1)), the last is to. */
  private record Axis(double from, double to, int count) {
    Axis {
      checkRange(from, to);
      Require.atLeast("count", count, 2);
    }

    double at(int i) {
      return i == count - 1 ? to : from + i * ((to - from) / (count - 1));
    }

    @Override
    public String toString() {
      return "(" + number(from) + ", " + number(to) + ", " + count + ")";
    }
  }

  private final List<Axis> axes;

  private GridInputs(List<Axis> axes) {
    this.axes = List.copyOf(axes);
  }

  /** A grid that is the same for each input. */
  GridInputs(double from, double to, int count) {
    this(List.of(new Axis(from, to, count)));
  }

  static void checkRange(double from, double to) {
    Require.finite("from", from);
    Require.finite("to", to);
    if (!(from < to)) {
      throw Require.refusal(
          format("to must be above from. Received: from %s to %s", number(from), number(to)));
    }
    Require.finite("to - from", to - from);
  }

  /**
   * Returns this grid with one more input, so that each input has numbers of its own.
   *
   * @param from the first number, finite
   * @param to the last one, finite and above
   * @param count how many, at least 2
   */
  public GridInputs by(double from, double to, int count) {
    var more = new ArrayList<>(axes);
    more.add(new Axis(from, to, count));
    return new GridInputs(more);
  }

  @Override
  public int features() {
    return axes.size() == 1 ? 0 : axes.size();
  }

  private Axis axis(int feature) {
    return axes.get(axes.size() == 1 ? 0 : feature);
  }

  @Override
  public long samples(int features) {
    long samples = 1;
    for (int j = 0; j < features && samples <= Integer.MAX_VALUE; j++) {
      samples *= axis(j).count;
    }
    return samples;
  }

  @Override
  public SimpleMatrix draw(int features, UniformRandomProvider random) {
    int samples = (int) samples(features);
    var x = new SimpleMatrix(samples, features);
    int repeats = samples;
    for (int j = 0; j < features; j++) {
      Axis axis = axis(j);
      repeats /= axis.count;
      for (int i = 0; i < samples; i++) {
        x.set(i, j, axis.at(i / repeats % axis.count));
      }
    }
    return x;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GridInputs grid && axes.equals(grid.axes);
  }

  @Override
  public int hashCode() {
    return axes.hashCode();
  }

  /** Returns this as the Java that makes it. */
  @Override
  public String toString() {
    return axes.stream().map(Axis::toString).collect(Collectors.joining(".by", "grid", ""));
  }
}
