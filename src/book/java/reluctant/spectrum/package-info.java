/**
 * The amplitude spectrum, chapter 02. {@link reluctant.spectrum.Spectrum}: whether a network learnt
 * it, with the closed form of the best, which is made of hexagons as in {@code reluctant.pyramid}.
 * Figures: {@link reluctant.spectrum.SpectrumFigures} and {@link reluctant.spectrum.BinPlanes}.
 */
@NullMarked
package reluctant.spectrum;

import org.jspecify.annotations.NullMarked;
