package reluctant.arithmetic;

import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;

/**
 * A dense layer of many networks at once, at work on one group of lanes and one batch.
 *
 * <p>Parameters and gradients hold all lanes: number {@code n} of the network in lane {@code l}
 * lies at {@code n * lanes + l}. All other arrays hold one group of {@link #width} lanes: value
 * {@code v} of sample {@code s}, of {@code n} values a sample, in the group's lane {@code l} lies
 * at {@code (s * n + v) * width + l}.
 *
 * <p>Each lane sees the operations of a training of its own in the same order, and so has its bits:
 * sums run over ascending inputs, units and samples, a bias is added last, and nothing is fused.
 */
public abstract class DenseLanes {

  /** How many lanes a group has. */
  protected final int width;

  /** The layer's place among the parameters. */
  protected final DenseShape shape;

  /** What the layer applies to its pre-activations. */
  protected final Activation activation;

  /** The layer that gives the inputs, or null for the first. */
  protected final @Nullable DenseLanes below;

  /** All parameters. */
  protected final double[] parameters;

  /** The gradient of all parameters, summed over the batch. */
  protected final double[] gradient;

  /** The inputs (samples x inputs). */
  protected final double[] x;

  /** The pre-activations (samples x units), filled where the slope is taken from them. */
  protected final double[] z;

  /** The outputs (samples x units). */
  protected final double[] h;

  /** dL/dz (samples x units). */
  protected final double[] delta;

  /**
   * Makes the memory of a layer; x are the first layer's inputs, or the outputs of the layer below.
   */
  DenseLanes(
      int width,
      DenseShape shape,
      Activation activation,
      LaneMemory memory,
      double[] x,
      @Nullable DenseLanes below) {
    this.width = width;
    this.shape = shape;
    this.activation = activation;
    this.below = below;
    this.x = x;
    parameters = memory.parameters();
    gradient = memory.gradient();
    int numbers = memory.batchSize() * shape.units() * width;
    h = memory.working().next(numbers);
    z = activation == Activation.LINEAR ? h : memory.working().next(numbers);
    delta = memory.working().next(numbers);
  }

  /** Returns where the outputs h are (samples x units), which change with the next batch. */
  public final double[] outputs() {
    return h;
  }

  /**
   * Returns where the slopes of the loss are, dL/dz (samples x units), to be filled for the last
   * layer.
   */
  public final double[] delta() {
    return delta;
  }

  /** Computes z = x K + b and h = f(z) for the group that begins with this lane. */
  public abstract void forward(int lane, int samples);

  /**
   * Multiplies {@link #delta} by the slopes: dL/dz = dL/dh f'(z). What {@link #z} and {@link #h}
   * hold afterwards is of no use.
   */
  public abstract void slope(int samples);

  /**
   * Computes from {@link #delta} the gradients dL/dK = x^T delta and dL/db, and the delta of the
   * layer below, (delta K^T) f'(z).
   *
   * @param lane the group's first lane
   * @param samples how many samples
   */
  public abstract void backward(int lane, int samples);

  /**
   * Does all of a linear last layer of one unit under the squared error: forward, the sum of (p -
   * y)^2 over the samples, and backward. Fused, since it is half of a small network's work.
   *
   * @param y the targets (samples x 1)
   * @param sums receives each lane's sum
   * @param lane the group's first lane
   * @param samples how many samples
   */
  public abstract void squaredError(double[] y, double[] sums, int lane, int samples);

  /**
   * Says whether {@link #squaredError} can be used: the layer has one linear unit and a layer
   * below.
   */
  public final boolean isRegression() {
    return shape.units() == 1 && activation == Activation.LINEAR && below != null;
  }
}
