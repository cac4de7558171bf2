package reluctant.chart;

import static reluctant.Text.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import reluctant.Require;
import tech.tablesaw.plotly.components.Annotation;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.Trace;

/**
 * An immutable figure: traces, a layout, frames if it moves, and a text that stands for it where it
 * cannot be seen.
 *
 * <pre>{@code
 * Chart.of(Layout.builder("Two halves", "x", "y").build(), target, prediction)
 *     .alt("The prediction follows the right half of |x| and is flat on the left.")
 * }</pre>
 */
public final class Chart {
  /** More numbers than this are no figure but a file. */
  private static final int MAXIMUM = 200_000;

  private static final Pattern AXIS = Pattern.compile("([xyz])([2-9]|[1-9]\\d)?");

  private final List<ObjectNode> traces;
  private final ObjectNode layout;
  private final ObjectNode config;
  private final List<Animation.Frame> frames;
  private final String alt;

  private Chart(
      List<ObjectNode> traces,
      ObjectNode layout,
      ObjectNode config,
      List<Animation.Frame> frames,
      String alt) {
    this.traces = List.copyOf(traces);
    this.layout = layout;
    this.config = config;
    this.frames = List.copyOf(frames);
    this.alt = alt;
  }

  /**
   * A figure of Tablesaw as it is now. Event handlers are left out: a figure carries no script.
   *
   * @param figure drawn by Tablesaw's own builders; not kept
   * @return the same figure, clean
   * @throws IllegalArgumentException if the figure has no trace
   */
  public static Chart of(Figure figure) {
    Require.present("figure", figure);
    ObjectNode config =
        figure.getConfig() == null
            ? JsonNodeFactory.instance.objectNode()
            : Translation.config(figure.getConfig());
    Layout layout = figure.getLayout() == null ? Layout.builder().build() : figure.getLayout();
    return new Chart(
        translated(figure.getTraces()), Translation.layout(layout), config, List.of(), "");
  }

  /**
   * A figure of these traces, drawn in this order.
   *
   * @param layout title, axes and size
   * @param traces Tablesaw's and those of this package
   * @return the figure
   * @throws IllegalArgumentException if there is no trace
   */
  public static Chart of(Layout layout, Trace... traces) {
    Require.present("layout", layout);
    Require.each("traces", Arrays.asList(Require.present("traces", traces)));
    return of(new Figure(layout, traces));
  }

  /**
   * Returns the same figure under another title.
   *
   * @param text what the figure shows, in a line that fits a telephone
   */
  public Chart title(String text) {
    Require.present("text", text);
    return withLayout(copy -> copy.withObjectProperty("title").put("text", text));
  }

  /**
   * Returns the same figure with a text that says what is to be seen in it.
   *
   * @param text for those who cannot see it, one sentence or two
   */
  public Chart alt(String text) {
    Require.present("text", text);
    return new Chart(traces, layout, config, frames, DrawnText.whole(text).strip());
  }

  /**
   * Returns what is to be seen in the figure: the author's words, or else its title, names and
   * ranges.
   */
  public String alt() {
    return alt.isEmpty() ? Alternative.of(traces, layout, frames) : alt;
  }

  /**
   * Returns the same figure with one more frame. A figure with frames has a button that plays them
   * and a slider; it opens on its own traces. All frames share the axes' ranges.
   *
   * @param name stands at the slider, and is no other frame's
   * @param traces take the places of the figure's first traces
   * @throws IllegalArgumentException if the name is taken, or there are no traces or too many
   */
  public Chart frame(String name, Trace... traces) {
    Require.present("name", name);
    Require.each("traces", Arrays.asList(Require.present("traces", traces)));
    if (traces.length > this.traces.size()) {
      throw Require.refusal(
          "a frame must have at most the figure's number of traces ("
              + this.traces.size()
              + "). Received: "
              + traces.length);
    }
    if (frames.stream().anyMatch(frame -> frame.name().equals(name))) {
      throw Require.refusal("the name of a frame must be no other frame's. Received: " + name);
    }
    List<Animation.Frame> more = new ArrayList<>(frames);
    more.add(new Animation.Frame(name, translated(traces)));
    return new Chart(this.traces, layout, config, more, alt);
  }

