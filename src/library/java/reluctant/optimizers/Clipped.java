package reluctant.optimizers;

import java.util.stream.IntStream;

/** An optimizer that sees a clipped gradient. See {@link Optimizer}. */
record Clipped(Optimizer optimizer, By by, double limit) implements Optimizer {

  enum By {
    VALUE("clipValue"),
    NORM("clipNorm"),
    GLOBAL_NORM("globalClipNorm");

    private final String method;

    By(String method) {
      this.method = method;
    }
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
