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
    this.loss = loss;
    inputs = data.inputs().getDDRM();
    targets = data.targets().getDDRM();
    backpropagation = new Backpropagation(model, data.samples());
    penalties = new Penalties(model);
  }

  double loss(double[] parameters) {
    DMatrixRMaj predictions = backpropagation.forward(parameters, inputs);
    double sum = 0;
    for (int i = 0; i < predictions.getNumElements(); i++) {
      sum += loss.value(targets.data[i], predictions.data[i]);
    }
    return sum / predictions.getNumElements() + penalties.value(parameters);
  }
}
