package reluctant.diagnose;

import java.util.Arrays;
import reluctant.Require;
import reluctant.nn.Activation;
import reluctant.nn.Backpropagation;
import reluctant.nn.Dense;
import reluctant.train.Run;

/**
 * Units that hardly pass a gradient: the slope f'(z) of their activation is small on all but 1 % of
 * the samples. With a limit of 0 these are the units that no gradient reaches, whatever their
 * activation is; with one above 0 also those where it has nearly vanished.
 */
public final class SilentUnits {

  private SilentUnits() {}

  /**
   * Counts the silent units of the first layer of a trained network, on what it learnt from.
   *
   * @param run what a trial gave
   * @param slope the largest |f'(z)| that counts as silent, at least 0
   * @return how many units have no larger slope on at least 99 % of the samples
   * @throws IllegalArgumentException if the layer is not Dense
   */
  public static int count(Run run, double slope) {
    Require.notNegative("slope", slope);
    var network = Require.present("run", run).network();
    if (!(network.model().layers().get(0) instanceof Dense layer)) {
      throw Require.refusal(
          "the first layer must be Dense. Received: " + network.model().layers().get(0));
    }
    var data = run.trial().dataset();
    var work = new Backpropagation(network.model(), data.samples());
    work.forward(network.parameters(), data.inputs().getDDRM());
    double[] z = work.preActivations(0).data;
    int[] loud = new int[layer.units()];
    for (int i = 0; i < data.samples() * layer.units(); i++) {
      if (Math.abs(slope(layer.activation(), z[i])) > slope) {
        loud[i % layer.units()]++;
      }
    }
    double most = Units.LEAST_ACTIVE * data.samples();
    return (int) Arrays.stream(loud).filter(count -> count < most).count();
  }

  private static double slope(Activation activation, double z) {
    return activation.slope(z, activation.value(z));
  }
}
