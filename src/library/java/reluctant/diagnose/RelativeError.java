package reluctant.diagnose;

import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.nn.Network;

/** How far off a network is, in parts of what it should say. */
public final class RelativeError {

  private RelativeError() {}

  /**
   * Measures the largest relative error.
   *
   * @param network the network
   * @param data samples that fit it; a target of 0 gives infinity, unless it is met
   * @return the largest |f(x) - y| / |y|, over all samples and outputs; NaN if an output is
   */
  public static double largest(Network network, Dataset data) {
    Require.present("network", network);
    // A matrix is copied when it is asked for.
    double[] targets = Require.present("data", data).targets().getDDRM().data;
    double[] outputs = network.predict(data.inputs()).getDDRM().data;
    double largest = 0;
    for (int i = 0; i < targets.length; i++) {
      double error = Math.abs(outputs[i] - targets[i]);
      largest = Math.max(largest, error == 0 ? 0 : error / Math.abs(targets[i]));
    }
    return largest;
  }
}
