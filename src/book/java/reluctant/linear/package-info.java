/**
 * Linear layers as filters and as the DFT, chapter 01. {@link reluctant.linear.LinearMap}: whether
 * a layer learnt the map behind its data. {@link reluctant.linear.LinearFigures} draws it beside
 * the truth and beside least squares.
 */
@NullMarked
package reluctant.linear;

import org.jspecify.annotations.NullMarked;
