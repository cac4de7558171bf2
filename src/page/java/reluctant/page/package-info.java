/**
 * The library and the book's rules in a page, compiled to WebAssembly by TeaVM.
 *
 * <p>A page asks questions of text and is given text and numbers. {@code Page} is the border, which
 * single characters and numbers cross; {@code Desk} answers:
 *
 * <pre>
 * begin LINE                       the trial of a line, drawn and not trained: what {@code Facts} has
 * advance EPOCHS                   trains on: the losses of these epochs, and how it ended, if it did
 * rewind                           begins the same trial again
 * samples                          some samples to draw, where there are one or two inputs
 * view POINTS                      the prediction on a grid
 * units                            the first layer's units, and where they are active
 * diagnose                         what there is to see of the network as it is
 * keras                            the trial as a program
 * rules                            the names of the rules that count
 * count RULE FIRST COUNT LINE      outcomes of neighbouring seeds of one block of 64
 * rate COUNT TRIALS                a share with Wilson's interval
 * report LINE                      all that a trial gives, to compare it with the JVM's
 * </pre>
 *
 * <p>The words stand on lines of their own. What the library refuses is answered in its sentence.
 *
 * <p>{@code compile} tells the compiler what lines may name and what to put in other places, {@code
 * without} has what it puts there. The scripts around the module are in {@code resources}: {@code
 * module.js} and {@code worker.js} are a thread, the others a page.
 */
@NullMarked
package reluctant.page;

import org.jspecify.annotations.NullMarked;
