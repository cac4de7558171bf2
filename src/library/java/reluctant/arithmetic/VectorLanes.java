package reluctant.arithmetic;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;

/** Makes {@link VectorDense} layers. Only loaded where the JVM has the Vector API. */
final class VectorLanes implements Lanes {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  @Override
  public int width() {
    return VectorDense.WIDTH;
  }

  @Override
  public void spread(double[] from, int count, double[] to) {
    for (int i = 0; i < count; i++) {
      DoubleVector.broadcast(LANES, from[i]).intoArray(to, i * width());
    }
  }

  @Override
  public DenseLanes dense(
      DenseShape shape,
      Activation activation,
      LaneMemory memory,
      double[] x,
      @Nullable DenseLanes below) {
    return new VectorDense(shape, activation, memory, x, below);
  }

  @Override
  public @Nullable FusedStep fused(DenseLanes last) {
    return VectorTwoUnits.of(last);
  }

  @Override
  public void norms(double[] numbers, double[] norms) {
    int lanes = norms.length;
    for (int lane = 0; lane < lanes; lane += width()) {
      var sum = DoubleVector.zero(LANES);
      for (int i = lane; i < numbers.length; i += lanes) {
        var number = fromArray(LANES, numbers, i);
        sum = sum.add(number.mul(number));
      }
      sum.sqrt().intoArray(norms, lane);
    }
  }

  @Override
  public String toString() {
    return "vectors of " + width();
  }
}
