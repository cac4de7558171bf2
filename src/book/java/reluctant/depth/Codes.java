package reluctant.depth;

import java.util.BitSet;
import java.util.HashSet;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.nn.Network;
import reluctant.train.Run;

/**
 * What a network writes of its samples in a hidden layer: which outputs are exactly 0, and how many
 * units are on for a sample.
 */
public final class Codes {
  private Codes() {}

  /**
   * Returns the share of exact zeros among the outputs of the hidden layers of a trained network,
   * over all units and samples.
   *
   * @param run what a trial gave; it has a hidden layer
   */
  public static double zeros(Run run) {
    Require.present("run", run);
    SimpleMatrix inputs = run.trial().dataset().inputs();
    int hidden = hiddenLayers(run.network());
    double sum = 0;
    double count = 0;
    for (int layer = 0; layer < hidden; layer++) {
      SimpleMatrix outputs = run.network().outputs(layer, inputs);
      sum += zeros(outputs);
      count += outputs.getNumElements();
    }
    return sum / count;
  }

  /** Returns how many elements are exactly 0. */
  static int zeros(SimpleMatrix outputs) {
    int zeros = 0;
    for (int i = 0; i < outputs.getNumElements(); i++) {
      zeros += outputs.get(i) == 0 ? 1 : 0;
    }
    return zeros;
  }

  /**
   * Returns by how much the number of units that are on differs from sample to sample: its standard
   * deviation in the last hidden layer of a trained network.
   *
   * @param run what a trial gave; it has a hidden layer
   */
  public static double spread(Run run) {
    Require.present("run", run);
    SimpleMatrix inputs = run.trial().dataset().inputs();
    SimpleMatrix outputs = run.network().outputs(hiddenLayers(run.network()) - 1, inputs);
    int samples = outputs.getNumRows();
    double sum = 0;
    double squares = 0;
    for (int sample = 0; sample < samples; sample++) {
      int on = outputs.getNumCols() - zeros(outputs.getRow(sample));
      sum += on;
      squares += (double) on * on;
    }
    double mean = sum / samples;
    return Math.sqrt(Math.max(0, squares / samples - mean * mean));
  }

  /**
   * Returns whether a network is more exact where more of its units are on: the correlation, over
   * the samples, of the number of units that are on in the last hidden layer and the error's size.
   *
   * @param run what a trial gave; it has a hidden layer and one output
   * @return from -1 to 1, or NaN if one of the two does not differ
   */
  public static double correlation(Run run) {
    Dataset data = Require.present("run", run).trial().dataset();
    Network network = run.network();
    SimpleMatrix outputs = network.outputs(hiddenLayers(network) - 1, data.inputs());
    SimpleMatrix errors = network.predict(data.inputs()).minus(data.targets());
    var on = new SimpleMatrix(errors.getNumRows(), 1);
    var sizes = on.copy();
    for (int sample = 0; sample < errors.getNumRows(); sample++) {
      on.set(sample, outputs.getNumCols() - zeros(outputs.getRow(sample)));
      sizes.set(sample, Math.abs(errors.get(sample)));
    }
    SimpleMatrix counts = centred(on);
    SimpleMatrix lengths = centred(sizes);
    return counts.dot(lengths) / (counts.normF() * lengths.normF());
  }

  private static SimpleMatrix centred(SimpleMatrix column) {
    return column.minus(column.elementSum() / column.getNumRows());
  }

  /**
   * Counts the sets of units that are on together for some sample.
   *
   * @param network any network
   * @param layer the layer's index, from 0
   * @param inputs (samples x inputs of the network)
   */
  public static int patterns(Network network, int layer, SimpleMatrix inputs) {
    Require.present("network", network);
    SimpleMatrix outputs = network.outputs(layer, Require.present("inputs", inputs));
    var patterns = new HashSet<BitSet>();
    for (int sample = 0; sample < outputs.getNumRows(); sample++) {
      var on = new BitSet(outputs.getNumCols());
      for (int unit = 0; unit < outputs.getNumCols(); unit++) {
        on.set(unit, outputs.get(sample, unit) != 0);
      }
      patterns.add(on);
    }
    return patterns.size();
  }

  private static int hiddenLayers(Network network) {
    return Require.atLeast("the number of hidden layers", network.model().layers().size() - 1, 1);
  }
}
