package reluctant.diagnose;

import org.ejml.data.DMatrixRMaj;
import reluctant.Require;
import reluctant.nn.Activation;
import reluctant.nn.Backpropagation;
import reluctant.nn.Dense;
import reluctant.train.Run;

/**
 * How far the units of a layer do one another's work: the correlation of their outputs over the
 * samples. Outputs of independent units do not correlate; those of duplicates do so by 1.
 */
public final class Correlation {

  private Correlation() {}

  /**
   * Measures the first layer of a trained network, on what it learnt from.
   *
   * @param run what a trial gave
   * @return the mean of |r| over all pairs of units, where r is Pearson's correlation of their
   *     outputs, from 0 to 1. Units whose outputs do not vary, as those of dead ones, are left out;
   *     NaN if fewer than two remain.
   * @throws IllegalArgumentException if the layer is not Dense
   */
  public static double of(Run run) {
    var network = Require.present("run", run).network();
    if (!(network.model().layers().get(0) instanceof Dense layer)) {
      throw Require.refusal(
          "the first layer must be Dense. Received: " + network.model().layers().get(0));
    }
    var data = run.trial().dataset();
    var work = new Backpropagation(network.model(), data.samples());
    work.forward(network.parameters(), data.inputs().getDDRM());
    return mean(deviations(work.preActivations(0), layer.activation()));
  }

  /** The outputs of each unit, less their mean (units x samples). */
  private static double[][] deviations(DMatrixRMaj z, Activation activation) {
    var deviations = new double[z.numCols][z.numRows];
    for (int unit = 0; unit < z.numCols; unit++) {
      double sum = 0;
      for (int sample = 0; sample < z.numRows; sample++) {
        deviations[unit][sample] = activation.value(z.get(sample, unit));
        sum += deviations[unit][sample];
      }
      for (int sample = 0; sample < z.numRows; sample++) {
        deviations[unit][sample] -= sum / z.numRows;
      }
    }
    return deviations;
  }

  private static double mean(double[][] deviations) {
    double sum = 0;
    int pairs = 0;
    for (int one = 0; one < deviations.length; one++) {
      for (int other = 0; other < one; other++) {
        double squares =
            product(deviations[one], deviations[one])
                * product(deviations[other], deviations[other]);
        if (squares > 0) {
          sum += Math.abs(product(deviations[one], deviations[other])) / Math.sqrt(squares);
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
