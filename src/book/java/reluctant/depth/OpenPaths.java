package reluctant.depth;

import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.diagnose.Success;
import reluctant.nn.Activation;
import reluctant.nn.Network;
import reluctant.train.Run;

/**
 * Whether each sample had a way through the network at its start, that is a unit in each hidden
 * layer that would be on if all were ReLUs, and what became of the run. Twins with the same start
 * and other activations have the same ways.
 */
public enum OpenPaths {
  /** All samples had a way, and the data were learnt. */
  OPEN_LEARNT,
  /** All samples had a way, and the data were not learnt. */
  OPEN_NOT_LEARNT,
  /** Some sample had none, and the data were learnt. */
  CLOSED_LEARNT,
  /** Some sample had none, and the data were not learnt. */
  CLOSED_NOT_LEARNT;

  /**
   * Says what became of a run.
   *
   * @param run what a trial gave; it has a hidden layer
   */
  public static OpenPaths of(Run run) {
    boolean isLearnt = Success.of(Require.present("run", run)) == Success.LEARNT;
    Network asRelus = run.trial().hiddenActivation(Activation.RELU).initial();
    return areOpen(asRelus, run.trial().dataset().inputs())
        ? (isLearnt ? OPEN_LEARNT : OPEN_NOT_LEARNT)
        : (isLearnt ? CLOSED_LEARNT : CLOSED_NOT_LEARNT);
  }

  /** Whether each sample has a unit that is on in each hidden layer. */
  static boolean areOpen(Network network, SimpleMatrix inputs) {
    for (int layer = 0; layer < network.model().layers().size() - 1; layer++) {
      SimpleMatrix outputs = network.outputs(layer, inputs);
      for (int sample = 0; sample < outputs.getNumRows(); sample++) {
        if (Codes.zeros(outputs.getRow(sample)) == outputs.getNumCols()) {
          return false;
        }
      }
    }
    return true;
  }
}
