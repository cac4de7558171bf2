package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/** On the Vector API: a group fills one vector. */
final class VectorPReLU extends PReLULanes {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  VectorPReLU(
      int units, int first, int lanes, LaneMemory memory, double[] x, @Nullable LayerLanes below) {
    super(WIDTH, units, first, lanes, memory, x, below);
  }

  @Override
  public void forward(int lane, int samples) {
    for (int unit = 0; unit < units; unit++) {
      forward(unit, lane, samples);
    }
  }

  private void forward(int unit, int lane, int samples) {
    var alpha = fromArray(LANES, parameters, alpha(unit) + lane);
    int end = samples * units * WIDTH;
    for (int i = unit * WIDTH; i < end; i += units * WIDTH) {
      var z = fromArray(LANES, x, i);
      alpha.mul(z).blend(z, z.compare(GT, 0)).intoArray(h, i);
    }
  }

  @Override
  public void slope(int lane, int samples) {
    for (int unit = 0; unit < units; unit++) {
      slope(unit, lane, samples);
    }
  }

  /** Where z is above 0 it adds 0, which changes no sum that began with 0. */
  private void slope(int unit, int lane, int samples) {
    var alpha = fromArray(LANES, parameters, alpha(unit) + lane);
    var none = DoubleVector.zero(LANES);
    var g = none;
    int end = samples * units * WIDTH;
    for (int i = unit * WIDTH; i < end; i += units * WIDTH) {
      var z = fromArray(LANES, x, i);
      var d = fromArray(LANES, delta, i);
      var isOff = z.compare(LE, 0);
      g = g.add(none.blend(d.mul(z), isOff));
      var off = d.mul(none.blend(alpha, z.compare(LT, 0)));
      d.blend(off, isOff).intoArray(delta, i);
    }
    g.intoArray(gradient, alpha(unit) + lane);
  }
}
