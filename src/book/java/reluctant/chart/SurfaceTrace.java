package reluctant.chart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import reluctant.Require;

/**
 * A surface {@code z = f(x, y)} in three dimensions.
 *
 * <pre>{@code
 * SurfaceTrace.builder(positions, positions, z).name("loss").colorScale(ColorScale.VIRIDIS).build()
 * }</pre>
 */
public final class SurfaceTrace implements JsonTrace {
  private final ObjectNode json;

  private SurfaceTrace(ObjectNode json) {
    this.json = json.deepCopy();
  }

  /**
   * A surface over a grid.
   *
   * @param x the positions of the columns of z
   * @param y the positions of the rows of z
   * @param z heights, (y.length x x.length); NaN leaves a hole
   * @return a surface to be told more and then built
   * @throws IllegalArgumentException if z has other dimensions
   */
  public static Builder builder(double[] x, double[] y, double[][] z) {
    Require.present("x", x);
    Require.present("y", y);
    Require.each("z", Arrays.asList(Require.present("z", z)));
    if (z.length != y.length) {
      throw Require.refusal(
          "z must have a row for each y (" + y.length + "). Received: " + z.length + " rows");
    }
    for (double[] row : z) {
      if (row.length != x.length) {
        throw Require.refusal(
            "z must have a column for each x (" + x.length + "). Received: a row of " + row.length);
      }
    }
    return new Builder(x, y, z);
  }

  @Override
  public ObjectNode json() {
    return json.deepCopy();
  }

  /** What a surface may be told before it is built. */
  public static final class Builder {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", "surface");

    private Builder(double[] x, double[] y, double[][] z) {
      json.set("x", JsonNumbers.array(x));
      json.set("y", JsonNumbers.array(y));
      json.set("z", JsonNumbers.matrix(z));
    }

    /**
     * The name in the legend and on hover.
     *
     * @param name what the surface stands for
     * @return this
     */
    public Builder name(String name) {
      Require.present("name", name);
      json.put("name", name);
      return this;
    }

    /**
     * The colours of the heights.
     *
     * @param scale from the lowest to the highest
     * @return this
     */
    public Builder colorScale(ColorScale scale) {
      Require.present("scale", scale);
      json.set("colorscale", scale.json());
      return this;
    }

    /**
     * The heights that have the first and the last colour.
     *
     * @param low has the first colour
     * @param high has the last colour
     * @return this
     */
    public Builder colorRange(double low, double high) {
      Checks.range("colorRange", low, high);
      json.set("cmin", JsonNumbers.number(low));
      json.set("cmax", JsonNumbers.number(high));
      return this;
    }

    /**
     * Whether the colours are explained at the side.
     *
     * @param show false to leave the scale out
     * @return this
     */
    public Builder showScale(boolean show) {
      json.put("showscale", show);
      return this;
    }

    /**
     * Draws lines of equal height on the surface.
     *
     * @return this
     */
    public Builder contours() {
      json.putObject("contours").putObject("z").put("show", true).put("usecolormap", true);
      return this;
    }

    /** Returns the surface as it stands, for any figure. */
    public SurfaceTrace build() {
      return new SurfaceTrace(json);
    }
  }
}
