package reluctant.depth;

import static reluctant.Text.format;

import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.diagnose.GradientFlow;
import reluctant.elementary.Elementary;
import reluctant.nn.Sequential;
import reluctant.train.Loss;

/**
 * The {@link GradientFlow} of an architecture before its training, over many seeds: how long the
 * deltas dL/dz of each layer are beside those of the last one, and which share of the outputs is 0.
 * Immutable.
 */
public final class MeanFlow {

  private final double[] squares;
  private final double[] zeros;
  private final int seeds;

  private MeanFlow(int layers, int seeds) {
    squares = new double[layers];
    zeros = new double[layers];
    this.seeds = seeds;
  }

  /**
   * Measures many networks.
   *
   * @param model an architecture of Dense layers
   * @param data the samples, all of them one batch; the loss is the mean squared error
   * @param firstSeed the first seed
   * @param seeds how many seeds, at least 1
   * @return the means over the seeds
   */
  public static MeanFlow of(Sequential model, Dataset data, long firstSeed, int seeds) {
    Require.atLeast("seeds", seeds, 1);
    var mean = new MeanFlow(Require.present("model", model).layers().size(), seeds);
    for (int i = 0; i < seeds; i++) {
      mean.add(GradientFlow.of(model.initialize(firstSeed + i), Loss.MSE, data));
    }
    return mean;
  }

  private void add(GradientFlow flow) {
    double[] deltas = flow.deltas();
    double last = deltas[deltas.length - 1];
    for (int layer = 0; layer < deltas.length; layer++) {
      double share = deltas[layer] / last;
      squares[layer] += share * share;
      zeros[layer] += flow.zeros()[layer];
    }
  }

  /**
   * Returns sqrt(mean of (|delta_l| / |delta_last|)&sup2;), the lengths of the deltas beside the
   * last layer's, layer by layer from the input; 1 for the last.
   */
  public double[] deltas() {
    var deltas = new double[squares.length];
    for (int layer = 0; layer < deltas.length; layer++) {
      deltas[layer] = Math.sqrt(squares[layer] / seeds);
    }
    return deltas;
  }

  /** Returns the mean share of outputs that are exactly 0, layer by layer from the input. */
  public double[] zeros() {
    var shares = new double[zeros.length];
    for (int layer = 0; layer < shares.length; layer++) {
      shares[layer] = zeros[layer] / seeds;
    }
    return shares;
  }

  /**
   * Returns the mean factor by which the deltas get shorter (below 1) or longer (above 1) from one
   * hidden layer to the one before, from the last to the first; NaN if there is only one.
   */
  public double factor() {
    int steps = squares.length - 2;
    double[] deltas = deltas();
    return steps < 1 ? Double.NaN : Elementary.pow(deltas[0] / deltas[steps], 1.0 / steps);
  }

  /** Returns the factor by which the deltas shrink or grow. */
  @Override
  public String toString() {
    return format("deltas times %s per layer, over %d networks", factor(), seeds);
  }
}
