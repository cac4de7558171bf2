/**
 * What is learnt.
 *
 * <p>A {@link reluctant.data.Dataset} pairs inputs with targets, plain matrices (samples x
 * features). A {@link reluctant.data.Problem} draws one from random numbers. {@link
 * reluctant.data.Problems} makes those that the threads are about. {@link reluctant.data.Waveform}
 * is a single signal to be looked at. Nothing here knows networks.
 *
 * <p>Data of one's own have a line too, which a sweep, a file and {@code Trial.parse} take:
 *
 * <pre>{@code
 * formula("sin(3 x)", grid(-3, 3, 200)).noise(0.1)       // a formula at evenly spaced inputs
 * formula("max(x1, x2); x1 x2", normal(1000))            // two inputs, two outputs
 * formula("mod(n, 2) == 0", bits(0, 99, 8))              // bits of whole numbers: even or odd
 * formula("x1 == x2", coins(10_000))                     // XNOR of tossed coins
 * points(new double[][] {{0, 0, 0}, {0, 1, 1}})          // written out, the target last
 * formula("x^4", grid(-100, 100, 400)).standardized()    // mean 0, deviation 1 in each draw
 * xor().without(3)                                       // a row held out
 * CsvFile.of("iris.csv").classes("species")              // a file, its classes one-hot
 * }</pre>
 *
 * <p>Several outputs stand in one text, with a semicolon between them, so that the inputs come
 * last, as they are read: this formula at these inputs. A {@link reluctant.data.CsvFile} is known
 * in a line by its name and SHA-256, so that reading the line opens nothing. {@link
 * reluctant.data.Inputs} makes the inputs, {@link reluctant.formula} says what a formula may have.
 * Each {@link reluctant.data.Problem} can be changed: standardized, scaled, shifted, made noisy,
 * without some rows. {@link reluctant.data.Scaling} brings predictions back into the data's own
 * units, as {@code run.predict(x)} does.
 */
@NullMarked
package reluctant.data;

import org.jspecify.annotations.NullMarked;
