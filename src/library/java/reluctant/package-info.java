/**
 * Small ReLU networks that refuse to learn: a workbook and the training library behind it.
 *
 * <p><b>The library</b>, {@code src/library}, stands alone. Read its packages in this order; each
 * depends only on those before it.
 *
 * <ol>
 *   <li>{@code reluctant.nn}: what a network is. Activation, Initializer, Layer, Sequential (a
 *       value), Network (numbers).
 *   <li>{@code reluctant.data}: what is learnt. Dataset, and problems that draw one.
 *   <li>{@code reluctant.optimizers}: how a gradient moves the parameters.
 *   <li>{@code reluctant.train}: how it is learnt. Loss, Fit (a value), History, Trial.
 *   <li>{@code reluctant.diagnose}: what became of it.
 *   <li>{@code reluctant.sweep}: the same for many seeds, counted into outcomes or sorted by a
 *       number, with intervals.
 *   <li>{@code reluctant.doctor}: why a trial fails, by trying the usual remedies on the same
 *       seeds.
 * </ol>
 *
 * <p>Eight packages are the library's own and may change at any time: {@code reluctant.elementary},
 * the functions from exp to atan2 with the same bits everywhere; {@code reluctant.formula}, the
 * formulas that a reader writes as data; {@code reluctant.vectors}, the products of a wide layer in
 * the processor's vectors; {@code reluctant.steps}, what both trainers do in a step; {@code
 * reluctant.lanes}, which trains many networks side by side, on {@code reluctant.arithmetic}, to be
 * read last; {@code reluctant.json}, the form of all files; and {@code reluctant.line}, the grammar
 * of the lines that values print themselves as. This package has what all share: {@code Require}
 * makes the error messages, {@code Text} formats texts the same everywhere.
 *
 * <p><b>The book</b>, {@code src/book}, has a package for each question, with its outcomes, its
 * closed forms and its figures: {@code reluctant.absolute}, {@code pyramid}, {@code linear}, {@code
 * spectrum}, {@code onerelu}, {@code depth} and {@code xor}. {@code reluctant.cases} has the public
 * cases of chapters 13 on, with the numbers that were published. {@code reluctant.chart} is what
 * all figures are made of, {@code reluctant.figures} has those that several questions share, and
 * {@code reluctant.kernel} shows it all in a notebook. {@code reluctant.csv} reads the CSV files of
 * {@code reluctant.data}.
 *
 * <p>{@code reluctant.page}, in {@code src/page}, is the border of the same library in a browser.
 * {@code reluctant.spark}, in {@code src/spark}, sweeps on a cluster.
 */
@NullMarked
package reluctant;

import org.jspecify.annotations.NullMarked;
