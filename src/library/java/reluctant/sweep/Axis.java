package reluctant.sweep;

import static reluctant.Text.format;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import reluctant.Require;
import reluctant.Thrown;
import reluctant.elementary.Elementary;
import reluctant.train.Trial;

/**
 * A setting of a trial with the values that it takes: one side of a grid.
 *
 * @param <V> the type of a value
 * @param name what is set, such as "learning rate"
 * @param values its values, in order, at least one
 * @param setting sets a trial to a value
 */
public record Axis<V>(String name, List<V> values, BiFunction<Trial, V, Trial> setting) {

  public Axis {
    Require.present("name", name);
    Require.present("setting", setting);
    for (V value : Require.present("values", values)) {
      Require.present("a value of " + name, value);
    }
    values = List.copyOf(values);
    Require.atLeast("the number of values of " + name, values.size(), 1);
  }

  /**
   * Computes numbers for a side of a grid, each larger than the one before by the same factor.
   *
   * @param first the first number, above 0
   * @param last the last number, above the first
   * @param count how many, at least 2
   * @return first (last / first)^(i / (count - 1)) for i = 0 .. count - 1
   */
  public static List<Double> geometric(double first, double last, int count) {
    Require.positive("first", first);
    Require.positive("last", last);
    Require.atLeast("count", count, 2);
    if (last <= first) {
      throw Require.refusal(format("last must be above first, %s. Received: %s", first, last));
    }
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                i == count - 1
                    ? last
                    : first * Elementary.pow(last / first, (double) i / (count - 1)))
        .toList();
  }

  /** Returns the trial set to each value in turn. */
  List<Trial> settings(Trial trial) {
    return values.stream().map(value -> set(trial, value)).toList();
  }

  private Trial set(Trial trial, V value) {
    Trial set;
    try {
      set = setting.apply(trial, value);
    } catch (RuntimeException failure) {
      throw Thrown.unresolved(failure)
          .orElseGet(
              () ->
                  Require.refusal(
                      format(
                          "the setting of %s must take each of its values. On %s it threw %s",
                          name, value, failure),
                      failure));
    }
    if (set == null) {
      throw Require.refusal(
          format("the setting of %s must return a trial. On %s it returned null", name, value));
    }
    return set;
  }

  /** Returns the name and the values, such as "learning rate [0.1, 0.2]". */
  @Override
  public String toString() {
    return name + " " + values;
  }
}
