/**
 * What all figures share: Tablesaw's charts, what Tablesaw lacks, and the clean Plotly JSON of
 * both. Nothing here trains.
 *
 * <p>Read in this order:
 *
 * <ol>
 *   <li>{@link reluctant.chart.Chart}: an immutable figure. It is made of Tablesaw's own {@code
 *       Layout}, {@code Axis} and traces, may be animated, and carries a text alternative.
 *   <li>{@link reluctant.chart.Extended}: a Tablesaw trace with intervals, colour scales and axes
 *       that Tablesaw has no words for. {@link reluctant.chart.SurfaceTrace} and {@link
 *       reluctant.chart.ColorScale} complete the vocabulary.
 *   <li>{@link reluctant.chart.RateFigure}, {@link reluctant.chart.RateBars}, {@link
 *       reluctant.chart.RateCurve} and {@link reluctant.chart.Comparison}: rates by outcome, by
 *       setting, by number and by name. {@code Rates} is what they share, with the intervals;
 *       {@code ClosedForm} is what theory says. {@link reluctant.chart.DistributionCurves}: the
 *       share of runs at or below each number.
 *   <li>{@code Translation} and {@code Script}: from the JavaScript that Tablesaw writes to JSON.
 *       {@code Names} keeps names apart from numbers.
 *   <li>{@code HouseStyle}, {@code Animation}, {@code Alternative}, {@code DrawnText} and {@code
 *       JsonNumbers}: what every figure gets. Its look, its player, its words, safe text, short
 *       numbers. Its colours stand in {@code house-style.json} alone; {@link
 *       reluctant.chart.Palette} gives them to groups, and the pages read them there.
 * </ol>
 *
 * <p>What sweeps count is drawn by {@link reluctant.chart.RateFigure}, {@link
 * reluctant.chart.RateBars}, {@link reluctant.chart.RateCurve}, {@link reluctant.chart.Comparison}
 * and {@link reluctant.chart.SuccessMap}, its numbers by {@link
 * reluctant.chart.DistributionCurves}; {@link reluctant.chart.Tables} makes tables of both, and of
 * the remedies that a doctor tried, and data of a table's columns.
 *
 * <p>A column more in the table of a sweep's outcomes is a column in {@code Tables}, and in {@code
 * reluctant.kernel.OutcomeGrid}, if a notebook's cell is to show it too. What {@code
 * Tables.columns} makes is also in the table of a {@code Comparison}.
 *
 * <p>No text of a user is ever read as markup: plotly draws {@code <b>} as the four characters that
 * they are.
 */
@NullMarked
package reluctant.chart;

import org.jspecify.annotations.NullMarked;
