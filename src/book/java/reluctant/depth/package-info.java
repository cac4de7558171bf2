/**
 * Depth and zeros, chapters 09, 11 and 17. {@code BornDead}: networks that are dead before their
 * training; {@link reluctant.depth.Collapse}: those and the ones that die later, with bounds;
 * {@link reluctant.depth.MeanFlow}: how much of a gradient arrives, on average over starts. {@link
 * reluctant.depth.DepthFigures} draws both. {@link reluctant.depth.PathProducts} and {@link
 * reluctant.depth.ActiveUnits}: a gradient taken apart. {@link reluctant.depth.Codes}, {@link
 * reluctant.depth.Perturbation} and {@link reluctant.depth.Separability} look at what hidden layers
 * write; {@link reluctant.depth.OpenPaths}, {@link reluctant.depth.SilentAtStart}, {@link
 * reluctant.depth.SilentAtEnd} and {@link reluctant.depth.Pruning} say what became of a run and its
 * silent units.
 */
@NullMarked
package reluctant.depth;

import org.jspecify.annotations.NullMarked;
