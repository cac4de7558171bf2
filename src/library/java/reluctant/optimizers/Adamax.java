package reluctant.optimizers;

import java.util.stream.IntStream;
import reluctant.Require;

/**
 * Adamax (Kingma and Ba 2015, section 7.1): Adam with the largest gradient in place of the mean
 * square.
 *
 * <pre>
 * m = m + (g - m) (1 - beta1)
 * u = max(beta2 u, |g|)
 * w = w - learningRate m / ((1 - beta1^t) (u + epsilon))
 * </pre>
 *
 * @param learningRate the size of a step, finite and above 0
 * @param beta1 the decay of the mean of gradients, in [0, 1)
 * @param beta2 the decay of the largest gradient, in [0, 1)
 * @param epsilon keeps the quotient finite, finite and above 0
 */
public record Adamax(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  public Adamax {
    Require.positive("learningRate", learningRate);
    Require.fraction("beta1", beta1);
    Require.fraction("beta2", beta2);
    Require.positive("epsilon", epsilon);
  }

  /**
   * Adamax with Keras' beta1 = 0.9, beta2 = 0.999 and epsilon = 1e-7.
   *
   * @param learningRate the size of a step, finite and above 0
   */
  public Adamax(double learningRate) {
    this(learningRate, 0.9, 0.999, 1e-7);
  }

  /** Adamax with Keras' defaults, learning rate 0.001. */
  public Adamax() {
    this(0.001);
  }

  @Override
  public Adamax learningRate(double learningRate) {
    return new Adamax(learningRate, beta1, beta2, epsilon);
  }

  @Override
  public OptimizerState start(int... variables) {
    return new State(this, IntStream.of(variables).sum());
  }

  /** Returns this optimizer as the Java that makes it. */
  @Override
  public String toString() {
    boolean usual = equals(new Adamax(learningRate));
    String more = usual ? "" : ", " + beta1 + ", " + beta2 + ", " + epsilon;
    return "new Adamax(" + learningRate + more + ")";
  }

  private static final class State implements OptimizerState {
    private final Adamax adamax;
    private final double[] m;
    private final double[] u;
    private long step;
    private double beta1Power = 1;

    State(Adamax adamax, int parameters) {
      this.adamax = adamax;
      m = new double[parameters];
      u = new double[parameters];
    }

    @Override
    public void apply(double rate, double[] gradient, double[] w) {
      step++;
      beta1Power *= adamax.beta1;
      for (int i = 0; i < w.length; i++) {
        double g = gradient[i];
        m[i] += (g - m[i]) * (1 - adamax.beta1);
        u[i] = Math.max(adamax.beta2 * u[i], Math.abs(g));
        w[i] -= rate * m[i] / ((1 - beta1Power) * (u[i] + adamax.epsilon));
      }
      Moments.flushFirst(step, m);
      Moments.flushFirst(step, u);
    }
  }
}
