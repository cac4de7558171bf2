package reluctant.arithmetic;

import org.jspecify.annotations.Nullable;

/**
 * A layer of many networks at once, at work on one group of lanes and one batch.
 *
 * <p>Parameters and gradients hold all lanes: number {@code n} of the network in lane {@code l}
 * lies at {@code n * lanes + l}. All other arrays hold one group of {@link #width} lanes: value
 * {@code v} of sample {@code s}, of {@code n} values a sample, in the group's lane {@code l} lies
 * at {@code (s * n + v) * width + l}.
 *
 * <p>Each lane sees the operations of a training of its own in the same order, and so has its bits.
 */
public abstract class LayerLanes {

  /** How many lanes a group has. */
  protected final int width;

  /** The layer that gives the inputs, or null for the first. */
  protected final @Nullable LayerLanes below;

  /** The inputs (samples x inputs). */
  protected final double[] x;

  /** The outputs (samples x outputs). */
  protected final double[] h;

  /** dL/dh, and after {@link #slope} what that says. */
  protected final double[] delta;

  /**
   * Makes a layer on memory of its own; x are the first inputs, or the outputs of the one below.
   */
  LayerLanes(int width, double[] x, double[] h, double[] delta, @Nullable LayerLanes below) {
    this.width = width;
    this.x = x;
    this.h = h;
    this.delta = delta;
    this.below = below;
  }

  /** Returns where the outputs h are (samples x outputs), which change with the next batch. */
  public final double[] outputs() {
    return h;
  }

  /**
   * Returns where the slopes of the loss are, dL/dh (samples x outputs), to be filled for the last
   * layer.
   */
  public final double[] delta() {
    return delta;
  }

  /** Computes the outputs for the group that begins with this lane, in training. */
  public abstract void forward(int lane, int samples);

  /** Computes the outputs as a prediction has them: the same, unless a layer does more. */
  public void predict(int lane, int samples) {
    forward(lane, samples);
  }

  /**
   * Takes {@link #delta} from dL/dh to dL/dz. What {@link #h} holds afterwards is of no use.
   *
   * @param lane the group's first lane
   * @param samples how many samples
   */
  public abstract void slope(int lane, int samples);

  /**
   * Computes the layer's gradients from {@link #delta}, and the delta of the layer below, dL/dz.
   *
   * @param lane the group's first lane
   * @param samples how many samples
   */
  public abstract void backward(int lane, int samples);
}
