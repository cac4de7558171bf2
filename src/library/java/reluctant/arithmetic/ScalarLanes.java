package reluctant.arithmetic;

import java.util.Arrays;
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
  public @Nullable FusedStep fused(DenseLanes last) {
    return null;
  }

  @Override
  public void norms(double[] numbers, double[] norms) {
    int lanes = norms.length;
    Arrays.fill(norms, 0);
    for (int first = 0; first < numbers.length; first += lanes) {
      for (int lane = 0; lane < lanes; lane++) {
        norms[lane] += numbers[first + lane] * numbers[first + lane];
      }
    }
    for (int lane = 0; lane < lanes; lane++) {
      norms[lane] = Math.sqrt(norms[lane]);
    }
  }

  @Override
  public String toString() {
    return "plain Java";
  }
}
