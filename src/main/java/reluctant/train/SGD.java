package reluctant.train;

import reluctant.Require;

/**
 * Gradient descent: w = w - learningRate * g.
 *
 * @param learningRate the size of a step, finite and above 0
 */
public record SGD(double learningRate) implements Optimizer {

  public SGD {
    Require.positive("learningRate", learningRate);
  }

  /** Gradient descent with Keras' default learning rate, 0.01. */
  public SGD() {
    this(0.01);
  }

  @Override
  public OptimizerState start(int parameters) {
    return (gradient, w) -> {
      for (int i = 0; i < w.length; i++) {
        w[i] -= learningRate * gradient[i];
      }
    };
  }

  /** Returns this optimizer as the Java that makes it. */
  @Override
  public String toString() {
    return "new SGD(" + learningRate + ")";
  }
}
