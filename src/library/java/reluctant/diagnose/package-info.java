/**
 * What became of a training, for any network.
 *
 * <ul>
 *   <li>{@link reluctant.diagnose.Diagnosis}: what happened in a run, in sentences; each of its
 *       {@link reluctant.diagnose.Diagnosis.Finding}s is of a kind, a {@link
 *       reluctant.diagnose.Symptom}, by which a sweep counts. {@code Levels}, {@code Floor}, {@code
 *       SingleHinge}, {@code SomeSamples} and {@code DeadOutput} know where a network stopped,
 *       {@link reluctant.diagnose.HiddenUnits} what its units do, {@code LargeSteps} and {@code
 *       Travel} what its steps can. {@link reluctant.diagnose.Criterion}: when data are learnt;
 *       {@link reluctant.diagnose.Plateau}: whether a run still moves; {@link
 *       reluctant.diagnose.Curvature}: which steps are stable; {@link
 *       reluctant.diagnose.OutputRange}: what an activation can give.
 *   <li>{@link reluctant.diagnose.Fvu}: the fraction of variance unexplained, of all outputs or
 *       each; {@link reluctant.diagnose.Success}: whether the data are learnt, by that; {@link
 *       reluctant.diagnose.RelativeError}: how far off the worst sample is.
 *   <li>{@link reluctant.diagnose.Units}: a layer's units as hinges; {@link
 *       reluctant.diagnose.SilentUnits} and {@link reluctant.diagnose.Silence}: units that pass no
 *       gradient or are zero on all samples, and whether they come back; {@link
 *       reluctant.diagnose.Correlation}: how far units do one another's work.
 *   <li>{@link reluctant.diagnose.GradientFlow}: what arrives at each layer of a deep network.
 *   <li>{@link reluctant.diagnose.LossLandscape} and {@link reluctant.diagnose.Descent}: the loss
 *       over the parameters, and the way of a trial on it.
 * </ul>
 *
 * <p>What is told of one question alone, such as the halves of |x|, is in the book.
 */
@NullMarked
package reluctant.diagnose;

import org.jspecify.annotations.NullMarked;
