/**
 * What became of a training.
 *
 * <ul>
 *   <li>{@link reluctant.diagnose.Halves}: which halves of |x| a network learnt, foretold from the
 *       initial numbers, with the closed form of how often each happens; {@link
 *       reluctant.diagnose.Forecast}: whether that came true; {@link reluctant.diagnose.Hinges}:
 *       the same question where biases can follow the data.
 *   <li>{@link reluctant.diagnose.Shape}: what it made of the Euclidean distance, from the pyramid
 *       to the constant; {@link reluctant.diagnose.FailureCause}: dead and duplicate units behind a
 *       failure; {@link reluctant.diagnose.Lean}: the coordinate that a valley leans on; {@link
 *       reluctant.diagnose.Form}: both at once; {@link reluctant.diagnose.Silence}: units that are
 *       zero on all samples, and whether they come back; {@link reluctant.diagnose.RegularPolygon}:
 *       the best that is possible, in closed form.
 *   <li>{@link reluctant.diagnose.LinearMap}: whether a linear layer learnt a filter or the DFT.
 *   <li>{@link reluctant.diagnose.Spectrum}: whether it learnt the amplitude spectrum, with the
 *       closed form of the best.
 *   <li>{@link reluctant.diagnose.Fvu}: the fraction of variance unexplained, of all outputs or
 *       each; {@link reluctant.diagnose.Units}: a layer's units as hinges.
 *   <li>{@link reluctant.diagnose.GradientFlow} and {@link reluctant.diagnose.BornDead}: deep
 *       networks.
 * </ul>
 */
@NullMarked
package reluctant.diagnose;

import org.jspecify.annotations.NullMarked;
