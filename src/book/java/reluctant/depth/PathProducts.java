package reluctant.depth;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Network;

/**
 * All ways through a network of Dense layers from its inputs to its outputs, one unit a layer, at
 * one sample. Along each way the chain rule multiplies the slopes f'(z) of the units and the
 * weights between them, and the sum over all ways is dy/dx (of several outputs and inputs, the sum
 * of all such derivatives). Immutable.
 */
public final class PathProducts {
  private static final int MOST = 1 << 20;

  private final double[] slopes;
  private final double[] weights;

  private PathProducts(double[] slopes, double[] weights) {
    this.slopes = slopes;
    this.weights = weights;
  }

  /**
   * Follows all of them.
   *
   * @param network a network of Dense layers, with about a million paths at most
   * @param sample a number for each input
   */
  public static PathProducts of(Network network, double... sample) {
    Require.present("network", network);
    Require.present("sample", sample);
    double[] slopes = DoubleStream.generate(() -> 1).limit(network.model().inputs()).toArray();
    double[] weights = slopes.clone();
    var x = new SimpleMatrix(1, sample.length, true, sample);
    for (int layer = 0; layer < network.model().layers().size(); layer++) {
      double[] own = slopes(network, layer, x);
      SimpleMatrix kernel = network.kernel(layer);
      slopes = times(slopes, kernel.getNumRows(), (in, unit) -> own[unit], own.length);
      weights = times(weights, kernel.getNumRows(), kernel::get, own.length);
    }
    return new PathProducts(slopes, weights);
  }

  private static double[] slopes(Network network, int layer, SimpleMatrix x) {
    if (!(network.model().layers().get(layer) instanceof Dense dense)) {
      throw Require.refusal(
          "network must have Dense layers alone. Received: " + network.model().layers().get(layer));
    }
    Activation f = dense.activation();
    return Arrays.stream(network.preActivations(layer, x).getDDRM().data)
        .map(z -> f.slope(z, f.value(z)))
        .toArray();
  }

  private interface Factor {
    double at(int input, int unit);
  }

  /** Each path goes on to each unit. Path number p ends at unit p mod the last layer's width. */
  private static double[] times(double[] paths, int inputs, Factor factor, int units) {
    long count = (long) paths.length * units;
    if (count > MOST) {
      throw Require.refusal(
          format(
              "network must have at most %d paths, use fewer layers. Received: %d", MOST, count));
    }
    var longer = new double[(int) count];
    for (int i = 0; i < longer.length; i++) {
      int path = i / units;
      int unit = i % units;
      longer[i] = paths[path] * factor.at(path % inputs, unit);
    }
    return longer;
  }

  /** Returns how many there are: the product of the inputs and of all widths. */
  public int count() {
    return slopes.length;
  }

  /** Returns the different products of slopes along the paths, in ascending order. */
  public List<Double> slopes() {
    return Arrays.stream(slopes).sorted().distinct().boxed().toList();
  }

  /** Returns the sum over all paths of the product of all slopes and weights: dy/dx. */
  public double sum() {
    double sum = 0;
    for (int i = 0; i < slopes.length; i++) {
      sum += slopes[i] * weights[i];
    }
    return sum;
  }

  /** Returns how many paths there are and what they add up to. */
  @Override
  public String toString() {
    return format("%d paths that add up to %s", count(), sum());
  }
}