  /**
   * Returns the same figure with this axis, for those that Tablesaw's layout has no place for.
   *
   * @param name {@code x}, {@code y}, {@code x2}, {@code y4} ..
   * @param axis its title, type, range and so on
   * @throws IllegalArgumentException for any other name
   */
  public Chart axis(String name, Axis axis) {
    Require.present("name", name);
    Require.present("axis", axis);
    var matcher = AXIS.matcher(name);
    if (!matcher.matches()) {
      throw Require.refusal("name must be x, y, x2, y2 ... Received: " + name);
    }
    String number = matcher.group(2) == null ? "" : matcher.group(2);
    return withLayout(copy -> copy.set(matcher.group(1) + "axis" + number, Translation.axis(axis)));
  }

  /**
   * Returns the same figure, so high. Its width is the page's.
   *
   * @param pixels above 0
   */
  public Chart height(int pixels) {
    Require.atLeast("pixels", pixels, 1);
    return withLayout(copy -> copy.put("height", pixels));
  }

  /**
   * Returns the same figure with a unit of y as long as one of x, in each panel, so that angles are
   * true.
   */
  public Chart equalScales() {
    return withLayout(copy -> copy.properties().forEach(Chart::equalScale));
  }

  private static void equalScale(Map.Entry<String, JsonNode> field) {
    if (field.getKey().startsWith("yaxis")) {
      String x = "x" + field.getKey().substring("yaxis".length());
      // A panel gets narrower, and no range wider.
      ((ObjectNode) field.getValue()).put("scaleanchor", x).put("constrain", "domain");
    } else if (field.getKey().startsWith("xaxis")) {
      ((ObjectNode) field.getValue()).put("constrain", "domain");
    }
  }

  /**
   * Returns the same figure with one range of y for all panels, so that heights can be compared.
   */
  public Chart sharedScale() {
    return withLayout(
        copy ->
            copy.properties().stream()
                .filter(field -> field.getKey().matches("yaxis\\d+"))
                .forEach(field -> ((ObjectNode) field.getValue()).put("matches", "y")));
  }

  /**
   * Returns the same figure with a note in it.
   *
   * @param annotation its text and place
   */
  public Chart annotation(Annotation annotation) {
    Require.present("annotation", annotation);
    return withLayout(
        copy -> copy.withArrayProperty("annotations").add(Translation.annotation(annotation)));
  }

  /**
   * The figure as plotly takes it: {@code data}, {@code layout}, {@code config} and {@code frames}
   * if there are any. Numbers are finite or null and have six significant digits; every drawn text
   * is safe; the text alternative is at {@code layout.meta.alt}, as it was written.
   *
   * @return a new node, the caller's own
   * @throws IllegalArgumentException if the figure holds more than 200,000 numbers
   */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode data = json.putArray("data");
    traces.stream().map(Names::unmarked).forEach(data::add);
    ObjectNode look = layout.deepCopy();
    Names.tell(traces.stream(), look);
    HouseStyle.apply(look, !frames.isEmpty());
    if (!frames.isEmpty()) {
      Animation.of(traces, frames).addTo(json, look);
    }
    json.set("layout", look);
    requireBounded(json);
    ObjectNode safe = (ObjectNode) DrawnText.safe(json);
    safe.withObjectProperty("layout").putObject("meta").put("alt", alt());
    safe.set("config", HouseStyle.config(config.deepCopy()));
    return safe;
  }

  /** The text alternative. */
  @Override
  public String toString() {
    return alt();
  }

  private Chart withLayout(Consumer<ObjectNode> change) {
    ObjectNode copy = layout.deepCopy();
    change.accept(copy);
    return new Chart(traces, copy, config, frames, alt);
  }

  private static List<ObjectNode> translated(Trace[] traces) {
    if (traces.length == 0) {
      throw Require.refusal("a figure must have at least one trace. Received: none");
    }
    return Arrays.stream(traces).map(Translation::trace).toList();
  }

  private static void requireBounded(JsonNode json) {
    long numbers = count(json);
    if (numbers > MAXIMUM) {
      throw Require.refusal(
          format(
              "a figure must hold at most %,d numbers, or it makes the notebook slow and large."
                  + " Received: %,d. Draw every n-th point.",
              MAXIMUM, numbers));
    }
  }

  private static long count(JsonNode node) {
    if (!node.isContainerNode()) {
      return node.isNumber() ? 1 : 0;
    }
    long count = 0;
    for (JsonNode child : node) {
      count += count(child);
    }
    return count;
  }
}
