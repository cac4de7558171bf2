/**
 * How it is learnt.
 *
 * <p>A {@link reluctant.train.Fit} says what Keras' compile() and fit() say: the {@link
 * reluctant.train.Optimizer}, the {@link reluctant.train.Loss}, epochs and batches. With a model, a
 * dataset and a seed it is a {@link reluctant.train.Trial}, which runs and gives a {@link
 * reluctant.train.Run}: the network, and the {@link reluctant.train.History} of how it came about.
 *
 * <pre>{@code
 * var fit = new Fit(new Adam(0.001), MSE, 1000, 32);
 * var run = new Trial(model, absoluteValue(400, 1000), fit, 7).run();
 * run.history()              // 1000 epochs, loss 3.3e+05 to 0.002
 * run.network().predict(-3)  // near 3, if it learnt
 * }</pre>
 *
 * <p>One step is written in {@link reluctant.train.Trainer}, in the order that all trainers keep
 * to.
 */
@NullMarked
package reluctant.train;

import org.jspecify.annotations.NullMarked;
