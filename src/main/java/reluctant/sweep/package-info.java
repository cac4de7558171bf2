/**
 * The same for many seeds.
 *
 * <p>Read them in this order:
 *
 * <ol>
 *   <li>{@link reluctant.sweep.Sweep} repeats a trial over a range of seeds, for each cell of a
 *       grid where {@linkplain reluctant.sweep.Axis axes} are given. It says when to stop, where to
 *       train, and which file to write to and take up again.
 *   <li>{@link reluctant.sweep.OutcomeSweep} counts its runs by a {@link reluctant.sweep.Rule}.
 *   <li>{@link reluctant.sweep.Outcomes} has the counts of each cell, each as a {@link
 *       reluctant.sweep.Rate} with its Wilson {@link reluctant.sweep.Interval}, seeds to replay,
 *       and why it ended ({@link reluctant.sweep.End}).
 * </ol>
 *
 * <p>Below that lies the seam to where the trials are trained. An {@link reluctant.sweep.Engine} is
 * given {@link reluctant.sweep.Work}: numbered {@link reluctant.sweep.Part}s, at most an aligned
 * block of 64 seeds each. It returns a {@link reluctant.sweep.Tally} of each, in any order. They
 * are counted in the parts' order, so that no result depends on the engine or the number of
 * threads.
 *
 * <p>{@code CountOutcomes} and {@code MapSettings}, in the tests' {@code reluctant.examples}, are
 * examples that run.
 */
@NullMarked
package reluctant.sweep;

import org.jspecify.annotations.NullMarked;
