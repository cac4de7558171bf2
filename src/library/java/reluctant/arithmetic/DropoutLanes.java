package reluctant.arithmetic;

import org.jspecify.annotations.Nullable;
import reluctant.Require;
import reluctant.nn.Dropout;

/** A dropout layer of many networks at once, each of which draws from a stream of its own. */
public final class DropoutLanes extends ElementwiseLanes {

  private final LaneRandom random;
  private final double rate;
  private final double kept;
  private final double[] factors;

  /**
   * Makes the layer.
   *
   * @param layer the layer
   * @param width how many lanes a group has
   * @param units how many inputs a sample has
   * @param memory the parameters, of which it has none, and working memory
   * @param random where each lane takes random numbers from
   * @param x where the inputs are
   * @param below the layer below, or null for the first
   */
  public DropoutLanes(
      Dropout layer,
      int width,
      int units,
      LaneMemory memory,
      LaneRandom random,
      double[] x,
      @Nullable LayerLanes below) {
    super(width, units, memory, x, below);
    rate = layer.rate();
    kept = 1 / (1 - rate);
    this.random = Require.present("random", random);
    factors = memory.values(units, width);
  }

  @Override
  public void forward(int lane, int samples) {
    int count = samples * units;
    random.draw(lane, rate, kept, factors, count);
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
