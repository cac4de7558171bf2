/**
 * Figures of trainings that several questions share: {@link reluctant.figures.Figures} of losses
 * and predictions, classifiers among them, {@link reluctant.figures.UnitFigures} of the units of a
 * hidden layer. {@code Kinks} is a film of a training, and {@link reluctant.figures.Frames} are the
 * networks that a film shows. Here a trial may be run to be drawn; in {@code reluctant.chart} none
 * is.
 */
@NullMarked
package reluctant.figures;

import org.jspecify.annotations.NullMarked;
