/**
 * Small ReLU networks that refuse to learn: a workbook and the training library behind it.
 *
 * <p>Read the packages in this order; each depends only on those before it.
 *
 * <ol>
 *   <li>{@code reluctant.nn}: what a network is. Activation, Initializer, Layer, Sequential (a
 *       value), Network (numbers).
 *   <li>{@code reluctant.data}: what is learnt. Dataset and the problems of the threads.
 *   <li>{@code reluctant.lanes}: the arithmetic of many small networks side by side. To be read
 *       last.
 *   <li>{@code reluctant.train}: how it is learnt. Loss, Optimizer, Fit (a value), History, Trial.
 *   <li>{@code reluctant.diagnose}: what became of it.
 *   <li>{@code reluctant.sweep}: the same for many seeds, counted into outcomes with intervals.
 *   <li>{@code reluctant.plot}: Tablesaw tables and figures of all that, and their Plotly JSON.
 *   <li>{@code reluctant.notebook}: the kernel. Rendering, live display, interrupts, claims.
 * </ol>
 *
 * <p>{@code reluctant.spark}, in {@code src/spark}, sweeps on a cluster. {@code reluctant.json} and
 * {@code reluctant.line} stand below them all: the form of all files, and the lines that values
 * print themselves as.
 */
@NullMarked
package reluctant;

import org.jspecify.annotations.NullMarked;
