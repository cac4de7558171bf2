/**
 * The same for many seeds.
 *
 * <p>Read them in this order:
 *
 * <ol>
 *   <li>{@link reluctant.sweep.Sweep} repeats a trial over a range of seeds, for each cell of a
 *       grid where {@linkplain reluctant.sweep.Axis axes} are given. It says when to stop, where to
 *       train, and which file to write to and take up again. Seeds are trials of their own that
 *       share, 64 at a time, the order of samples and nothing else.
 *   <li>{@link reluctant.sweep.OutcomeSweep} counts its runs by a {@link reluctant.sweep.Rule}.
 *   <li>{@link reluctant.sweep.Outcomes} has the counts of each cell, each as a {@link
 *       reluctant.sweep.Rate} with its Wilson {@link reluctant.sweep.Interval}, seeds to replay,
 *       and why it ended ({@link reluctant.sweep.End}); {@link reluctant.sweep.Gain} compares two
 *       ways by the same seeds. {@code OutcomeLines} is what they print; the book's {@code
 *       reluctant.chart} makes tables of them.
 *   <li>{@link reluctant.sweep.NumberSweep} asks each run for a number instead, such as its last
 *       loss or the epoch that reached one, and {@link reluctant.sweep.Numbers} has their {@link
 *       reluctant.sweep.Quantile}s, each with its interval ({@code OrderStatistics}), and the share
 *       of runs that never get one. Numbers are outcomes on their way: what follows holds for both,
 *       and so do the files.
 * </ol>
 *
 * <p>Below that lies the seam to where the trials are trained. An {@link reluctant.sweep.Engine} is
 * given {@link reluctant.sweep.Work}: numbered {@link reluctant.sweep.Part}s, at most an aligned
 * block of 64 seeds each. It returns a {@link reluctant.sweep.Tally} of each, in any order. They
 * are counted in the parts' order, so that no result depends on the engine or the number of
 * threads.
 *
 * <p><b>The journey.</b> Down to the arithmetic a sweep takes eight calls from one type into
 * another: {@code OutcomeSweep.run} asks the engine; {@code LocalEngine} starts {@code Workers},
 * whose threads train one part after another by {@code Lockstep}, side by side in {@code LaneFits}
 * (one fit after the other), {@code LaneBlock} (the orders of samples), {@code LaneFit} (the loop
 * over epochs and batches), {@code LaneNetwork} (the layers and the loss) and a layer's {@code
 * LayerLanes}, or, where a layer is a reader's own, one by one in {@code Training}, {@code
 * FitLoop}, {@code Trainer} and {@code Backpropagation}. A result goes up through three types: each
 * seed's {@code Run} is counted in a {@code Tally}, and the tallies add up to {@code Outcomes}. A
 * file only listens: it is told of each part that was counted, and before a sweep goes on it tells
 * what it holds. What does not fit into memory is refused before the first step.
 *
 * <p>{@code CountOutcomes}, {@code MapSettings} and {@code CompareNumbers}, in the tests' {@code
 * reluctant.examples}, are examples that run.
 */
@NullMarked
package reluctant.sweep;

import org.jspecify.annotations.NullMarked;
