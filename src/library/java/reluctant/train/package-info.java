/**
 * How it is learnt.
 *
 * <p>A {@link reluctant.train.Fit} says what Keras' compile() and fit() say: the {@link
 * reluctant.optimizers.Optimizer}, the {@link reluctant.train.Loss}, epochs and batches. With a
 * model, a dataset and a seed it is a {@link reluctant.train.Trial}, which runs and gives a {@link
 * reluctant.train.Run}: the network, and the {@link reluctant.train.History} of how it came about.
 *
 * <pre>{@code
 * var fit = new Fit(new Adam(0.001), MSE, 1000, 32);
 * var run = new Trial(model, absoluteValue(400, 1000), fit, 7).run();
 * run.history()              // 1000 epochs, loss 3.3e+05 to 0.002
 * run.network().predict(-3)  // near 3, if it learnt
 * Gradient.of(run.network(), MSE, absoluteValue(400, 1000)).delta(0)  // what arrives at the ReLUs
 * }</pre>
 *
 * <p>What is measured is a {@link reluctant.train.Metric}, such as an accuracy, and each loss is
 * one. {@link reluctant.train.Objective} says where a loss takes logits for predictions.
 *
 * <p>A fit may measure {@linkplain reluctant.train.Fit#validationData other data} and {@linkplain
 * reluctant.train.EarlyStopping stop early} or {@linkplain reluctant.train.Fit#untilLoss(double)
 * end at a loss}, and {@linkplain reluctant.train.Fit#then others may follow it}; a {@link
 * reluctant.train.Callback} hears of each {@link reluctant.train.Epoch}.
 *
 * <p>A trial prints itself as a line of Java, and {@link reluctant.train.Trial#parse} reads such a
 * line without running it: {@code reluctant.line} has the grammar and {@code Words} what may be
 * named.
 *
 * <p>Examples that run are in the tests' {@code reluctant.examples}: {@code TrainANetwork}, and
 * {@code WatchATraining} with a callback, validation data and early stopping.
 *
 * <p>One step is written in {@link reluctant.train.Trainer}, in the order that all trainers keep
 * to.
 */
@NullMarked
package reluctant.train;

import org.jspecify.annotations.NullMarked;
