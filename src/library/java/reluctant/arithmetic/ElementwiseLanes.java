package reluctant.arithmetic;

import org.jspecify.annotations.Nullable;

/**
 * A layer that makes of each input one output, of many networks at once. Its z are its inputs, so
 * that dL/dz is dL/dh of the layer below: the two have one delta.
 */
public abstract class ElementwiseLanes extends LayerLanes {

  /** How many inputs, and outputs, a sample has. */
  protected final int units;

  ElementwiseLanes(
      int width, int units, LaneMemory memory, double[] x, @Nullable LayerLanes below) {
    super(
        width,
        x,
        memory.values(units, width),
        below == null ? memory.values(units, width) : below.delta,
        below);
    this.units = units;
  }

  /** The slope has done what there is to do. */
  @Override
  public final void backward(int lane, int samples) {
    if (below != null) {
      below.slope(lane, samples);
    }
  }
}
