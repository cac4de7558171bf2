package reluctant.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import reluctant.Require;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A trace with what Tablesaw's builders have no words for. Each method gives a new trace.
 *
 * <pre>{@code
 * Extended.of(BarTrace.builder(names, heights).build()).interval(low, high)
 * Extended.of(HeatmapTrace.builder(columns, rows, z).build()).colorScale(ColorScale.BLUE_ORANGE).colorRange(-1, 1)
 * }</pre>
 */
public final class Extended implements JsonTrace {
  private static final Pattern AXIS = Pattern.compile("[xy]([2-9]|[1-9]\\d)?");
  private final ObjectNode json;

  private Extended(ObjectNode json) {
    this.json = json;
  }

  /**
   * The same trace, ready to be extended.
   *
   * @param trace of Tablesaw or of this package
   * @return an equal trace
   */
  public static Extended of(Trace trace) {
    Require.present("trace", trace);
    return new Extended(Translation.trace(trace));
  }

  /**
   * Error bars from lower to upper bounds, which need not lie evenly about the values: along y, or
   * along x for horizontal bars. A bound of NaN draws none.
   *
   * @param low the lower bound of each point
   * @param high the upper bound of each point
   * @throws IllegalArgumentException if there is not one pair of bounds for each point
   */
  public Extended interval(double[] low, double[] high) {
    boolean horizontal = json.path("orientation").asText().equals("h");
    return interval(horizontal ? "x" : "y", low, high);
  }

  /**
   * Error bars along x, of points that have an uncertain place and a certain height.
   *
   * @param low the lower bound of each point
   * @param high the upper bound of each point
   * @throws IllegalArgumentException if there is not one pair of bounds for each point
   */
  public Extended intervalAlongX(double[] low, double[] high) {
    return interval("x", low, high);
  }

