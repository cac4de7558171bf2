package reluctant.arithmetic;

import org.jspecify.annotations.Nullable;

/** A PReLU layer of many networks at once: h = z for z &gt; 0, alpha z elsewhere. */
abstract class PReLULanes extends ElementwiseLanes {

  /** All parameters. */
  protected final double[] parameters;

  /** The gradient of all parameters, summed over the batch. */
  protected final double[] gradient;

  private final int first;
  private final int lanes;

  /** Makes a layer whose alphas begin with the parameter of number {@code first}. */
  PReLULanes(
      int width,
      int units,
      int first,
      int lanes,
      LaneMemory memory,
      double[] x,
      @Nullable LayerLanes below) {
    super(width, units, memory, x, below);
    this.first = first;
    this.lanes = lanes;
    parameters = memory.parameters();
    gradient = memory.gradient();
  }

  /** Returns the place of the first lane of a unit's alpha. */
  protected final int alpha(int unit) {
    return (first + unit) * lanes;
  }
}
