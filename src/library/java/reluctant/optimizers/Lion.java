package reluctant.optimizers;

import java.util.stream.IntStream;
import reluctant.Require;

/**
 * Lion (Chen et al. 2023): every parameter moves by the same length.
 *
 * <pre>
 * w = w - learningRate sign(beta1 m + (1 - beta1) g)
 * m = beta2 m + (1 - beta2) g
 * </pre>
 *
 * @param learningRate the size of a step, finite and above 0
 * @param beta1 the weight of the mean of gradients in a step, in [0, 1)
 * @param beta2 the decay of that mean, in [0, 1)
 */
public record Lion(double learningRate, double beta1, double beta2) implements Optimizer {

  public Lion {
    Require.positive("learningRate", learningRate);
    Require.fraction("beta1", beta1);
    Require.fraction("beta2", beta2);
  }

  /**
   * Lion with Keras' beta1 = 0.9 and beta2 = 0.99.
   *
   * @param learningRate the size of a step, finite and above 0
   */
  public Lion(double learningRate) {
    this(learningRate, 0.9, 0.99);
  }

  /** Lion with Keras' defaults, learning rate 0.001. */
  public Lion() {
    this(0.001);
  }

  @Override
  public Lion learningRate(double learningRate) {
    return new Lion(learningRate, beta1, beta2);
  }

  @Override
  public OptimizerState start(int... variables) {
    return new State(this, IntStream.of(variables).sum());
  }

  /** Returns this optimizer as the Java that makes it. */
  @Override
  public String toString() {
    String more = equals(new Lion(learningRate)) ? "" : ", " + beta1 + ", " + beta2;
    return "new Lion(" + learningRate + more + ")";
  }

  private static final class State implements OptimizerState {
    private final Lion lion;
    private final double[] m;
    private long step;

    State(Lion lion, int parameters) {
      this.lion = lion;
      m = new double[parameters];
    }

    @Override
    public void apply(double rate, double[] gradient, double[] w) {
      for (int i = 0; i < w.length; i++) {
        double g = gradient[i];
        w[i] -= rate * Math.signum(m[i] * lion.beta1 + g * (1 - lion.beta1));
        m[i] = m[i] * lion.beta2 + g * (1 - lion.beta2);
      }
      Moments.flushFirst(++step, m);
    }
  }
}
