/**
 * Depth, chapter 09. {@code BornDead}: networks that are dead before their training; {@link
 * reluctant.depth.MeanFlow}: how much of a gradient arrives, on average over starts. {@link
 * reluctant.depth.DepthFigures} draws both.
 */
@NullMarked
package reluctant.depth;

import org.jspecify.annotations.NullMarked;
