/**
 * A single ReLU, chapter 03: {@link reluctant.onerelu.LandscapeFigure} draws the loss over one or
 * two parameters, and how trainings move on it.
 */
@NullMarked
package reluctant.onerelu;

import org.jspecify.annotations.NullMarked;
