package reluctant.train;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.nn.Backpropagation;
import reluctant.nn.Network;

/**
 * The gradient of a loss over a whole dataset, layer by layer, as the network predicts: without
 * dropout, regularizers and clipping, and by all parameters, trained or not. Immutable.
 */
public final class Gradient {

  private final Network byParameter;
  private final List<SimpleMatrix> deltas;
  private final double loss;

  private Gradient(Network byParameter, List<SimpleMatrix> deltas, double loss) {
    this.byParameter = byParameter;
    this.deltas = deltas;
    this.loss = loss;
  }

  /**
   * Computes the gradient.
   *
   * @param network the network. Not modified.
   * @param loss what is differentiated
   * @param data the samples, all of them one batch
   * @return the gradient
   * @throws IllegalArgumentException if the data do not fit the network
   */
  public static Gradient of(Network network, Loss loss, Dataset data) {
    Require.present("network", network);
    Require.present("loss", loss);
    Require.present("data", data);
    Trial.check("data", data, network.model());
    var objective = Objective.of(network.model(), loss);
    var work = new Backpropagation(objective.model(), data.samples());
    double[] y = data.targets().getDDRM().data;
    DMatrixRMaj p = work.forward(network.parameters(), data.inputs().getDDRM());
    int terms = LossLoops.terms(objective.loss(), p.numRows, p.numCols);
    double sum = LossLoops.sum(objective.loss(), y, p.data, p.numRows, p.numCols);
    var delta = new DMatrixRMaj(p.numRows, p.numCols);
    LossLoops.slopes(objective.loss(), y, p.data, p.getNumElements(), p.numCols, 1, delta.data);
    for (int i = 0; i < delta.getNumElements(); i++) {
      delta.data[i] /= terms;
    }
    var gradient = new double[network.model().parameterCount()];
    work.backward(delta, gradient);
    var deltas = new SimpleMatrix[network.model().layers().size()];
    Arrays.setAll(deltas, i -> SimpleMatrix.wrap(new DMatrixRMaj(work.delta(i))));
    return new Gradient(new Network(network.model(), gradient), List.of(deltas), sum / terms);
  }

  /** Returns the loss itself, the mean that {@link Evaluation} gives. */
  public double loss() {
    return loss;
  }

  /** Returns dL/dparameters as one vector, in the order of {@link Network#parameters}. */
  public double[] parameters() {
    return byParameter.parameters();
  }

  /**
   * Returns the gradient by a layer's kernel.
   *
   * @param layer the layer's index, from 0
   * @return dL/dK (inputs x units)
   */
  public SimpleMatrix kernel(int layer) {
    return byParameter.kernel(layer);
  }

  /**
   * Returns the gradient by a layer's bias.
   *
   * @param layer the layer's index, from 0
   * @return dL/db (1 x units)
   */
  public SimpleMatrix bias(int layer) {
    return byParameter.bias(layer);
  }

  /**
   * Returns the gradient by a layer's pre-activations: how much of what is wrong arrives there.
   *
   * @param layer the layer's index, from 0
   * @return dL/dz (samples x outputs of the layer)
   */
  public SimpleMatrix delta(int layer) {
    return deltas.get(Require.index("layer", layer, deltas.size())).copy();
  }

  /** Returns the loss and the length of the gradient. */
  @Override
  public String toString() {
    double length = Math.sqrt(Arrays.stream(parameters()).map(g -> g * g).sum());
    return "gradient of length " + length + " at loss " + loss;
  }
}
