package reluctant.train;

import reluctant.Require;
import reluctant.nn.Activation;
import reluctant.nn.ActivationLoops;
import reluctant.nn.Backpropagation;
import reluctant.nn.Sequential;

/**
 * The metrics of a fit, measured on one batch after the other. A cross-entropy behind its own
 * activation is measured by the logits, whatever is trained on, and all others by predictions.
 */
final class Measurement {

  private final Metric[] metrics;
  private final boolean[] areOfLogits;
  private final double[] values;
  private final Activation activation;
  private final int outputs;
  private final int last;
  private final double[] predictions;

  /**
   * Measures the metrics of a fit.
   *
   * @param model what is measured
   * @param objective what is trained in its place
   */
  Measurement(Sequential model, Fit fit, Objective objective) {
    metrics = new Metric[fit.metrics().size()];
    areOfLogits = new boolean[metrics.length];
    values = new double[metrics.length];
    for (int m = 0; m < metrics.length; m++) {
      metrics[m] = fit.metrics().get(m);
      if (metrics[m] instanceof Loss loss) {
        var own = Objective.of(model, loss);
        metrics[m] = own.loss();
        areOfLogits[m] = own.isOfLogits();
      }
    }
    activation = objective.activation();
    outputs = objective.model().outputs();
    last = model.layers().size() - 1;
    boolean isActivated = metrics.length > 0 && objective.isOfLogits();
    predictions = new double[isActivated ? fit.batchSize() * outputs : 0];
  }

  /**
   * Measures a batch.
   *
   * @param y the targets (samples x outputs)
   * @param p the outputs that the loss takes (samples x outputs)
   * @param work what has computed them, and knows the logits
   * @param samples how many samples
   */
  void measure(double[] y, double[] p, Backpropagation work, int samples) {
    for (int m = 0; m < metrics.length; m++) {
      double[] of = areOfLogits[m] ? work.preActivations(last).data : predictions(p, samples);
      double sum = LossLoops.sum(metrics[m], y, of, samples, outputs);
      values[m] = sum / LossLoops.terms(metrics[m], samples, outputs);
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
