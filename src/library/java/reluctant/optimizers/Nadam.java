package reluctant.optimizers;

import java.util.stream.IntStream;
import reluctant.Require;

/**
 * Adam with Nesterov's momentum (Dozat 2016). With u(t) = beta1 (1 - 0.96^t / 2), p(t) = u(1) u(2)
 * .. u(t) and q = p(t) u(t+1):
 *
 * <pre>
 * m = m + (g - m) (1 - beta1)
 * v = v + (g^2 - v) (1 - beta2)
 * n = u(t+1) m / (1 - q) + (1 - u(t)) g / (1 - p(t))
 * w = w - learningRate n / (sqrt(v / (1 - beta2^t)) + epsilon)
 * </pre>
 *
 * <p>In u, but not in p, 0.96 is rounded to single precision, as Keras does in any precision.
 *
 * @param learningRate the size of a step, finite and above 0
 * @param beta1 the decay of the mean of gradients, in [0, 1)
 * @param beta2 the decay of the mean of their squares, in [0, 1)
 * @param epsilon keeps the quotient finite, finite and above 0
 */
public record Nadam(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  private static final double DECAY = 0.96;
  private static final double ROUNDED_DECAY = 0.96f;

  public Nadam {
    Require.positive("learningRate", learningRate);
    Require.fraction("beta1", beta1);
    Require.fraction("beta2", beta2);
    Require.positive("epsilon", epsilon);
  }

  /**
   * Nadam with Keras' beta1 = 0.9, beta2 = 0.999 and epsilon = 1e-7.
   *
   * @param learningRate the size of a step, finite and above 0
   */
  public Nadam(double learningRate) {
    this(learningRate, 0.9, 0.999, 1e-7);
  }

  /** Nadam with Keras' defaults, learning rate 0.001. */
  public Nadam() {
    this(0.001);
  }

  @Override
  public Nadam learningRate(double learningRate) {
    return new Nadam(learningRate, beta1, beta2, epsilon);
  }

  @Override
  public OptimizerState start(int... variables) {
    return new State(this, IntStream.of(variables).sum());
  }

  /** Returns this optimizer as the Java that makes it. */
  @Override
  public String toString() {
    boolean usual = equals(new Nadam(learningRate));
    String more = usual ? "" : ", " + beta1 + ", " + beta2 + ", " + epsilon;
    return "new Nadam(" + learningRate + more + ")";
  }

  private static final class State implements OptimizerState {
    private final Nadam nadam;
    private final double[] m;
    private final double[] v;
    private long step;
    private double decayPower = 1;
    private double roundedPower = 1;
    private double product = 1;
    private double beta2Power = 1;

    State(Nadam nadam, int parameters) {
      this.nadam = nadam;
      m = new double[parameters];
      v = new double[parameters];
    }

    @Override
    public void apply(double rate, double[] gradient, double[] w) {
      step++;
      decayPower *= DECAY;
      beta2Power *= nadam.beta2;
      roundedPower *= ROUNDED_DECAY;
      double now = nadam.beta1 * (1 - 0.5 * roundedPower);
      double next = nadam.beta1 * (1 - 0.5 * roundedPower * ROUNDED_DECAY);
      product *= nadam.beta1 * (1 - 0.5 * decayPower);
      double ofMean = next / (1 - product * next);
      double ofGradient = (1 - now) / (1 - product);
      for (int i = 0; i < w.length; i++) {
        double g = gradient[i];
        m[i] += (g - m[i]) * (1 - nadam.beta1);
        v[i] += (g * g - v[i]) * (1 - nadam.beta2);
        double ahead = ofMean * m[i] + ofGradient * g;
        double size = Math.sqrt(v[i] / (1 - beta2Power)) + nadam.epsilon;
        w[i] -= rate * ahead / size;
      }
      Moments.flushFirst(step, m);
      Moments.flushSecond(step, v);
    }
  }
}
