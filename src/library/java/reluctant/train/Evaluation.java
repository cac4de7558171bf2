package reluctant.train;

import org.ejml.data.DMatrixRMaj;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.nn.Backpropagation;
import reluctant.nn.Network;
import reluctant.nn.Sequential;

/** A metric of a network over a whole dataset, as Keras' evaluate() gives it. */
public final class Evaluation {

  private Evaluation() {}

  /**
   * Measures a network as it predicts, without dropout and what regularizers add.
   *
   * @param network the network. Not modified.
   * @param metric a loss or any other metric
   * @param data the samples
   * @return the mean over all of them
   * @throws IllegalArgumentException if the data do not fit the network
   */
  public static double of(Network network, Metric metric, Dataset data) {
    Require.present("network", network);
    Require.present("metric", metric);
    Require.present("data", data);
    Trial.check("data", data, network.model());
    if (metric instanceof Loss loss) {
      var objective = Objective.of(network.model(), loss);
      return mean(objective.loss(), objective.model(), network, data);
    }
    return mean(metric, network.model(), network, data);
  }

  private static double mean(Metric metric, Sequential model, Network network, Dataset data) {
    var work = new Backpropagation(model, data.samples());
    DMatrixRMaj p = work.forward(network.parameters(), data.inputs().getDDRM());
    double[] y = data.targets().getDDRM().data;
    double sum = LossLoops.sum(metric, y, p.data, p.numRows, p.numCols);
    return sum / LossLoops.terms(metric, p.numRows, p.numCols);
  }
}
