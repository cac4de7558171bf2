/**
 * The notebook's side: what a cell shows, under any Java kernel.
 *
 * <p>Read in this order:
 *
 * <ol>
 *   <li>{@link reluctant.kernel.Notebook}: cell 1 of each notebook calls its {@code start()}.
 *   <li>{@link reluctant.kernel.Parameters}: what a reader may write in the cell to be edited.
 *   <li>{@link reluctant.kernel.Prose}: a paragraph whose numbers are those of the run.
 *   <li>{@code ClaimCard}: a {@link reluctant.claim.Claim}, what a notebook settles, as a card.
 *       {@link reluctant.kernel.Claims} lists those of all notebooks.
 *   <li>{@code Progress}: a bar for long work, and {@link reluctant.kernel.LiveCurve}: a loss that
 *       grows as it trains. {@code LiveDisplay} is what both change.
 *   <li>{@code Renderings}: which value is shown how, one line each. {@code Shown} is what is
 *       shown; the {@code ..Grid}s, the {@code ..Card}s and {@code ClaimsTable} make it. {@code
 *       OutcomeGrid} chooses the columns of a sweep's outcomes.
 *   <li>{@code Kernel}: what is asked of a kernel, with one implementation for each. {@code
 *       JJavaKernel} and {@code IJavaKernel}, with their {@code ..Cells}, are the only classes that
 *       know a kernel's types, and are loaded by name when theirs is the one that runs.
 *   <li>{@code CellEvents}: what a cell's faults are told as. {@code JJavaCells} and {@code
 *       IJavaCells} say it, and abort the cells that wait after an error.
 *   <li>{@code LoadedClasses} and {@code Overloads}: cells that run again see new values.
 *   <li>{@code JJavaPolling}: the next cell does not wait.
 *   <li>{@code Javadoc}: what Shift-Tab shows.
 * </ol>
 *
 * <p>Whatever is shown is bounded, holds no script, and has a plain text beside it.
 */
@NullMarked
package reluctant.kernel;

import org.jspecify.annotations.NullMarked;