  private Extended interval(String axis, double[] low, double[] high) {
    Require.present("low", low);
    Require.present("high", high);
    double[] values = JsonNumbers.read(json.path(axis));
    if (values == null || low.length != values.length || high.length != values.length) {
      throw Require.refusal(
          "interval must have one low and one high for each of the points ("
              + (values == null ? 0 : values.length)
              + "). Received: "
              + (low.length + " lows and " + high.length + " highs"));
    }
    double[] up = new double[values.length];
    double[] down = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      up[i] = high[i] - values[i];
      down[i] = values[i] - low[i];
    }
    return with(
        trace ->
            trace
                .putObject("error_" + axis)
                .put("type", "data")
                .put("symmetric", false)
                .<ObjectNode>set("array", JsonNumbers.array(up))
                .set("arrayminus", JsonNumbers.array(down)));
  }

  /**
   * The colours of a heatmap's, contour's or surface's numbers.
   *
   * @param scale from the lowest to the highest number
   */
  public Extended colorScale(ColorScale scale) {
    Require.present("scale", scale);
    return with(trace -> trace.set("colorscale", scale.json()));
  }

  /**
   * The numbers that have the first and the last colour.
   *
   * @param low has the first colour, and so has what is lower
   * @param high has the last colour, and so has what is higher
   * @throws IllegalArgumentException unless low is below high
   */
  public Extended colorRange(double low, double high) {
    Checks.range("colorRange", low, high);
    return with(
        trace -> {
          boolean surface = trace.path("type").asText().equals("surface");
          trace.set(surface ? "cmin" : "zmin", JsonNumbers.number(low));
          trace.set(surface ? "cmax" : "zmax", JsonNumbers.number(high));
        });
  }

  /**
   * A contour as lines of one colour, labelled with their heights, and nothing between them.
   *
   * @param low the lowest line
   * @param high the highest line
   * @param step from line to line, above 0
   * @param color of the lines, such as {@code #0072B2}
   * @throws IllegalArgumentException unless low is below high and step above 0
   */
  public Extended lines(double low, double high, double step, String color) {
    Require.present("color", color);
    Checks.range("lines", low, high);
    Require.positive("step", step);
    return with(
        trace -> {
          trace.put("autocontour", false).put("showscale", false);
          trace.putObject("line").put("color", color).put("width", 2);
          ObjectNode lines = trace.putObject("contours");
          lines.put("coloring", "none").put("showlabels", true);
          lines.set("start", JsonNumbers.number(low));
          lines.set("end", JsonNumbers.number(high));
          lines.set("size", JsonNumbers.number(step));
        });
  }

  /**
   * A contour as one line without a label, where its numbers pass a level.
   *
   * @param level any number
   * @param color of the line
   */
  public Extended line(double level, String color) {
    return lines(level, level + 1, 2, color)
        .with(trace -> trace.withObjectProperty("contours").put("showlabels", false));
  }

  /**
   * Cuts a contour's numbers into even steps, without lines between them.
   *
   * @param low where the first step begins
   * @param high where the last step ends
   * @param count how many steps, at least 1
   * @throws IllegalArgumentException unless low is below high
   */
  public Extended steps(double low, double high, int count) {
    Require.atLeast("count", count, 1);
    double size = (high - low) / count;
    return colorRange(low, high)
        .with(
            trace ->
                trace
                    .putObject("contours")
                    .put("showlines", false)
                    .put("start", low + size)
                    .put("end", high - size / 2)
                    .put("size", size));
  }

  /**
   * A title over the scale of colours.
   *
   * @param title what the colours stand for
   */
  public Extended colorBar(String title) {
    Require.present("title", title);
    return with(trace -> trace.putObject("colorbar").putObject("title").put("text", title));
  }

  /**
   * What the pointer is told of a point of a heatmap, contour or surface: each name with its
   * number.
   *
   * @param x what goes to the right
   * @param y what goes up
   * @param z what the colours or heights stand for
   */
  public Extended hover(String x, String y, String z) {
    Require.present("x", x);
    Require.present("y", y);
    Require.present("z", z);
    String template = line(x, "x") + "\n" + line(y, "y") + "\n" + line(z, "z");
    return with(
        trace -> {
          trace.put("hovertemplate", template);
          trace.putObject("hoverlabel").put("namelength", 0);
        });
  }

  /**
   * What the pointer is told of each cell of a heatmap.
   *
   * @param texts one for each of its numbers
   */
  public Extended hover(String[][] texts) {
    Require.each("texts", Arrays.asList(Require.present("texts", texts)));
    return with(
        trace -> {
          trace.put("hoverinfo", "text");
          ArrayNode rows = trace.putArray("hovertext");
          for (String[] row : texts) {
            Arrays.stream(row).forEach(rows.addArray()::add);
          }
        });
  }

  private static String line(String name, String number) {
    return DrawnText.untemplated(name) + ": %{" + number + "}";
  }

  /**
   * Whether the scale of colours is drawn.
   *
   * @param show false to leave it out
   */
  public Extended showScale(boolean show) {
    return with(trace -> trace.put("showscale", show));
  }

  /**
   * Whether the trace stands in the legend.
   *
   * @param show false to leave it out
   */
  public Extended showLegend(boolean show) {
    return with(trace -> trace.put("showlegend", show));
  }

  /**
   * Traces of one group are shown and hidden together.
   *
   * @param group any name that the traces share
   */
  public Extended legendGroup(String group) {
    Require.present("group", group);
    return with(trace -> trace.put("legendgroup", group));
  }

  /**
   * The pair of axes that the trace belongs to.
   *
   * @param x {@code x}, {@code x2} ..
   * @param y {@code y}, {@code y2} ..
   * @throws IllegalArgumentException for any other name
   */
  public Extended axes(String x, String y) {
    Require.present("x", x);
    Require.present("y", y);
    if (!AXIS.matcher(x).matches() || !x.startsWith("x")) {
      throw Require.refusal("x must be x, x2, x3 ... Received: " + x);
    }
    if (!AXIS.matcher(y).matches() || !y.startsWith("y")) {
      throw Require.refusal("y must be y, y2, y3 ... Received: " + y);
    }
    return with(trace -> trace.put("xaxis", x).put("yaxis", y));
  }

  @Override
  public ObjectNode json() {
    return json.deepCopy();
  }

  private Extended with(Consumer<ObjectNode> change) {
    ObjectNode copy = json();
    change.accept(copy);
    return new Extended(copy);
  }
}
