package reluctant.optimizers;

import java.util.stream.IntStream;
import reluctant.Require;

/**
 * Adadelta (Zeiler 2012).
 *
 * <pre>
 * v = rho v + (1 - rho) g^2
 * d = g sqrt(u + epsilon) / sqrt(v + epsilon)
 * u = rho u + (1 - rho) d^2
 * w = w - learningRate d
 * </pre>
 *
 * @param learningRate the size of a step, finite and above 0; 1 in the paper
 * @param rho the decay of the means, in [0, 1)
 * @param epsilon starts the first step, finite and above 0
 */
public record Adadelta(double learningRate, double rho, double epsilon) implements Optimizer {

  public Adadelta {
    Require.positive("learningRate", learningRate);
    Require.fraction("rho", rho);
    Require.positive("epsilon", epsilon);
  }

  /**
   * Adadelta with Keras' rho = 0.95 and epsilon = 1e-7.
   *
   * @param learningRate the size of a step, finite and above 0
   */
  public Adadelta(double learningRate) {
    this(learningRate, 0.95, 1e-7);
  }

  /** Adadelta with Keras' defaults, learning rate 0.001. */
  public Adadelta() {
    this(0.001);
  }

  @Override
  public Adadelta learningRate(double learningRate) {
    return new Adadelta(learningRate, rho, epsilon);
  }

  @Override
  public OptimizerState start(int... variables) {
    return new State(this, IntStream.of(variables).sum());
  }

  /** Returns this optimizer as the Java that makes it. */
  @Override
  public String toString() {
    boolean usual = equals(new Adadelta(learningRate));
    String more = usual ? "" : ", " + rho + ", " + epsilon;
    return "new Adadelta(" + learningRate + more + ")";
  }

  private static final class State implements OptimizerState {
    private final Adadelta adadelta;
    private final double[] v;
    private final double[] u;
    private long step;

    State(Adadelta adadelta, int parameters) {
      this.adadelta = adadelta;
      v = new double[parameters];
      u = new double[parameters];
    }

    @Override
    public void apply(double rate, double[] gradient, double[] w) {
      double rho = adadelta.rho;
      double epsilon = adadelta.epsilon;
      for (int i = 0; i < w.length; i++) {
        double g = gradient[i];
        v[i] = rho * v[i] + (1 - rho) * (g * g);
        double down = Math.sqrt(u[i] + epsilon) * g / Math.sqrt(v[i] + epsilon);
        u[i] = rho * u[i] + (1 - rho) * (down * down);
        w[i] -= rate * down;
      }
      step++;
      Moments.flushSecond(step, v);
      Moments.flushSecond(step, u);
    }
  }
}
