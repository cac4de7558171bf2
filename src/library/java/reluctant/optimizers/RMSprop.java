package reluctant.optimizers;

import java.util.stream.IntStream;
import reluctant.Require;

/**
 * RMSprop (Tieleman and Hinton 2012), plain, with momentum, or centered (Graves 2013).
 *
 * <pre>
 * v = rho v + (1 - rho) g^2
 * a = rho a + (1 - rho) g     if centered, otherwise a = 0
 * d = learningRate g / sqrt(v - a^2 + epsilon)
 * m = momentum m + d
 * w = w - m
 * </pre>
 *
 * @param learningRate the size of a step, finite and above 0
 * @param rho the decay of the means, in [0, 1)
 * @param momentum how much of the last step is kept, in [0, 1)
 * @param epsilon keeps the quotient finite, finite and above 0
 * @param centered whether the variance of the gradient is taken instead of its mean square
 */
public record RMSprop(
    double learningRate, double rho, double momentum, double epsilon, boolean centered)
    implements Optimizer {

  public RMSprop {
    Require.positive("learningRate", learningRate);
    Require.fraction("rho", rho);
    Require.fraction("momentum", momentum);
    Require.positive("epsilon", epsilon);
  }

  /**
   * RMSprop with Keras' rho = 0.9, no momentum, epsilon = 1e-7, not centered.
   *
   * @param learningRate the size of a step, finite and above 0
   */
  public RMSprop(double learningRate) {
    this(learningRate, 0.9, 0, 1e-7, false);
  }

  /** RMSprop with Keras' defaults, learning rate 0.001. */
  public RMSprop() {
    this(0.001);
  }

  @Override
  public RMSprop learningRate(double learningRate) {
    return new RMSprop(learningRate, rho, momentum, epsilon, centered);
  }

  @Override
  public OptimizerState start(int... variables) {
    return new State(this, IntStream.of(variables).sum());
  }

  /** Returns this optimizer as the Java that makes it. */
  @Override
  public String toString() {
    boolean usual = equals(new RMSprop(learningRate));
    String more = usual ? "" : ", " + rho + ", " + momentum + ", " + epsilon + ", " + centered;
    return "new RMSprop(" + learningRate + more + ")";
  }

  private static final class State implements OptimizerState {
    private final RMSprop rms;
    private final double[] v;
    private final double[] a;
    private final double[] m;
    private long step;

    State(RMSprop rms, int parameters) {
      this.rms = rms;
      v = new double[parameters];
      a = new double[parameters];
      m = new double[parameters];
    }

    @Override
    public void apply(double rate, double[] gradient, double[] w) {
      double rho = rms.rho;
      double ofGradient = rms.centered ? 1 - rho : 0;
      for (int i = 0; i < w.length; i++) {
        double g = gradient[i];
        v[i] = rho * v[i] + (1 - rho) * (g * g);
        a[i] = rho * a[i] + ofGradient * g;
        double down = rate * g / Math.sqrt(v[i] - a[i] * a[i] + rms.epsilon);
        m[i] = rms.momentum * m[i] + down;
        w[i] -= m[i];
      }
      step++;
      Moments.flushSecond(step, v);
      Moments.flushFirst(step, a);
      Moments.flushFirst(step, m);
    }
  }
}
