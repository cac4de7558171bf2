package reluctant.diagnose;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.nn.Backpropagation;
import reluctant.nn.Network;
import reluctant.nn.RandomStream;
import reluctant.train.Loss;
import reluctant.train.LossLoops;
import reluctant.train.Objective;

/**
 * How sharply the loss of a network curves: the largest eigenvalue of the Gauss-Newton matrix J'
 * L'' J, where J is the change of the outputs with the parameters and L'' the loss' second
 * derivative by the outputs. Of a linear layer it is the Hessian, and gradient descent is stable
 * below a learning rate of 2 / lambda; of other networks it leaves out what the loss' first
 * derivative adds, which is small where the errors are.
 *
 * <p>By power iteration; J v and L'' J v are central differences.
 */
public final class Curvature {

  private static final int MOST_STEPS = 100;
  private static final double TOLERANCE = 1e-6;

  /** A difference moves the parameters by this part of their own length, or of 1. */
  private static final double MOVE = 1e-6;

  private final double[] parameters;
  private final Loss loss;
  private final DMatrixRMaj x;
  private final DMatrixRMaj y;
  private final Backpropagation work;

  private Curvature(Network network, Loss loss, Dataset data) {
    var objective = Objective.of(network.model(), loss);
    this.loss = objective.loss();
    parameters = network.parameters();
    x = data.inputs().getDDRM();
    y = data.targets().getDDRM();
    work = new Backpropagation(objective.model(), data.samples());
  }

  /**
   * Computes the largest eigenvalue.
   *
   * @param network where. Not modified.
   * @param loss what curves
   * @param data the samples, all of them one batch
   * @return lambda, at least 0; NaN if outputs are
   * @throws IllegalArgumentException if the data do not fit the network
   */
  public static double largest(Network network, Loss loss, Dataset data) {
    Require.present("network", network);
    Require.present("loss", loss);
    Require.present("data", data);
    Require.shape(
        "data", data.samples(), data.features(), data.samples(), network.model().inputs());
    Require.shape(
        "data", data.samples(), data.outputs(), data.samples(), network.model().outputs());
    return new Curvature(network, loss, data).largest();
  }

  private double largest() {
    double[] v = start();
    double lambda = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double length = length(v);
      if (!(length > 0)) {
        return length;
      }
      for (int i = 0; i < v.length; i++) {
        v[i] /= length;
      }
      v = times(v);
      double next = length(v);
      if (Math.abs(next - lambda) <= TOLERANCE * next) {
        return next;
      }
      lambda = next;
    }
    return lambda;
  }

  private double[] start() {
    UniformRandomProvider random = RandomStream.PARAMETERS.of(0);
    var v = new double[parameters.length];
    for (int i = 0; i < v.length; i++) {
      v[i] = random.nextDouble() - 0.5;
    }
    return v;
  }

  /** The matrix times a vector of length 1. */
  private double[] times(double[] v) {
    double move = MOVE * Math.max(1, length(parameters));
    double[] above = slopes(v, move);
    double[] below = slopes(v, -move);
    work.forward(parameters, x);
    var delta = new DMatrixRMaj(y.numRows, y.numCols);
    int terms = LossLoops.terms(loss, y.numRows, y.numCols);
    for (int i = 0; i < above.length; i++) {
      delta.data[i] = (above[i] - below[i]) / (2 * move * terms);
    }
    var product = new double[v.length];
    work.backward(delta, product);
    return product;
  }

  /** The loss' slopes at the outputs of moved parameters. */
  private double[] slopes(double[] v, double move) {
    double[] moved = parameters.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += move * v[i];
    }
    DMatrixRMaj p = work.forward(moved, x);
    var slopes = new double[y.getNumElements()];
    LossLoops.slopes(loss, y.data, p.data, slopes.length, y.numCols, 1, slopes);
    return slopes;
  }

  private static double length(double[] v) {
    double squares = 0;
    for (double number : v) {
      squares += number * number;
    }
    return Math.sqrt(squares);
  }
}
