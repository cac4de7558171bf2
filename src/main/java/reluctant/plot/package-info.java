/**
 * Figures: Tablesaw's, what Tablesaw lacks, and the clean Plotly JSON of both.
 *
 * <p>Read in this order:
 *
 * <ol>
 *   <li>{@link reluctant.plot.Chart}: an immutable figure. It is made of Tablesaw's own {@code
 *       Layout}, {@code Axis} and traces, may be animated, and carries a text alternative.
 *   <li>{@link reluctant.plot.Extended}: a Tablesaw trace with intervals, colour scales and axes
 *       that Tablesaw has no words for. {@link reluctant.plot.SurfaceTrace} and {@link
 *       reluctant.plot.ColorScale} complete the vocabulary.
 *   <li>{@link reluctant.plot.RateFigure}, {@link reluctant.plot.RateBars}, {@link
 *       reluctant.plot.RateCurve} and {@link reluctant.plot.Comparison}: rates by outcome, by
 *       setting, by number and by name. {@code Rates} is what they share, with the intervals;
 *       {@code ClosedForm} is what theory says.
 *   <li>{@code Translation} and {@code Script}: from the JavaScript that Tablesaw writes to JSON.
 *       {@code Names} keeps names apart from numbers.
 *   <li>{@code HouseStyle}, {@code Animation}, {@code Alternative}, {@code DrawnText} and {@code
 *       Numbers}: what every figure gets. Its look, its player, its words, safe text, short
 *       numbers. Its colours stand in {@code house-style.json} alone; {@link
 *       reluctant.plot.Palette} gives them to groups, and the pages read them there.
 * </ol>
 *
 * <p>No text of a user is ever read as markup: plotly draws {@code <b>} as the four characters that
 * they are.
 */
@NullMarked
package reluctant.plot;

import org.jspecify.annotations.NullMarked;
