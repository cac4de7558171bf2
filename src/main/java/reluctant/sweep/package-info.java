/**
 * The same for many seeds.
 *
 * <p>A {@link reluctant.sweep.Sweep} repeats a trial over a range of seeds, an {@link
 * reluctant.sweep.OutcomeSweep} counts its runs by a rule, and {@link reluctant.sweep.Outcomes} has
 * the counts, each as a {@link reluctant.sweep.Rate} with its Wilson {@link
 * reluctant.sweep.Interval}, and seeds to replay. {@code CountOutcomes}, in the tests' {@code
 * reluctant.examples}, is an example that runs.
 */
@NullMarked
package reluctant.sweep;

import org.jspecify.annotations.NullMarked;
