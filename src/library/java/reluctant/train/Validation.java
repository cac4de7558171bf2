package reluctant.train;

import org.ejml.data.DMatrixRMaj;
import reluctant.data.Dataset;
import reluctant.nn.Backpropagation;
import reluctant.nn.Sequential;
import reluctant.steps.Penalties;

/** The loss on data that are not trained on, regularizers included, as a prediction gives it. */
final class Validation {

  private final Loss loss;
  private final DMatrixRMaj inputs;
  private final DMatrixRMaj targets;
  private final Backpropagation backpropagation;
  private final Penalties penalties;

  Validation(Sequential model, Loss loss, Dataset data) {
    var objective = Objective.of(model, loss);
    this.loss = objective.loss();
    inputs = data.inputs().getDDRM();
    targets = data.targets().getDDRM();
    backpropagation = new Backpropagation(objective.model(), data.samples());
    penalties = new Penalties(model);
  }

  double loss(double[] parameters) {
    DMatrixRMaj p = backpropagation.forward(parameters, inputs);
    double sum = LossLoops.sum(loss, targets.data, p.data, p.numRows, p.numCols);
    return sum / LossLoops.terms(loss, p.numRows, p.numCols) + penalties.value(parameters);
  }
}
