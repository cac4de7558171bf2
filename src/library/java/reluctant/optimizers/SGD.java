package reluctant.optimizers;

import java.util.stream.IntStream;
import reluctant.Require;

/**
 * Gradient descent, plain, with momentum (Polyak 1964), or with Nesterov's (Sutskever et al. 2013).
 *
 * <pre>
 * plain:     w = w - learningRate g
 * momentum:  m = momentum m - learningRate g
 *            w = w + m
 * nesterov:  m = momentum m - learningRate g
 *            w = w + momentum m - learningRate g
 * </pre>
 *
 * @param learningRate the size of a step, finite and above 0
 * @param momentum how much of the last step is kept, in [0, 1)
 * @param nesterov whether momentum is Nesterov's
 */
public record SGD(double learningRate, double momentum, boolean nesterov) implements Optimizer {

  public SGD {
    Require.positive("learningRate", learningRate);
    Require.fraction("momentum", momentum);
  }

  /**
   * Gradient descent with momentum.
   *
   * @param learningRate the size of a step, finite and above 0
   * @param momentum how much of the last step is kept, in [0, 1)
   */
  public SGD(double learningRate, double momentum) {
    this(learningRate, momentum, false);
  }

  /**
   * Plain gradient descent.
   *
   * @param learningRate the size of a step, finite and above 0
   */
  public SGD(double learningRate) {
    this(learningRate, 0);
  }

  /** Gradient descent with Keras' default learning rate, 0.01. */
  public SGD() {
    this(0.01);
  }

  @Override
  public SGD learningRate(double learningRate) {
    return new SGD(learningRate, momentum, nesterov);
  }

  @Override
  public OptimizerState start(int... variables) {
    return momentum == 0 ? SGD::plainStep : new Momentum(this, IntStream.of(variables).sum());
  }

  private static void plainStep(double rate, double[] gradient, double[] w) {
    for (int i = 0; i < w.length; i++) {
      w[i] -= rate * gradient[i];
    }
  }

  /** Returns this optimizer as the Java that makes it. */
  @Override
  public String toString() {
    boolean usual = equals(new SGD(learningRate));
    String more = nesterov ? ", " + momentum + ", true" : usual ? "" : ", " + momentum;
    return "new SGD(" + learningRate + more + ")";
  }

  private static final class Momentum implements OptimizerState {
    private final SGD sgd;
    private final double[] m;
    private long step;

    Momentum(SGD sgd, int parameters) {
      this.sgd = sgd;
      m = new double[parameters];
    }

    @Override
    public void apply(double rate, double[] gradient, double[] w) {
      double momentum = sgd.momentum;
      for (int i = 0; i < w.length; i++) {
        double down = rate * gradient[i];
        m[i] = momentum * m[i] - down;
        w[i] += sgd.nesterov ? momentum * m[i] - down : m[i];
      }
      Moments.flushFirst(++step, m);
    }
  }
}
