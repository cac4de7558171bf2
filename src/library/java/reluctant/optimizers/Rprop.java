package reluctant.optimizers;

import java.util.Arrays;
import java.util.stream.IntStream;
import reluctant.Require;

/**
 * Resilient propagation (Riedmiller and Braun 1993), which looks at the sign of each gradient alone
 * and gives each parameter a step d of its own, at first the learning rate. Keras has none; this is
 * the form of Encog 3.4, with its settings. It is made for batches of all samples: a gradient that
 * is noisy changes its sign too often.
 *
 * <pre>
 * where g keeps its sign, g g' &gt; 0:   d = min(increase d, largest),   w = w - sign(g) d
 * where it turns,        g g' &lt; 0:   d = max(decrease d, smallest),  w goes back where it was, g = 0
 * else:                               w = w - sign(g) d
 * </pre>
 *
 * <p>Here g' is the gradient of the step before. The signs are those of g and of g g', and numbers
 * of magnitude below 1e-13 have none, so that a parameter with a gradient below 3e-7 keeps its d.
 *
 * @param learningRate the first step of each parameter, finite and above 0; of a schedule the first
 *     rate alone counts
 * @param increase what a step that was too short is multiplied by, finite and at least 1
 * @param decrease what a step that was too long is multiplied by, above 0 and below 1
 * @param smallest the smallest step, finite and above 0
 * @param largest the largest step, finite and at least the smallest
 */
public record Rprop(
    double learningRate, double increase, double decrease, double smallest, double largest)
    implements Optimizer {
  private static final double NO_SIGN = 1e-13;

  public Rprop {
    Require.positive("learningRate", learningRate);
    Require.positive("increase", increase);
    if (increase < 1) {
      throw Require.refusal("increase must be at least 1. Received: " + increase);
    }
    if (Require.positive("decrease", decrease) >= 1) {
      throw Require.refusal("decrease must be above 0 and below 1. Received: " + decrease);
    }
    Require.positive("smallest", smallest);
    if (Require.positive("largest", largest) < smallest) {
      throw Require.refusal(
          "largest must be at least smallest, " + smallest + ". Received: " + largest);
    }
  }

  /**
   * Rprop with steps that grow by 1.2 and shrink by 0.5, from 1e-6 to 50.
   *
   * @param learningRate the first step of each parameter, finite and above 0
   */
  public Rprop(double learningRate) {
    this(learningRate, 1.2, 0.5, 1e-6, 50);
  }

  /** Rprop with first steps of 0.1. */
  public Rprop() {
    this(0.1);
  }

  @Override
  public Rprop learningRate(double learningRate) {
    return new Rprop(learningRate, increase, decrease, smallest, largest);
  }

  @Override
  public OptimizerState start(int... variables) {
    return new State(this, IntStream.of(variables).sum());
  }

  private static int sign(double number) {
    return Math.abs(number) < NO_SIGN ? 0 : (int) Math.signum(number);
  }

  /** Returns this optimizer as the Java that makes it. */
  @Override
  public String toString() {
    boolean usual = equals(new Rprop(learningRate));
    String more = usual ? "" : ", " + increase + ", " + decrease + ", " + smallest + ", " + largest;
    return "new Rprop(" + learningRate + more + ")";
  }

  private static final class State implements OptimizerState {
    private final Rprop rprop;
    private final double[] step;
    private final double[] before;
    private final double[] moved;

    State(Rprop rprop, int parameters) {
      this.rprop = rprop;
      step = new double[parameters];
      Arrays.fill(step, rprop.learningRate);
      before = new double[parameters];
      moved = new double[parameters];
    }

    @Override
    public void apply(double rate, double[] gradient, double[] w) {
      for (int i = 0; i < w.length; i++) {
        double g = gradient[i];
        int kept = sign(g * before[i]);
        if (kept < 0) {
          step[i] = Math.max(step[i] * rprop.decrease, rprop.smallest);
          moved[i] = -moved[i];
          before[i] = 0;
        } else {
          step[i] = kept > 0 ? Math.min(step[i] * rprop.increase, rprop.largest) : step[i];
          moved[i] = -sign(g) * step[i];
          before[i] = g;
        }
        w[i] += moved[i];
      }
    }
  }
}
