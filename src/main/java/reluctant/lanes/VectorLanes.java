package reluctant.lanes;

import jdk.incubator.vector.DoubleVector;
import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;

/** Makes {@link VectorDense} layers. Only loaded where the JVM has the Vector API. */
final class VectorLanes implements Lanes {

  @Override
  public int width() {
    return VectorDense.WIDTH;
  }

  @Override
  public void spread(double[] from, int count, double[] to) {
    for (int i = 0; i < count; i++) {
      DoubleVector.broadcast(DoubleVector.SPECIES_PREFERRED, from[i]).intoArray(to, i * width());
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
  public String toString() {
    return "vectors of " + width();
  }
}
