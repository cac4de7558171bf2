package reluctant.depth;

import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.nn.Network;
import reluctant.train.Gradient;
import reluctant.train.Loss;

/** Whether backpropagation gives what the word derivative means. */
public final class GradientCheck {
  private static final double STEP = 1e-7;

  private GradientCheck() {}

  /**
   * Moves every parameter a little, up and down, and compares how the loss changes with the
   * gradient.
   *
   * @param network the network. Not modified.
   * @param loss what is differentiated
   * @param data the samples, all of them one batch
   * @return the largest |(L(p + s) - L(p - s)) / 2s - dL/dp| of all parameters, s = 1e-7
   */
  public static double largestError(Network network, Loss loss, Dataset data) {
    double[] gradient = Gradient.of(network, loss, data).parameters();
    double largest = 0;
    for (int i = 0; i < gradient.length; i++) {
      double up = Gradient.of(moved(network, i, STEP), loss, data).loss();
      double down = Gradient.of(moved(network, i, -STEP), loss, data).loss();
      largest = Math.max(largest, Math.abs((up - down) / (2 * STEP) - gradient[i]));
    }
    return largest;
  }

  private static Network moved(Network network, int parameter, double step) {
    double[] parameters = Require.present("network", network).parameters();
    parameters[parameter] += step;
    return new Network(network.model(), parameters);
  }
}
