package reluctant.optimizers;

import reluctant.Require;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019): before each step of {@link Adam},
 * w = w - weightDecay learningRate w, biases included.
 *
 * @param adam the step
 * @param weightDecay how fast parameters decay, finite and at least 0
 */
public record AdamW(Adam adam, double weightDecay) implements Optimizer {

  public AdamW {
    Require.present("adam", adam);
    Require.notNegative("weightDecay", weightDecay);
  }

  /**
   * AdamW with Keras' beta1 = 0.9, beta2 = 0.999 and epsilon = 1e-7.
   *
   * @param learningRate the size of a step, finite and above 0
   * @param weightDecay how fast parameters decay, finite and at least 0
   */
  public AdamW(double learningRate, double weightDecay) {
    this(new Adam(learningRate), weightDecay);
  }

  /** AdamW with Keras' defaults, learning rate 0.001 and weight decay 0.004. */
  public AdamW() {
    this(0.001, 0.004);
  }

  @Override
  public double learningRate() {
    return adam.learningRate();
  }

  @Override
  public AdamW learningRate(double learningRate) {
    return new AdamW(adam.learningRate(learningRate), weightDecay);
  }

  @Override
  public OptimizerState start(int... variables) {
    OptimizerState step = adam.start(variables);
    return (rate, gradient, w) -> {
      double decay = weightDecay * rate;
      for (int i = 0; i < w.length; i++) {
        w[i] -= w[i] * decay;
      }
      step.apply(rate, gradient, w);
    };
  }

  /** Returns this optimizer as the Java that makes it. */
  @Override
  public String toString() {
    return "new AdamW(" + adam + ", " + weightDecay + ")";
  }
}
