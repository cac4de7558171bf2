/**
 * The second trainer: up to 64 neighbouring seeds side by side, with the bits of as many trainings
 * one after the other. {@link reluctant.lanes.Lockstep} is its door, through which sweeps come;
 * {@code LaneFits} goes from one fit to the next with a {@code LaneRun} for each seed, {@code
 * LaneBlock} draws the orders of samples and {@code LaneFit} goes through the epochs, with {@code
 * LaneBatches}, a {@code LaneNetwork} on {@code reluctant.arithmetic}, a {@code LaneOptimizer} and
 * a {@code LaneHistory}, to which {@code LaneValidation} tells the loss on other data. Seeds share
 * the order of samples; each has its own parameters, its own dropout, its own samples where they
 * are drawn, and its own end: all that a {@link reluctant.train.Trial} may have is trained here,
 * but a layer of a reader's own. It is the library's own.
 */
@NullMarked
package reluctant.lanes;

import org.jspecify.annotations.NullMarked;
