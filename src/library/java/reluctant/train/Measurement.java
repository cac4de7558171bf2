package reluctant.train;

import reluctant.Require;
import reluctant.nn.Activation;
import reluctant.nn.ActivationLoops;

/** The metrics of a fit, measured on one batch after the other. */
final class Measurement {

  private final Metric[] metrics;
  private final double[] values;
  private final Loss loss;
  private final Loss lossOfOutputs;
  private final Activation activation;
  private final int outputs;
  private final double[] predictions;

  Measurement(Fit fit, Objective objective) {
    metrics = fit.metrics().toArray(new Metric[0]);
    values = new double[metrics.length];
    loss = fit.loss();
    lossOfOutputs = objective.loss();
    activation = objective.activation();
    outputs = objective.model().outputs();
    boolean isActivated = metrics.length > 0 && objective.isOfLogits();
    predictions = new double[isActivated ? fit.batchSize() * outputs : 0];
  }

  /** Measures a batch of so many samples, by the outputs that the loss takes. */
  void measure(double[] y, double[] p, int samples) {
    for (int m = 0; m < metrics.length; m++) {
      boolean isLoss = metrics[m].equals(loss);
      Metric metric = isLoss ? lossOfOutputs : metrics[m];
      double[] of = isLoss ? p : predictions(p, samples);
      double sum = LossLoops.sum(metric, y, of, samples, outputs);
      values[m] = sum / LossLoops.terms(metric, samples, outputs);
    }
  }

  private double[] predictions(double[] p, int samples) {
    if (predictions.length == 0) {
      return p;
    }
    ActivationLoops.forward(activation, p, predictions, samples, outputs);
    return predictions;
  }

  /** Returns a metric of the last batch. */
  double value(int index) {
    return values[Require.index("index", index, values.length)];
  }
}
