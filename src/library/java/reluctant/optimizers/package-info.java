/**
 * How a gradient moves the parameters: Keras' optimizers, each with its formula and its settings.
 *
 * <p>An {@link reluctant.optimizers.Optimizer} is a value. For a training it starts an {@link
 * reluctant.optimizers.OptimizerState}, which has the numbers that change from step to step: {@link
 * reluctant.optimizers.SGD}, {@link reluctant.optimizers.Adam}, {@link reluctant.optimizers.AdamW},
 * {@link reluctant.optimizers.Adamax}, {@link reluctant.optimizers.Nadam}, {@link
 * reluctant.optimizers.RMSprop}, {@link reluctant.optimizers.Adagrad}, {@link
 * reluctant.optimizers.Adadelta}, {@link reluctant.optimizers.Ftrl} and {@link
 * reluctant.optimizers.Lion}. {@link reluctant.optimizers.Rprop} is what Keras lacks. Any of them
 * can clip its gradients ({@link reluctant.optimizers.Clipped}), and can have a learning rate that
 * changes from step to step by a {@link reluctant.optimizers.Schedule}, such as {@link
 * reluctant.optimizers.ExponentialDecay}.
 *
 * <p>One more optimizer is one more class here, a record that prints itself as the Java that makes
 * it, its name in {@code reluctant.train.Words}, so that a trial's line can be read, and, if it
 * treats each number by itself, in {@code reluctant.lanes.LaneOptimizer}. That changes no bit: of
 * any other optimizer, a sweep steps one network after the other. {@code KerasOptimizer} lists
 * Keras' own, to be compared, and needs no more.
 */
@NullMarked
package reluctant.optimizers;

import org.jspecify.annotations.NullMarked;
