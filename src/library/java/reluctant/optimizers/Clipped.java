package reluctant.optimizers;

import java.util.stream.IntStream;
import reluctant.Require;

/**
 * An optimizer that sees a clipped gradient. See {@link Optimizer}, whose methods make it.
 *
 * @param optimizer makes the step
 * @param by what is held to the limit
 * @param limit finite and above 0
 */
public record Clipped(Optimizer optimizer, By by, double limit) implements Optimizer {

  /** What is held to the limit. */
  public enum By {
    /** Each number of the gradient. */
    VALUE("clipValue"),
    /** The length of each variable's gradient. */
    NORM("clipNorm"),
    /** The length of the whole gradient. */
    GLOBAL_NORM("globalClipNorm");

    private final String method;

    By(String method) {
      this.method = method;
    }
  }

  public Clipped {
    Require.present("optimizer", optimizer);
    Require.present("by", by);
    Require.positive("limit", limit);
  }

  @Override
  public double learningRate() {
    return optimizer.learningRate();
  }

  @Override
  public double rate(long step) {
    return optimizer.rate(step);
  }

  @Override
  public Clipped learningRate(double learningRate) {
    return new Clipped(optimizer.learningRate(learningRate), by, limit);
  }

  @Override
  public OptimizerState start(int... variables) {
    int all = IntStream.of(variables).sum();
    int[] sizes = by == By.NORM ? variables.clone() : new int[] {all};
    OptimizerState state = optimizer.start(variables);
    var clipped = new double[all];
    return (rate, gradient, parameters) -> {
      System.arraycopy(gradient, 0, clipped, 0, all);
      if (by == By.VALUE) {
        clipValues(clipped);
      } else {
        clipNorms(clipped, sizes);
      }
      state.apply(rate, clipped, parameters);
    };
  }

  private void clipValues(double[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = Math.min(Math.max(gradient[i], -limit), limit);
    }
  }

  private void clipNorms(double[] gradient, int[] sizes) {
    int first = 0;
    for (int size : sizes) {
      double squares = 0;
      for (int i = first; i < first + size; i++) {
        squares += gradient[i] * gradient[i];
      }
      double longest = Math.max(Math.sqrt(squares), limit);
      for (int i = first; i < first + size; i++) {
        gradient[i] = gradient[i] * limit / longest;
      }
      first += size;
    }
  }

  /** Returns this optimizer as the Java that makes it. */
  @Override
  public String toString() {
    return optimizer + "." + by.method + "(" + limit + ")";
  }
}
