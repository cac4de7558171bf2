package reluctant.absolute;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.nn.RandomUniform;
import reluctant.nn.Sequential;

/**
 * How many straight pieces the graph of a ReLU network with one input has: along x, a new one
 * begins wherever a unit turns on or off.
 */
public final class LinearPieces {
  private static final int POINTS = 20_000;
  private static final int NETWORKS = 100;

  /** Hardly a kink of such networks lies further out. */
  private static final double FAR = 10;

  private LinearPieces() {}

  /**
   * Counts the pieces between -limit and limit, told apart on 20,000 evenly spaced points, of which
   * none is 0.
   *
   * @param network ReLUs in all layers but the last, one input
   * @param limit finite, above 0
   * @return the number of pieces, at least 1
   */
  public static int of(Network network, double limit) {
    Require.present("network", network);
    Require.positive("limit", limit);
    if (network.model().inputs() != 1) {
      throw Require.refusal("network must have one input. Received: " + network.model().inputs());
    }
    BitSet[] patterns = patterns(network, limit);
    int pieces = 1;
    for (int i = 1; i < POINTS; i++) {
      pieces += patterns[i].equals(patterns[i - 1]) ? 0 : 1;
    }
    return pieces;
  }

  /**
   * Counts the most pieces that 100 random networks have: hidden layers of as many ReLUs each, with
   * biases drawn from -1 to 1.
   *
   * @param layers how many hidden layers, at least 1
   * @param units how many units each has, at least 1
   */
  public static int most(int layers, int units) {
    var hidden = new Dense(units, Activation.RELU).biasInitializer(new RandomUniform(-1, 1));
    Sequential model = Sequential.deep(1, layers, hidden, new Dense(1));
    return IntStream.range(0, NETWORKS)
        .map(seed -> of(model.initialize(seed), FAR))
        .max()
        .orElse(1);
  }

  /** Which units are on at each point. */
  private static BitSet[] patterns(Network network, double limit) {
    var x = new SimpleMatrix(POINTS, 1);
    var patterns = new BitSet[POINTS];
    for (int i = 0; i < POINTS; i++) {
      x.set(i, limit * (2.0 * i / (POINTS - 1) - 1));
      patterns[i] = new BitSet();
    }
    int bit = 0;
    for (int layer = 0; layer < network.model().layers().size() - 1; layer++) {
      if (network.model().layers().get(layer) instanceof Dense) {
        SimpleMatrix inside = network.preActivations(layer, x);
        for (int unit = 0; unit < inside.getNumCols(); unit++, bit++) {
          for (int i = 0; i < POINTS; i++) {
            patterns[i].set(bit, inside.get(i, unit) > 0);
          }
        }
      }
    }
    return patterns;
  }
}
