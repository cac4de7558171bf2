package reluctant.optimizers;

import java.util.stream.IntStream;
import reluctant.Require;

/**
 * Adam (Kingma and Ba 2015), or AMSGrad (Reddi et al. 2018).
 *
 * <pre>
 * m = m + (g - m) (1 - beta1)
 * v = v + (g^2 - v) (1 - beta2)
 * w = w - m learningRate sqrt(1 - beta2^t) / (1 - beta1^t) / (sqrt(v) + epsilon)
 * </pre>
 *
 * <p>AMSGrad has the largest v so far in the last line.
 *
 * @param learningRate the size of a step, finite and above 0
 * @param beta1 the decay of the mean of gradients, in [0, 1)
 * @param beta2 the decay of the mean of their squares, in [0, 1)
 * @param epsilon keeps the quotient finite, finite and above 0
 * @param amsgrad whether it is AMSGrad
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon, boolean amsgrad)
    implements Optimizer {

  public Adam {
    Require.positive("learningRate", learningRate);
    Require.fraction("beta1", beta1);
    Require.fraction("beta2", beta2);
    Require.positive("epsilon", epsilon);
  }

  /**
   * Adam.
   *
   * @param learningRate the size of a step, finite and above 0
   * @param beta1 the decay of the mean of gradients, in [0, 1)
   * @param beta2 the decay of the mean of their squares, in [0, 1)
   * @param epsilon keeps the quotient finite, finite and above 0
   */
  public Adam(double learningRate, double beta1, double beta2, double epsilon) {
    this(learningRate, beta1, beta2, epsilon, false);
  }

  /**
   * Adam with Keras' beta1 = 0.9, beta2 = 0.999 and epsilon = 1e-7.
   *
   * @param learningRate the size of a step, finite and above 0
   */
  public Adam(double learningRate) {
    this(learningRate, 0.9, 0.999, 1e-7);
  }

  /** Adam with Keras' defaults, learning rate 0.001. */
  public Adam() {
    this(0.001);
  }

  @Override
  public Adam learningRate(double learningRate) {
    return new Adam(learningRate, beta1, beta2, epsilon, amsgrad);
  }

  @Override
  public OptimizerState start(int... variables) {
    return new State(this, IntStream.of(variables).sum());
  }

  /** Returns this optimizer as the Java that makes it. */
  @Override
  public String toString() {
    boolean usual = equals(new Adam(learningRate));
    String more = usual ? "" : ", " + beta1 + ", " + beta2 + ", " + epsilon;
    return "new Adam(" + learningRate + more + (amsgrad ? ", true)" : ")");
  }

  private static final class State implements OptimizerState {
    private final Adam adam;
    private final double[] m;
    private final double[] v;
    private final double[] largest;
    private final AdamRate factor;
    private long step;

    State(Adam adam, int parameters) {
      this.adam = adam;
      factor = new AdamRate(adam);
      m = new double[parameters];
      v = new double[parameters];
      largest = adam.amsgrad ? new double[parameters] : v;
    }

    @Override
    public void apply(double rate, double[] gradient, double[] w) {
      step++;
      double alpha = factor.next(rate);
      double rest1 = 1 - adam.beta1;
      double rest2 = 1 - adam.beta2;
      double epsilon = adam.epsilon;
      for (int i = 0; i < w.length; i++) {
        double g = gradient[i];
        m[i] += (g - m[i]) * rest1;
        v[i] += (g * g - v[i]) * rest2;
      }
      if (adam.amsgrad) {
        for (int i = 0; i < w.length; i++) {
          largest[i] = Math.max(largest[i], v[i]);
        }
      }
      for (int i = 0; i < w.length; i++) {
        w[i] -= m[i] * alpha / (Math.sqrt(largest[i]) + epsilon);
      }
      Moments.flushFirst(step, m);
      Moments.flushSecond(step, v);
    }
  }
}
