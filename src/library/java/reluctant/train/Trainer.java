package reluctant.train;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;
import reluctant.nn.Backpropagation;
import reluctant.nn.Network;
import reluctant.nn.RandomStream;
import reluctant.nn.Sequential;
import reluctant.nn.Variable;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.OptimizerState;
import reluctant.steps.Frozen;
import reluctant.steps.Penalties;

/**
 * A network in training, one batch at a time. It allocates nothing once it is made. Not for use by
 * several threads at once.
 *
 * <p>A step is, in this order: predictions; loss and its slope for each element; the gradient,
 * summed over the samples and then multiplied by 1 / (samples * outputs), or 1 / samples where a
 * loss takes the outputs together; 0 for the gradient of what is not trained; the regularizers'
 * penalties and gradients; the optimizer's step; the constraints; and what is not trained is put
 * back. {@link Objective} says when the loss takes logits for predictions.
 */
public final class Trainer {

  private final Sequential model;
  private final Loss loss;
  private final Measurement measurement;
  private final double[] parameters;
  private final double[] gradient;
  private final Backpropagation backpropagation;
  private final Optimizer optimizer;
  private final OptimizerState state;
  private final Penalties penalties;
  private final Frozen frozen;
  private final int outputs;
  private final DMatrixRMaj delta;
  private long steps;

  /**
   * Starts a training with the random numbers of seed 0, which {@link reluctant.nn.Dropout} uses.
   *
   * @param start the network to start from
   * @param fit the optimizer, loss, metrics and largest batch; epochs, shuffling and what follows
   *     are the caller's
   */
  public Trainer(Network start, Fit fit) {
    this(start, fit, 0);
  }

  /**
   * Starts a training.
   *
   * @param start the network to start from
   * @param fit the optimizer, loss, metrics and largest batch; epochs, shuffling and what follows
   *     are the caller's
   * @param seed the seed of what layers draw in training
   */
  public Trainer(Network start, Fit fit, long seed) {
    this(start, fit, RandomStream.DROPOUT.of(seed));
  }

  /** Starts a training whose layers draw from this stream. */
  Trainer(Network start, Fit fit, UniformRandomProvider random) {
    model = Require.present("start", start).model();
    var objective = Objective.of(model, Require.present("fit", fit).loss());
    loss = objective.loss();
    measurement = new Measurement(model, fit, objective);
    parameters = start.parameters();
    gradient = new double[parameters.length];
    backpropagation = new Backpropagation(objective.model(), fit.batchSize(), random);
    optimizer = fit.optimizer();
    state = optimizer.start(model.variables().stream().mapToInt(Variable::size).toArray());
    penalties = new Penalties(model);
    frozen = new Frozen(model, parameters, 1);
    outputs = model.outputs();
    delta = new DMatrixRMaj(fit.batchSize(), outputs);
  }

  /**
   * Trains on one batch. Where the loss is not finite, no parameter is changed; so NaN in the batch
   * changes nothing and is returned.
   *
   * @param x the batch (samples x inputs), of at most the fit's batch size. Not modified.
   * @param y its targets (samples x outputs). Not modified.
   * @return the loss before the step
   * @throws IllegalArgumentException if x or y have another shape
   */
  public double step(DMatrixRMaj x, DMatrixRMaj y) {
    Require.present("x", x);
    Require.present("y", y);
    // Before the targets, whose rows are compared with it; and before dropout draws for the batch.
    Require.shape("x", x.numRows, x.numCols, x.numRows, model.inputs());
    Require.shape("y", y.numRows, y.numCols, x.numRows, outputs);
    DMatrixRMaj predictions = backpropagation.forward(parameters, x);
    double terms = LossLoops.terms(loss, x.numRows, outputs);
    double value = differentiate(y.data, predictions.data, x.numRows) / terms;
    value += penalties.value(parameters);
    if (Double.isFinite(value)) {
      measurement.measure(y.data, predictions.data, backpropagation, x.numRows);
      backpropagation.backward(delta, gradient);
      scale(gradient, 1 / terms);
      frozen.clear(gradient);
      penalties.addGradient(parameters, gradient);
      state.apply(optimizer.rate(steps), gradient, parameters);
      steps++;
      penalties.constrain(parameters);
      frozen.restore(parameters);
    }
    return value;
  }

  /** Returns the sum of the losses, and leaves their slopes in delta. */
  private double differentiate(double[] y, double[] p, int samples) {
    delta.reshape(samples, outputs);
    if (loss instanceof SampleLoss) {
      LossLoops.slopes(loss, y, p, samples * outputs, outputs, 1, delta.data);
      return LossLoops.sum(loss, y, p, samples, outputs);
    }
    double sum = 0;
    for (int i = 0; i < samples * outputs; i++) {
      sum += loss.value(y[i], p[i]);
      delta.data[i] = loss.slope(y[i], p[i]);
    }
    return sum;
  }

  private static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  /**
   * Returns a metric for the batch of the last step, before that step.
   *
   * @param index the metric's place in the fit's metrics
   * @return its mean over the batch
   */
  public double metric(int index) {
    return measurement.value(index);
  }

  /**
   * Returns dL/dparameters of the last step, 0 for what is not trained, with the regularizers' part
   * and before any clipping, a copy.
   */
  double[] gradient() {
    return gradient.clone();
  }

  /**
   * Returns the Euclidean norm of the gradient of the last step, with the regularizers' part and
   * before any clipping.
   */
  public double gradientNorm() {
    double squares = 0;
    for (double g : gradient) {
      squares += g * g;
    }
    return Math.sqrt(squares);
  }

  double loss(Validation validation) {
    return validation.loss(parameters);
  }

  /** Returns a copy of the network as it is now. */
  public Network network() {
    return new Network(model, parameters);
  }
}
