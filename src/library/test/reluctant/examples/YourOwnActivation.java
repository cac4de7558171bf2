package reluctant.examples;

import static reluctant.data.Problems.absoluteValue;
import static reluctant.train.Loss.MSE;

import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Trial;

/** An activation is two methods: the value, and the slope that the backward pass takes. */
public final class YourOwnActivation {

  private YourOwnActivation() {}

  /**
   * A parabola that goes on straight: z^2 / (2 width) for |z| &lt; width, |z| - width / 2 outside.
   *
   * @param width where it becomes straight
   */
  private record RoundedAbs(double width) implements Activation {
    @Override
    public double value(double z) {
      double size = Math.abs(z);
      return size < width ? z * z / (2 * width) : size - width / 2;
    }

    @Override
    public double slope(double z, double h) {
      return Math.max(-1, Math.min(z / width, 1));
    }
  }

  public static void main(String[] args) {
    var model = Sequential.of(1, new Dense(1, new RoundedAbs(0.1)), new Dense(1));
    var fit = new Fit(new Adam(0.01), MSE, 300, 8);
    var run = new Trial(model, absoluteValue(40, 1), fit, 5).run();

    System.out.println(run.network());
    System.out.printf("f(-0.5) = %.2f%n", run.network().predict(-0.5)[0]);
  }
}
