package reluctant.optimizers;

import java.util.Arrays;
import java.util.stream.IntStream;
import reluctant.Require;

/**
 * Adagrad (Duchi, Hazan and Singer 2011). With v = initialAccumulatorValue at the start:
 *
 * <pre>
 * v = v + g^2
 * w = w - learningRate g / sqrt(v + epsilon)
 * </pre>
 *
 * @param learningRate the size of a step, finite and above 0
 * @param initialAccumulatorValue where v starts, finite and at least 0
 * @param epsilon keeps the quotient finite, finite and above 0
 */
public record Adagrad(double learningRate, double initialAccumulatorValue, double epsilon)
    implements Optimizer {

  public Adagrad {
    Require.positive("learningRate", learningRate);
    Require.notNegative("initialAccumulatorValue", initialAccumulatorValue);
    Require.positive("epsilon", epsilon);
  }

  /**
   * Adagrad with Keras' initialAccumulatorValue = 0.1 and epsilon = 1e-7.
   *
   * @param learningRate the size of a step, finite and above 0
   */
  public Adagrad(double learningRate) {
    this(learningRate, 0.1, 1e-7);
  }

  /** Adagrad with Keras' defaults, learning rate 0.001. */
  public Adagrad() {
    this(0.001);
  }

  @Override
  public Adagrad learningRate(double learningRate) {
    return new Adagrad(learningRate, initialAccumulatorValue, epsilon);
  }

  @Override
  public OptimizerState start(int... variables) {
    var v = new double[IntStream.of(variables).sum()];
    Arrays.fill(v, initialAccumulatorValue);
    return (rate, gradient, w) -> {
      for (int i = 0; i < w.length; i++) {
        double g = gradient[i];
        v[i] += g * g;
        w[i] -= rate * g / Math.sqrt(v[i] + epsilon);
      }
    };
  }

  /** Returns this optimizer as the Java that makes it. */
  @Override
  public String toString() {
    boolean usual = equals(new Adagrad(learningRate));
    String more = usual ? "" : ", " + initialAccumulatorValue + ", " + epsilon;
    return "new Adagrad(" + learningRate + more + ")";
  }
}
