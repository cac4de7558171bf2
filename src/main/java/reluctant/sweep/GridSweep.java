package reluctant.sweep;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.train.Trial;

/**
 * A sweep for each cell of a grid of settings, all over the same seeds.
 *
 * <pre>{@code
 * Sweep.of(trial).seeds(0, 200)
 *     .over("learning rate", rates, (t, rate) -> t.fit(new Fit(new Adam(rate), MSE, 1000, 32)))
 *     .over("epochs", epochs, Trial::epochs)
 *     .outcomes(Halves::of).run().rates(BOTH)
 * }</pre>
 *
 * @param sweep what is done in each cell
 * @param axes one or two: the rows of the grid, then its columns
 */
public record GridSweep(Sweep sweep, List<Axis<?>> axes) {

  public GridSweep {
    Require.present("sweep", sweep);
    axes = List.copyOf(Require.present("axes", axes));
    if (axes.isEmpty() || axes.size() > 2) {
      throw Require.refusal(
          "a grid must have 1 or 2 axes, count further settings by further sweeps. Received: "
              + axes.size());
    }
    if (axes.stream().map(Axis::name).distinct().count() < axes.size()) {
      throw Require.refusal(
          "the axes must have different names. Received: " + axes.get(0).name() + " twice");
    }
  }

  /**
   * Repeats this for each of some values of one more setting.
   *
   * @param <V> the type of a value
   * @param name what is set, such as "scale"
   * @param values its values, in order
   * @param setting sets a trial to a value
   * @return the sweep of the grid
   */
  public <V> GridSweep over(String name, List<V> values, BiFunction<Trial, V, Trial> setting) {
    Axis<?> axis = new Axis<>(name, values, setting);
    return new GridSweep(sweep, Stream.concat(axes.stream(), Stream.of(axis)).toList());
  }

  /**
   * Says what is counted.
   *
   * @param <O> the type of an outcome, such as an enum
   * @param rule gives each run its outcome; called by several threads
   * @return the sweep that counts
   */
  public <O extends Comparable<? super O>> GridOutcomeSweep<O> outcomes(Rule<O> rule) {
    return new GridOutcomeSweep<>(this, Require.present("rule", rule));
  }

  /** Returns the trials of the cells, row by row. */
  List<Trial> cells() {
    Stream<Trial> cells = Stream.of(sweep.trial());
    for (Axis<?> axis : axes) {
      cells = cells.flatMap(trial -> axis.settings(trial).stream());
    }
    return cells.toList();
  }
}
