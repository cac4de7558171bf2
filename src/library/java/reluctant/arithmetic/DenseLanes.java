package reluctant.arithmetic;

import org.jspecify.annotations.Nullable;
import reluctant.nn.Activation;

/**
 * A dense layer of many networks at once: z = x K + b and h = f(z).
 *
 * <p>For the bits of a training of its own, sums run over ascending inputs, units and samples, a
 * bias is added last, and nothing is fused.
 */
public abstract class DenseLanes extends LayerLanes {

  /** The layer's place among the parameters. */
  protected final DenseShape shape;

  /** What the layer applies to its pre-activations. */
  protected final Activation activation;

  /** All parameters. */
  protected final double[] parameters;

  /** The gradient of all parameters, summed over the batch. */
  protected final double[] gradient;

  /** The pre-activations (samples x units), filled where the slope is taken from them. */
  protected final double[] z;

  /**
   * Makes the memory of a layer; x are the first layer's inputs, or the outputs of the layer below.
   */
  DenseLanes(
      int width,
      DenseShape shape,
      Activation activation,
      LaneMemory memory,
      double[] x,
      @Nullable LayerLanes below) {
    super(
        width, x, memory.values(shape.units(), width), memory.values(shape.units(), width), below);
    this.shape = shape;
    this.activation = activation;
    parameters = memory.parameters();
    gradient = memory.gradient();
    z = activation == Activation.LINEAR ? h : memory.values(shape.units(), width);
  }

  /**
   * Returns where the pre-activations are (samples x units), unless the layer has ReLUs, until its
   * slope is taken.
   */
  public final double[] preActivations() {
    return z;
  }

  /**
   * Does all of a last layer under the squared error: forward, the sum of (p - y)^2 over samples
   * and units, and backward. With one linear unit it is half of a small network's work, and fused.
   *
   * @param y the targets (samples x units)
   * @param sums receives each lane's sum
   * @param lane the group's first lane
   * @param samples how many samples
   */
  public abstract void squaredError(double[] y, double[] sums, int lane, int samples);

  /** Says whether this is one linear unit on a dense layer. */
  final boolean isRegression() {
    return shape.units() == 1 && activation == Activation.LINEAR && below instanceof DenseLanes;
  }
}
