package reluctant.absolute;

import java.util.BitSet;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.nn.Dense;
import reluctant.nn.Network;

/**
 * How many straight pieces the graph of a ReLU network with one input has: along x, a new one
 * begins wherever a unit turns on or off.
 */
public final class LinearPieces {
  private static final int POINTS = 20_000;

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
