/**
 * What a network is.
 *
 * <p>{@link reluctant.nn.Sequential} describes the architecture as a value: how many inputs, and
 * which {@link reluctant.nn.Layer}s. A {@link reluctant.nn.Dense} layer has an {@link
 * reluctant.nn.Activation} and {@link reluctant.nn.Initializer}s, and may have a {@link
 * reluctant.nn.Regularizer} and a {@link reluctant.nn.Constraint}, or is not {@linkplain
 * reluctant.nn.Dense#trainable trainable}; {@link reluctant.nn.Dropout}, {@link reluctant.nn.PReLU}
 * and {@link reluctant.nn.MixedActivations} are the other layers. Their numbers are {@link
 * reluctant.nn.Variable}s. {@link reluctant.nn.Sequential#initialize} draws them from a {@link
 * reluctant.nn.RandomStream} and gives a {@link reluctant.nn.Network}, which predicts and shows
 * what each layer computes; {@link reluctant.nn.Sequential#startingAt} takes them from one.
 *
 * <pre>{@code
 * var model = Sequential.of(1, new Dense(2, RELU), new Dense(1));
 * var network = model.initialize(42);
 * network.predict(0.5)       // one output for one input
 * network.kernel(0)          // 1 x 2
 * network.outputs(0, x)      // what the ReLUs give, one row a sample
 * model.summary()            // the layers, their shapes and parameters
 * }</pre>
 *
 * <p>Examples that run are in the tests' {@code reluctant.examples}: {@code LookInside} shows
 * pre-activations and gradients, {@code SaveAndLoad} keeps a network in a file, {@code
 * YourOwnActivation} writes one, and {@code PenaltiesAndConstraints} holds kernels small or
 * non-negative.
 *
 * <p>Below lies the work: {@link reluctant.nn.Backpropagation} runs a batch forward and backward
 * through one {@link reluctant.nn.LayerPass} a layer. A Dense layer of eight units or more, or of
 * as many inputs, computes in the processor's vectors, with {@code reluctant.vectors}. A new layer
 * is a record and its pass; a new activation, initializer, regularizer or constraint is one class
 * with one or two methods. Matrices are (samples x features), kernels (inputs x units), all numbers
 * float64.
 */
@NullMarked
package reluctant.nn;

import org.jspecify.annotations.NullMarked;
