package reluctant.diagnose;

import static reluctant.Text.format;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.elementary.Elementary;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.train.Run;

/**
 * The units of a Dense layer as hinges: where each is active (z = w x + b &gt; 0), and which way
 * its weights w point. Immutable.
 */
public final class Units {

  /** A unit that is active on a smaller share of the samples than this is dead. */
  public static final double LEAST_ACTIVE = 0.01;

  /** Two units whose weights lie fewer degrees apart than this are duplicates. */
  public static final double LEAST_ANGLE = 5;

  private final DMatrixRMaj kernel;
  private final double[] active;

  private Units(DMatrixRMaj kernel, double[] active) {
    this.kernel = kernel;
    this.active = active;
  }

  /**
   * Looks at the first layer of a trained network, on what it learnt from.
   *
   * @param run what a trial gave
   * @return its units
   * @throws IllegalArgumentException if the layer is not Dense
   */
  public static Units of(Run run) {
    return of(Require.present("run", run).network(), 0, run.trial().dataset().inputs());
  }

  /**
   * Looks at the first layer of a network as it was before its training, on what it learnt from.
   *
   * @param run what a trial gave
   * @return its units at the start
   * @throws IllegalArgumentException if the layer is not Dense
   */
  public static Units atStart(Run run) {
    var trial = Require.present("run", run).trial();
    return of(trial.initial(), 0, trial.dataset().inputs());
  }

  /**
   * Looks at a layer of a network.
   *
   * @param network the network
   * @param layer the layer's index, from 0
   * @param x samples (samples x inputs of the network)
   * @return its units
   * @throws IllegalArgumentException if the layer is not Dense
   */
  public static Units of(Network network, int layer, SimpleMatrix x) {
    Require.present("x", x);
    Require.present("network", network);
    return of(network, layer, network.preActivations(layer, x).getDDRM());
  }

  /**
   * Looks at a layer whose pre-activations are there already.
   *
   * @param network the network
   * @param layer the layer's index, from 0
   * @param z what its activation is given (samples x units)
   * @return its units
   * @throws IllegalArgumentException if the layer is not Dense, or has not as many units
   */
  public static Units of(Network network, int layer, DMatrixRMaj z) {
    Require.present("network", network);
    Require.present("z", z);
    Require.index("layer", layer, network.model().layers().size());
    if (!(network.model().layers().get(layer) instanceof Dense dense)) {
      throw Require.refusal(
          format("layer must be a Dense one. Received: %d of %s", layer, network.model()));
    }
    int samples = Require.atLeast("the number of samples", z.numRows, 1);
    Require.shape("z", z.numRows, z.numCols, samples, dense.units());
    return new Units(network.kernel(layer).getDDRM(), shares(z));
  }

  private static double[] shares(DMatrixRMaj z) {
    var active = new double[z.numCols];
    for (int unit = 0; unit < z.numCols; unit++) {
      int count = 0;
      for (int i = unit; i < z.getNumElements(); i += z.numCols) {
        count += z.data[i] > 0 ? 1 : 0;
      }
      active[unit] = (double) count / z.numRows;
    }
    return active;
  }

  /** Returns how many units there are. */
  public int count() {
    return active.length;
  }

  /**
   * Returns on which share of the samples a unit is active.
   *
   * @param unit the unit's index, from 0
   * @return the share, from 0 to 1
   */
  public double active(int unit) {
    return active[Require.index("unit", unit, count())];
  }

  /**
   * Says whether a unit is dead: active on less than 1 % of the samples.
   *
   * @param unit the unit's index, from 0
   * @return whether it is
   */
  public boolean isDead(int unit) {
    return active(unit) < LEAST_ACTIVE;
  }

  /** Returns how many units are dead. */
  public int dead() {
    return dead(LEAST_ACTIVE);
  }

  /**
   * Returns how many units are active on a smaller share of the samples than this.
   *
   * @param leastActive the share that a living unit has at least
   */
  public int dead(double leastActive) {
    Require.finite("leastActive", leastActive);
    return (int) Arrays.stream(active).filter(share -> share < leastActive).count();
  }

  /**
   * Returns how many pairs of units are duplicates, neither dead and their weights less than 5
   * degrees apart.
   */
  public int duplicates() {
    return duplicates(LEAST_ACTIVE, LEAST_ANGLE);
  }

  /**
   * Returns how many pairs of units live and have weights less than so many degrees apart.
   *
   * @param leastActive the share of the samples that a living unit is active on at least
   * @param leastAngle in degrees
   */
  public int duplicates(double leastActive, double leastAngle) {
    Require.finite("leastActive", leastActive);
    Require.finite("leastAngle", leastAngle);
    int pairs = 0;
    for (int one = 0; one < count(); one++) {
      for (int other = one + 1; other < count(); other++) {
        boolean bothLive = active[one] >= leastActive && active[other] >= leastActive;
        pairs += bothLive && angle(one, other) < leastAngle ? 1 : 0;
      }
    }
    return pairs;
  }

  /**
   * Computes the angle between the weights of two units, 2 atan2(|u - v|, |u + v|) for their unit
   * vectors u and v (Kahan 2006), which is exact for small angles too. From 0 to 180 degrees; NaN
   * where the weights of a unit are all 0.
   */
  double angle(int one, int other) {
    double scaleOne = 1 / length(one);
    double scaleOther = 1 / length(other);
    double difference = 0;
    double sum = 0;
    for (int input = 0; input < kernel.numRows; input++) {
      double u = kernel.get(input, one) * scaleOne;
      double v = kernel.get(input, other) * scaleOther;
      difference += (u - v) * (u - v);
      sum += (u + v) * (u + v);
    }
    return Math.toDegrees(2 * Elementary.atan2(Math.sqrt(difference), Math.sqrt(sum)));
  }

  /**
   * Computes the direction in which a unit of two inputs grows.
   *
   * @param unit the unit's index, from 0
   * @return degrees from the first input's axis towards the second's, from -180 to 180
   * @throws IllegalArgumentException if the layer has not two inputs
   */
  public double direction(int unit) {
    Require.index("unit", unit, count());
    if (kernel.numRows != 2) {
      throw Require.refusal("directions need a layer with 2 inputs. Received: " + kernel.numRows);
    }
    return Math.toDegrees(Elementary.atan2(kernel.get(1, unit), kernel.get(0, unit)));
  }

  private double length(int unit) {
    double squares = 0;
    for (int input = 0; input < kernel.numRows; input++) {
      squares += kernel.get(input, unit) * kernel.get(input, unit);
    }
    return Math.sqrt(squares);
  }

  /** Returns how many units there are, and how many are dead or duplicates. */
  @Override
  public String toString() {
    return count() + " units, " + dead() + " dead, " + duplicates() + " duplicate pairs";
  }
}
