package reluctant.arithmetic;

import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.nn.Dropout;

/** A dropout layer of many networks at once, each of which draws from a stream of its own. */
public final class DropoutLanes extends ElementwiseLanes {

  private final Dropout layer;
  private final UniformRandomProvider[] random;
  private final double[] factors;

  /**
   * Makes the layer.
   *
   * @param layer the layer
   * @param width how many lanes a group has
   * @param units how many inputs a sample has
   * @param memory the parameters, of which it has none, and working memory
   * @param random where each lane takes random numbers from. Not copied.
   * @param x where the inputs are
   * @param below the layer below, or null for the first
   */
  public DropoutLanes(
      Dropout layer,
      int width,
      int units,
      LaneMemory memory,
      UniformRandomProvider[] random,
      double[] x,
      @Nullable LayerLanes below) {
    super(width, units, memory, x, below);
    this.layer = layer;
    this.random = Require.present("random", random);
    factors = memory.values(units, width);
  }

  @Override
  public void forward(int lane, int samples) {
    int count = samples * units;
    for (int l = 0; l < width; l++) {
      layer.drawFactors(random[lane + l], factors, l, width, count);
    }
    for (int i = 0; i < count * width; i++) {
      h[i] = x[i] * factors[i];
    }
  }

  @Override
  public void predict(int lane, int samples) {
    System.arraycopy(x, 0, h, 0, samples * units * width);
  }

  @Override
  public void slope(int lane, int samples) {
    for (int i = 0; i < samples * units * width; i++) {
      delta[i] *= factors[i];
    }
  }
}
