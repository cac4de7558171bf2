package reluctant.diagnose;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import reluctant.diagnose.Diagnosis.Finding;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Layer;
import reluctant.nn.Network;
import reluctant.train.Objective;
import reluctant.train.Run;

/** A last activation that passes no gradient, so that nothing behind it can learn. */
final class DeadOutput {

  private DeadOutput() {}

  static Optional<Finding> of(Answers answers) {
    Run run = answers.run();
    Network network = run.network();
    int last = network.model().layers().size() - 1;
    Layer layer = network.model().layers().get(last);
    boolean isOfLogits = Objective.of(network.model(), run.trial().fit().loss()).isOfLogits();
    if (!(layer instanceof Dense dense)
        || isOfLogits
        || dense.activation().equals(Activation.SOFTMAX)) {
      return Optional.empty();
    }
    DMatrixRMaj z = network.preActivations(last, run.trial().dataset().inputs()).getDDRM();
    var units = new StillUnits(dense.activation(), z);
    for (int unit = 0; unit < z.numCols; unit++) {
      if (!units.isStill(unit)) {
        return Optional.empty();
      }
    }
    String how = units.saturate() ? "saturated" : "dead";
    return Optional.of(
        new Finding(
            Symptom.DEAD_OUTPUT,
            "Its output is " + how + ": the last activation passes no gradient."));
  }
}
