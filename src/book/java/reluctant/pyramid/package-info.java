/**
 * Three ReLUs and the Euclidean distance, chapters 06 to 08.
 *
 * <p>Outcomes: {@link reluctant.pyramid.Shape}, from the pyramid to the constant, told by limits
 * that stand there; {@link reluctant.pyramid.Lean}, the coordinate that a valley leans on; {@link
 * reluctant.pyramid.Form}, both at once; {@link reluctant.pyramid.FailureCause}, dead and duplicate
 * units behind a failure; {@link reluctant.pyramid.Reaches}, limits that fit other activations too,
 * and {@link reluctant.pyramid.HalfDead}, what many dead units cost; {@link
 * reluctant.pyramid.Waking}, whether silent units come back, and {@link
 * reluctant.pyramid.FreshSamples}, whether new samples bring them back. The closed form of the best
 * is {@link reluctant.pyramid.RegularPolygon}. Figures: {@link reluctant.pyramid.Surfaces} and
 * {@link reluctant.pyramid.PyramidTable}.
 *
 * <p>To move a limit, such as the pyramid's, change {@code Shape} alone, its numbers and the table
 * in its comment. The other outcomes follow it, and so do the figures: they group by the outcome
 * that a notebook's cell names, such as {@code Shape::of}.
 */
@NullMarked
package reluctant.pyramid;

import org.jspecify.annotations.NullMarked;
