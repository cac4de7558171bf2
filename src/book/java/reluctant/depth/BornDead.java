package reluctant.depth;

import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.nn.Backpropagation;
import reluctant.nn.Network;
import reluctant.nn.Sequential;

/**
 * Networks that are dead before their training: for each sample some layer of ReLUs gives nothing
 * but 0, so that the output is a constant and no gradient reaches the first layer.
 *
 * <p>Source: Lu, Shin, Su and Karniadakis 2019, "Dying ReLU and Initialization".
 */
final class BornDead {

  private final Backpropagation work;
  private final DMatrixRMaj x;
  private final DMatrixRMaj delta;
  private final double[] gradient;

  private BornDead(Sequential model, SimpleMatrix samples) {
    x = samples.getDDRM();
    work = new Backpropagation(model, x.numRows);
    delta = new DMatrixRMaj(x.numRows, model.outputs());
    gradient = new double[model.parameterCount()];
  }

  /**
   * Counts the seeds, at least one, whose network is born dead. For one input and biases that start
   * at 0, the samples -1 and 1 stand for all.
   */
  static int count(Sequential model, SimpleMatrix x, long firstSeed, int seeds) {
    Require.atLeast("seeds", seeds, 1);
    var born = new BornDead(model, x);
    int dead = 0;
    for (int i = 0; i < seeds; i++) {
      dead += born.isDead(model.initialize(firstSeed + i)) ? 1 : 0;
    }
    return dead;
  }

  /** Says whether no gradient reaches the first layer of a network. */
  private boolean isDead(Network network) {
    work.forward(network.parameters(), x);
    delta.fill(1);
    work.backward(delta, gradient);
    DMatrixRMaj first = work.delta(0);
    for (int i = 0; i < first.getNumElements(); i++) {
      if (first.data[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
