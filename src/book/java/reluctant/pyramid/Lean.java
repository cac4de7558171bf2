package reluctant.pyramid;

import reluctant.Require;
import reluctant.diagnose.Units;
import reluctant.nn.Network;
import reluctant.train.Run;

/**
 * Which coordinate a valley leans on: a network 2 -> units (relu) -> 1 whose {@link Shape} is the
 * valley gives the abs of one direction, that of the living unit with the largest |v| |w|. Where no
 * direction is preferred, it lies within 22.5 degrees of an axis with probability 1/2.
 */
public enum Lean {
  /** The direction lies within 22.5 degrees of the first coordinate's axis. */
  FIRST,
  /** The direction lies within 22.5 degrees of the second coordinate's axis. */
  SECOND,
  /** The direction lies nearer to a diagonal. */
  DIAGONAL,
  /** The network has another shape. */
  NO_VALLEY;

  private static final double HALF_SECTOR = 22.5;

  /**
   * Says which coordinate a trial on the Euclidean distance leans on, which made this shape of it.
   */
  static Lean of(Run run, Shape shape) {
    if (shape != Shape.VALLEY) {
      return NO_VALLEY;
    }
    Network network = run.network();
    if (network.model().layers().size() != 2) {
      throw Require.refusal("the network must have two layers. Received: " + network.model());
    }
    Units units = Units.of(run);
    double angle = Math.abs(units.direction(strongest(network, units)));
    double fromFirst = Math.min(angle, 180 - angle);
    return fromFirst < HALF_SECTOR ? FIRST : fromFirst > 90 - HALF_SECTOR ? SECOND : DIAGONAL;
  }

  private static int strongest(Network network, Units units) {
    var w = network.kernel(0);
    var v = network.kernel(1);
    int strongest = 0;
    double most = -1;
    for (int unit = 0; unit < units.count(); unit++) {
      double squares = w.get(0, unit) * w.get(0, unit) + w.get(1, unit) * w.get(1, unit);
      double strength = units.isDead(unit) ? 0 : Math.sqrt(squares) * Math.abs(v.get(unit));
      if (strength > most) {
        most = strength;
        strongest = unit;
      }
    }
    return strongest;
  }
}
