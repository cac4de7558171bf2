package reluctant.diagnose;

import org.ejml.data.DMatrixRMaj;
import reluctant.nn.Activation;

/**
 * Units of a layer that hardly pass a gradient on any sample. Of an activation with two bounds,
 * such as tanh, these are saturated: their slope is below a twentieth of the largest on at least 99
 * % of the samples. Of others, such as ReLU, they are dead: it is 0 there.
 *
 * @param activation f
 * @param z what it is given (samples x units)
 */
record StillUnits(Activation activation, DMatrixRMaj z) {

  private static final double SMALL_SLOPE = 0.05;

  /** A unit that is steep passes its gradient on some samples near its middle alone. */
  private static final double LEAST_LOUD = 0.1;

  /** Whether the units can be saturated, and not dead. */
  boolean saturate() {
    return OutputRange.of(activation).isBounded();
  }

  boolean isStill(int unit) {
    double small = saturate() ? SMALL_SLOPE * largestSlope() : 0;
    int loud = 0;
    for (int i = unit; i < z.getNumElements(); i += z.numCols) {
      double slope = activation.slope(z.data[i], activation.value(z.data[i]));
      loud += Math.abs(slope) > small ? 1 : 0;
    }
    return loud < (saturate() ? LEAST_LOUD : Units.LEAST_ACTIVE) * z.numRows;
  }

  private double largestSlope() {
    double largest = 0;
    for (double place = -8; place <= 8; place += 0.125) {
      largest = Math.max(largest, Math.abs(activation.slope(place, activation.value(place))));
    }
    return largest;
  }
}
