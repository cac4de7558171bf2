package reluctant.diagnose;

import static reluctant.Text.format;

import org.ejml.simple.SimpleMatrix;
import reluctant.data.Dataset;
import reluctant.nn.Network;
import reluctant.train.Gradient;
import reluctant.train.Loss;

/**
 * How much of what is wrong at the output arrives at each layer: the lengths of the deltas dL/dz
 * over all samples, and the share of outputs that are 0.
 *
 * <p>The kernels' gradients hide that deltas vanish: in networks of ReLU, leaky ReLU or abs without
 * biases, the sum of W dL/dW is the same for every layer. Immutable.
 */
public final class GradientFlow {

  private final double[] deltas;
  private final double[] zeros;

  private GradientFlow(int layers) {
    deltas = new double[layers];
    zeros = new double[layers];
  }

  /**
   * Measures a network.
   *
   * @param network a network of Dense layers
   * @param loss what is differentiated
   * @param data the samples, all of them one batch
   * @return a number of each kind for each layer
   * @throws IllegalArgumentException if the data do not fit the network or a layer has no kernel
   */
  public static GradientFlow of(Network network, Loss loss, Dataset data) {
    Gradient gradient = Gradient.of(network, loss, data);
    int layers = network.model().layers().size();
    var flow = new GradientFlow(layers);
    for (int layer = 0; layer < layers; layer++) {
      flow.deltas[layer] = gradient.delta(layer).normF();
      flow.zeros[layer] = zeros(network.outputs(layer, data.inputs()));
    }
    return flow;
  }

  private static double zeros(SimpleMatrix outputs) {
    int zeros = 0;
    for (int i = 0; i < outputs.getNumElements(); i++) {
      zeros += outputs.get(i) == 0 ? 1 : 0;
    }
    return (double) zeros / outputs.getNumElements();
  }

  /**
   * Returns the lengths of the deltas, the Frobenius norm of dL/dz, layer by layer from the input;
   * a copy.
   */
  public double[] deltas() {
    return deltas.clone();
  }

  /** Returns the share of outputs that are exactly 0, layer by layer from the input; a copy. */
  public double[] zeros() {
    return zeros.clone();
  }

  /** Returns the lengths of the first and the last delta. */
  @Override
  public String toString() {
    return format(
        "deltas of length %s at the first and %s at the last of %d layers",
        deltas[0], deltas[deltas.length - 1], deltas.length);
  }
}
