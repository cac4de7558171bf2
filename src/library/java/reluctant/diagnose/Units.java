package reluctant.diagnose;

import static reluctant.Text.format;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import reluctant.Require;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.train.Run;

/**
 * The units of a Dense layer as hinges: where each is active (z = w x + b &gt; 0), which way its
 * weights w point, and where its kink (z = 0) lies. Immutable.
 */
public final class Units {

  /** A unit that is active on a smaller share of the samples than this is dead. */
  public static final double LEAST_ACTIVE = 0.01;

  /** Two units whose weights lie fewer degrees apart than this are duplicates. */
  public static final double LEAST_ANGLE = 5;

  private final DMatrixRMaj kernel;
  private final double[] bias;
  private final double[] active;

  private Units(DMatrixRMaj kernel, double[] bias, double[] active) {
    this.kernel = kernel;
    this.bias = bias;
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
    var bias = dense.useBias() ? network.bias(layer).getDDRM().data : new double[dense.units()];
    return new Units(network.kernel(layer).getDDRM(), bias, shares(z));
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

  /**
   * Returns how many units there are.
   *
   * @return the number of columns of the kernel
   */
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

  /**
   * Counts the dead units.
   *
   * @return how many are dead
   */
  public int dead() {
    int dead = 0;
    for (double share : active) {
      dead += share < LEAST_ACTIVE ? 1 : 0;
    }
    return dead;
  }

  /**
   * Counts the pairs of duplicates: two units, neither dead, whose weights lie less than 5 degrees
   * apart.
   *
   * @return how many pairs
   */
  public int duplicates() {
    int pairs = 0;
    for (int one = 0; one < count(); one++) {
      for (int other = one + 1; other < count(); other++) {
        pairs += areDuplicates(one, other) ? 1 : 0;
      }
    }
    return pairs;
  }

  /**
   * Counts the directions of the units that live, where duplicates, and duplicates of duplicates,
   * count once.
   *
   * @return how many directions there are
   */
  public int distinct() {
    int[] firsts = firsts();
    return (int) IntStream.range(0, count()).filter(unit -> firsts[unit] == unit).count();
  }

  /** Returns for each unit the first one of its direction, or -1 if it is dead. */
  private int[] firsts() {
    int[] firsts = IntStream.range(0, count()).map(unit -> isDead(unit) ? -1 : unit).toArray();
    for (int one = 0; one < count(); one++) {
      for (int other = one + 1; other < count(); other++) {
        if (areDuplicates(one, other)) {
          // All units found so far in either direction, so that their order does not matter.
          int first = Math.min(firsts[one], firsts[other]);
          int second = Math.max(firsts[one], firsts[other]);
          Arrays.setAll(firsts, unit -> firsts[unit] == second ? first : firsts[unit]);
        }
      }
    }
    return firsts;
  }

  /**
   * Says whether two units are duplicates, neither dead and less than 5 degrees apart.
   *
   * @param one a unit's index, from 0
   * @param other another unit's index
   * @return whether they are
   */
  public boolean areDuplicates(int one, int other) {
    return !isDead(one) && !isDead(other) && angle(one, other) < LEAST_ANGLE;
  }

  /**
   * Computes the angle between the weights of two units, 2 atan2(|u - v|, |u + v|) for their unit
   * vectors u and v (Kahan 2006), which is exact for small angles too.
   *
   * @param one a unit's index, from 0
   * @param other another unit's index
   * @return degrees, from 0 to 180; NaN where the weights of a unit are all 0
   */
  public double angle(int one, int other) {
    Require.index("one", one, count());
    Require.index("other", other, count());
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
    return Math.toDegrees(2 * StrictMath.atan2(Math.sqrt(difference), Math.sqrt(sum)));
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
    requireInputs("directions", 2);
    return Math.toDegrees(StrictMath.atan2(kernel.get(1, unit), kernel.get(0, unit)));
  }

  /**
   * Computes the gaps between the directions of the units that live, one after the other around the
   * circle. Duplicates have one direction, in which the sum of their weights points.
   *
   * @return degrees, ascending, which add up to 360; none if all are dead
   * @throws IllegalArgumentException if the layer has not two inputs
   */
  public double[] gaps() {
    requireInputs("directions", 2);
    int[] firsts = firsts();
    double[] directions =
        IntStream.range(0, count())
            .filter(unit -> firsts[unit] == unit)
            .mapToDouble(first -> direction(firsts, first))
            .sorted()
            .toArray();
    var gaps = new double[directions.length];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = i == 0 ? 360 - directions[gaps.length - 1] : -directions[i - 1];
      gaps[i] += directions[i];
    }
    Arrays.sort(gaps);
    return gaps;
  }

  private double direction(int[] firsts, int first) {
    double x1 = 0;
    double x2 = 0;
    for (int unit = 0; unit < count(); unit++) {
      if (firsts[unit] == first) {
        x1 += kernel.get(0, unit);
        x2 += kernel.get(1, unit);
      }
    }
    return Math.toDegrees(StrictMath.atan2(x2, x1));
  }

  /**
   * Computes where a unit of one input has its kink.
   *
   * @param unit the unit's index, from 0
   * @return x = -b / w
   * @throws IllegalArgumentException if the layer has not one input
   */
  public double kink(int unit) {
    requireInputs("kinks at an x", 1);
    return -bias[Require.index("unit", unit, count())] / kernel.get(0, unit);
  }

  /**
   * Computes how far from the origin a unit has its kink.
   *
   * @param unit the unit's index, from 0
   * @return -b / |w|, negative if the unit is active at the origin
   */
  public double offset(int unit) {
    return -bias[Require.index("unit", unit, count())] / length(unit);
  }

  private double length(int unit) {
    double squares = 0;
    for (int input = 0; input < kernel.numRows; input++) {
      squares += kernel.get(input, unit) * kernel.get(input, unit);
    }
    return Math.sqrt(squares);
  }

  private void requireInputs(String what, int inputs) {
    if (kernel.numRows != inputs) {
      throw Require.refusal(
          format("%s need a layer with %d inputs. Received: %d", what, inputs, kernel.numRows));
    }
  }

  /** Returns how many units there are, and how many are dead or duplicates. */
  @Override
  public String toString() {
    return count() + " units, " + dead() + " dead, " + duplicates() + " duplicate pairs";
  }
}
