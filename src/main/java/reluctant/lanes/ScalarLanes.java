package reluctant.lanes;

import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;

/** Makes {@link ScalarDense} layers. */
final class ScalarLanes implements Lanes {

  @Override
  public int width() {
    return 1;
  }

  @Override
  public void spread(double[] from, int count, double[] to) {
    System.arraycopy(from, 0, to, 0, count);
  }

  @Override
  public DenseLanes dense(
      DenseShape shape,
      Activation activation,
      LaneMemory memory,
      double[] x,
      @Nullable DenseLanes below) {
    return new ScalarDense(shape, activation, memory, x, below);
  }

  @Override
  public String toString() {
    return "plain Java";
  }
}
