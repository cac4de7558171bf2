package reluctant.optimizers;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.stream.IntStream;
import reluctant.Require;
import reluctant.elementary.Elementary;

/**
 * Follow the regularized leader (McMahan et al. 2013). With n = initialAccumulatorValue at the
 * start, p = -learningRatePower and L = l2 + beta / (2 learningRate):
 *
 * <pre>
 * s = ((n + g^2)^p - n^p) / learningRate
 * n = n + g^2
 * z = z + g + 2 l2Shrinkage w - s w
 * w = (clip(z, -l1, l1) - z) / (n^p / learningRate + 2 L)
 * </pre>
 *
 * @param learningRate the size of a step, finite and above 0
 * @param learningRatePower how steps shrink, finite and at most 0; -0.5 as in Adagrad
 * @param initialAccumulatorValue where n starts, finite and at least 0
 * @param l1 the weight of the magnitudes, finite and at least 0
 * @param l2 the weight of the squares, finite and at least 0
 * @param l2Shrinkage the weight of the squares in the gradient, finite and at least 0
 * @param beta the paper's beta, finite and at least 0
 */
public record Ftrl(
    double learningRate,
    double learningRatePower,
    double initialAccumulatorValue,
    double l1,
    double l2,
    double l2Shrinkage,
    double beta)
    implements Optimizer {

  public Ftrl {
    Require.positive("learningRate", learningRate);
    Require.finite("learningRatePower", learningRatePower);
    if (learningRatePower > 0) {
      throw Require.refusal("learningRatePower must be at most 0. Received: " + learningRatePower);
    }
    Require.notNegative("initialAccumulatorValue", initialAccumulatorValue);
    Require.notNegative("l1", l1);
    Require.notNegative("l2", l2);
    Require.notNegative("l2Shrinkage", l2Shrinkage);
    Require.notNegative("beta", beta);
  }

  /**
   * Ftrl with Keras' learningRatePower = -0.5, initialAccumulatorValue = 0.1 and no penalties.
   *
   * @param learningRate the size of a step, finite and above 0
   */
  public Ftrl(double learningRate) {
    this(learningRate, -0.5, 0.1, 0, 0, 0, 0);
  }

  /** Ftrl with Keras' defaults, learning rate 0.001. */
  public Ftrl() {
    this(0.001);
  }

  @Override
  public Ftrl learningRate(double learningRate) {
    return new Ftrl(
        learningRate, learningRatePower, initialAccumulatorValue, l1, l2, l2Shrinkage, beta);
  }

  @Override
  public OptimizerState start(int... variables) {
    return new State(this, IntStream.of(variables).sum());
  }

  /** Returns this optimizer as the Java that makes it. */
  @Override
  public String toString() {
    if (equals(new Ftrl(learningRate))) {
      return "new Ftrl(" + learningRate + ")";
    }
    return format(
        "new Ftrl(%s, %s, %s, %s, %s, %s, %s)",
        learningRate, learningRatePower, initialAccumulatorValue, l1, l2, l2Shrinkage, beta);
  }

  private static final class State implements OptimizerState {
    private final Ftrl ftrl;
    private final double[] n;
    private final double[] z;

    State(Ftrl ftrl, int parameters) {
      this.ftrl = ftrl;
      n = new double[parameters];
      z = new double[parameters];
      Arrays.fill(n, ftrl.initialAccumulatorValue);
    }

    @Override
    public void apply(double rate, double[] gradient, double[] w) {
      double l2 = ftrl.l2 + ftrl.beta / (2 * rate);
      for (int i = 0; i < w.length; i++) {
        double g = gradient[i];
        double grown = n[i] + g * g;
        double power = Elementary.pow(grown, -ftrl.learningRatePower);
        double shift = (power - Elementary.pow(n[i], -ftrl.learningRatePower)) / rate;
        z[i] += g + 2 * ftrl.l2Shrinkage * w[i] - shift * w[i];
        double clipped = Math.min(Math.max(z[i], -ftrl.l1), ftrl.l1);
        double curvature = power / rate + 2 * l2;
        // Without any gradient so far and n = 0, there is nothing to divide by.
        w[i] = curvature == 0 ? w[i] : (clipped - z[i]) / curvature;
        n[i] = grown;
      }
    }
  }
}
