package reluctant.sweep;

import static reluctant.Text.format;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * A trial repeated over a range of seeds, for each cell of a grid of settings where there is one. A
 * value: {@link #outcomes} says what is counted, {@link OutcomeSweep#run} does it.
 *
 * <pre>{@code
 * var sweep = Sweep.of(trial).seeds(0, 400).outcomes(Halves::of).run();
 * sweep.rate(BOTH)     // 28.4 % [24.2, 33.0]
 * Sweep.of(trial).seeds(0, 200)
 *     .over("learning rate", rates, Trial::learningRate)
 *     .over("epochs", epochs, Trial::epochs)
 *     .outcomes(Halves::of).run().rates(BOTH)
 * }</pre>
 *
 * <p>Each seed is a trial of its own: it draws its own initial parameters and, where data are
 * drawn, its own data. Its block of 64 seeds shares the order of samples alone, which is what lets
 * networks train side by side. That hardly ties them together. Over 8,000 blocks each, the variance
 * of a block's number of successes was this much of the variance 64 p (1 - p) of independent
 * trials, give or take 0.03; beside it what it was, over 100 blocks, when blocks shared their data
 * too:
 *
 * <table>
 * <caption>Variance of a block's successes over the binomial's</caption>
 * <tr><th>what is learnt</th><th>success</th><th>shared order</th><th>and data</th></tr>
 * <tr><td>a filter, noise on its targets</td><td>loss below 0.23</td><td>1.00</td><td>27</td></tr>
 * <tr><td>the distance</td><td>a valley along an axis</td><td>1.01</td><td>5.6</td></tr>
 * <tr><td>XOR with noise</td><td>loss below 0.2</td><td>1.03</td><td>3.6</td></tr>
 * <tr><td>a single ReLU</td><td>loss below 0.1</td><td>1.02</td><td>13</td></tr>
 * <tr><td>an amplitude spectrum</td><td>loss below 0.2</td><td>0.98</td><td>12</td></tr>
 * </table>
 *
 * <p>So Wilson's intervals, which are those of independent trials, hold, where success is cut in a
 * gap between the losses. They do not where it is cut through a heap in which the seeds hardly
 * differ: what is left to tell them apart is the noise of their last batches, and that a block
 * shares. Twelve tanh units that have not learnt sin(3.3 x) yet all have losses near 0.45; a cut at
 * their median, in batches of 8, gave 40 times the binomial's variance over 100 blocks, and 0.8 in
 * one batch. Quantiles of such losses have intervals as much too narrow.
 *
 * @param trial what is repeated; its own seed does not matter
 * @param axes at most two: the rows of the grid, then its columns; without any it has one cell
 * @param firstSeed the first seed
 * @param seeds how many seeds, at least 1
 * @param threads how many threads train, from 1 to 1024; the result does not depend on it
 * @param engine where the trials are trained; the result does not depend on it
 * @param time after how long it ends if it is not through its seeds by then, or null
 * @param width what the intervals of all rates must fall below for it to end, or 0
 * @param file what it is written to as it goes, or null
 */
public record Sweep(
    Trial trial,
    List<Axis<?>> axes,
    long firstSeed,
    long seeds,
    int threads,
    Engine engine,
    @Nullable Duration time,
    double width,
    @Nullable Path file) {

  private static final int MOST_THREADS = 1024;

  public Sweep {
    Require.present("trial", trial);
    Plan.check(firstSeed, seeds, 1);
    Require.atLeast("threads", threads, 1);
    if (threads > MOST_THREADS) {
      throw Require.refusal("threads must be at most " + MOST_THREADS + ". Received: " + threads);
    }
    Require.present("engine", engine);
    if (time != null && (time.isNegative() || time.isZero())) {
      throw Require.refusal("time must be longer than 0. Received: " + time);
    }
    if (!(width >= 0 && width < 1)) {
      throw Require.refusal("width must be above 0 and below 1. Received: " + width);
    }
    axes = List.copyOf(Require.each("axes", axes));
    if (axes.size() > 2) {
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
   * Repeats a trial over the seeds 0 to 99, on all processors.
   *
   * @param trial what is repeated; its own seed does not matter
   * @return the sweep
   */
  public static Sweep of(Trial trial) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new Sweep(trial, List.of(), 0, 100, processors, Engine.local(), null, 0, null);
  }

  /**
   * Returns this sweep over other seeds.
   *
   * @param first the first seed
   * @param count how many seeds, at least 1
   */
  public Sweep seeds(long first, long count) {
    return new Sweep(trial, axes, first, count, threads, engine, time, width, file);
  }

  /**
   * Returns this sweep on another number of threads. The result does not depend on it.
   *
   * @param threads how many threads train, from 1 to 1024
   */
  public Sweep threads(int threads) {
    return new Sweep(trial, axes, firstSeed, seeds, threads, engine, time, width, file);
  }

  /**
   * Returns this sweep on another engine. The result does not depend on it.
   *
   * @param engine where the trials are trained
   */
  public Sweep engine(Engine engine) {
    return new Sweep(trial, axes, firstSeed, seeds, threads, engine, time, width, file);
  }

  /**
   * Returns this sweep with an end after some time, if it is not through its seeds by then.
   *
   * @param time how long a run of it may take, longer than 0
   */
  public Sweep stopAfter(Duration time) {
    Require.present("time", time);
    return new Sweep(trial, axes, firstSeed, seeds, threads, engine, time, width, file);
  }

  /**
   * Returns this sweep with an end when its rates are sure enough: each outcome's interval is
   * narrower than this. Asked after each aligned block of 64 seeds, once there are 64 trials, so
   * that the result does not depend on the threads.
   *
   * @param width what the intervals must stay below, such as 0.02; above 0 and below 1
   */
  public Sweep stopWhenNarrowerThan(double width) {
    if (width == 0) {
      throw Require.refusal("width must be above 0 and below 1. Received: 0.0");
    }
    return new Sweep(trial, axes, firstSeed, seeds, threads, engine, time, width, file);
  }

  /**
   * Returns this sweep written to a file as it goes, and taken up where the file ends. So one that
   * was ended, in whatever way, can be started again and gives the result that it would have given.
   * More seeds may be asked for then. Some of what stands in the file is trained again, to see that
   * it is of the same rule.
   *
   * <p>The rule must have a name: {@code Halves::of} has, and {@link OutcomeSweep#named} gives one.
   *
   * @param file lines of JSON with check sums. It need not be there yet, but its folder must; a
   *     link to one stays a link.
   */
  public Sweep file(Path file) {
    Require.present("file", file);
    return new Sweep(trial, axes, firstSeed, seeds, threads, engine, time, width, file);
  }

  /**
   * Repeats the sweep for each of some values of a setting; all cells have the same seeds.
   *
   * @param <V> the type of a value
   * @param name what is set, such as "learning rate"
   * @param values its values, in order
   * @param setting sets a trial to a value: {@code (trial, rate) -> trial.fit(..)}
   * @return the sweep of a grid with one more side
   */
  public <V> Sweep over(String name, List<V> values, BiFunction<Trial, V, Trial> setting) {
    Axis<?> axis = new Axis<>(name, values, setting);
    List<Axis<?>> more = Stream.concat(axes.stream(), Stream.of(axis)).toList();
    return new Sweep(trial, more, firstSeed, seeds, threads, engine, time, width, file);
  }

  /** Returns the trials of the cells, row by row. */
  List<Trial> cells() {
    Stream<Trial> cells = Stream.of(trial);
    for (Axis<?> axis : axes) {
      cells = cells.flatMap(one -> axis.settings(one).stream());
    }
    return cells.toList();
  }

  /** Returns this sweep of a cell's trial alone, in no file. */
  Sweep cell(Trial trial) {
    return new Sweep(trial, List.of(), firstSeed, seeds, threads, engine, time, width, null);
  }

  /**
   * Says what is counted.
   *
   * @param <O> the type of an outcome, such as an enum
   * @param rule gives each run its outcome; called by several threads
   * @return the sweep that counts
   */
  public <O extends Comparable<? super O>> OutcomeSweep<O> outcomes(Rule<O> rule) {
    return new OutcomeSweep<>(this, Require.present("rule", rule));
  }

  /**
   * Says which number of each run is asked for, such as its last loss: {@code
   * numbers(Rule.finalLoss()).run().median()}.
   *
   * @param <N> the type of a number: Double, Integer, Long
   * @param rule gives each run its number, or NaN where it has none; called by several threads
   * @return the sweep that finds them
   * @throws IllegalArgumentException if this sweep is to end by the width of intervals of rates
   */
  public <N extends Number & Comparable<? super N>> NumberSweep<N> numbers(Rule<N> rule) {
    if (width > 0) {
      throw Require.refusal(
          "width must not be set for numbers, which are no rates: end them by stopAfter(..)."
              + " Received: "
              + width);
    }
    return new NumberSweep<>(outcomes(rule));
  }

  /**
   * Counts how often something is so. Short for {@code outcomes(rule).run().rate(true)}.
   *
   * @param rule says of each run whether it is; called by several threads
   * @return the share of the trials of which it is, with its interval
   */
  public Rate rate(Rule<Boolean> rule) {
    return rate(rule, true);
  }

  /**
   * Counts how often an outcome happens. Short for {@code outcomes(rule).run().rate(outcome)}.
   *
   * @param <O> the type of an outcome, such as an enum
   * @param rule gives each run its outcome; called by several threads
   * @param outcome which of them is asked for
   * @return the share of the trials that had it, with its interval
   */
  public <O extends Comparable<? super O>> Rate rate(Rule<O> rule, O outcome) {
    Require.present("rule", rule);
    Require.present("outcome", outcome);
    if (!axes.isEmpty()) {
      throw Require.refusal(
          "axes must be none for a single rate, take outcomes(rule).run().rates(outcome)."
              + " Received: "
              + axes);
    }
    return outcomes(rule).run().rate(outcome);
  }

  /**
   * Runs all trials on this machine, by so many threads and for so long as this sweep says, and
   * keeps each run: for figures of some hundred. Counting many is the work of {@link #outcomes},
   * for which alone there are grids, files, other engines and an end by the width of intervals: a
   * run holds each epoch, and is trained again sooner than it is read from elsewhere.
   *
   * @return the runs by ascending seed, only the first of them if the thread was interrupted or the
   *     time was up
   * @throws IllegalArgumentException if this sweep asks for what is there for counts alone
   */
  public List<Run> runs() {
    checkForRuns("axes", axes.isEmpty(), axes);
    checkForRuns("engine", engine.equals(Engine.local()), engine);
    checkForRuns("file", file == null, String.valueOf(file));
    checkForRuns("width", width == 0, width);
    var kept = new ConcurrentSkipListMap<Long, Run>();
    long counted = outcomes(run -> kept.put(run.trial().seed(), run) == null).run().trials();
    return List.copyOf(kept.headMap(firstSeed + counted).values());
  }

  private static void checkForRuns(String what, boolean isUnset, Object received) {
    if (!isUnset) {
      throw Require.refusal(
          format(
              "%s must not be set to keep runs, count them by outcomes(rule). Received: %s",
              what, received));
    }
  }

  /** Returns this as the Java that makes it, but for what sets a trial to the values of an axis. */
  @Override
  public String toString() {
    return SweepJava.of(this);
  }
}
