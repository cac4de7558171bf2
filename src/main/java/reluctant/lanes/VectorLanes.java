package reluctant.lanes;

import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;

/** Makes {@link VectorDense} layers. Only loaded where the JVM has the Vector API. */
final class VectorLanes implements Lanes {

  @Override
  public int width() {
    return VectorDense.WIDTH;
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
