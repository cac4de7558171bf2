package reluctant.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The frames of a figure with their player: a button that plays, one that stops, a slider. */
record Animation(List<ObjectNode> traces, List<Animation.Frame> frames) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Traces that replace the figure's first ones while the frame is shown. */
  record Frame(String name, List<ObjectNode> traces) {

    /** Plotly finds no frame whose name is empty: a character that is not seen stands there. */
    String id() {
      return name.isEmpty() ? "\u2060" : name;
    }
  }

  static Animation of(List<ObjectNode> traces, List<Frame> frames) {
    return new Animation(traces, frames);
  }

  void addTo(ObjectNode figure, ObjectNode layout) {
    ArrayNode drawn = figure.putArray("frames");
    List<Set<String>> same = IntStream.range(0, traces.size()).mapToObj(this::same).toList();
    for (Frame frame : frames) {
      ObjectNode json = drawn.addObject().put("name", frame.id());
      ArrayNode data = json.putArray("data");
      ArrayNode places = json.putArray("traces");
      for (int i = 0; i < frame.traces().size(); i++) {
        data.add(Names.unmarked(frame.traces().get(i)).deepCopy().without(same.get(i)));
        places.add(i);
      }
    }
    fixRange(layout, "x");
    fixRange(layout, "y");
    stepBack(layout);
    int below = layout.has("scene") ? 14 : 64;
    layout.putArray("updatemenus").add(buttons(below + 20));
    layout.putArray("sliders").add(slider(below));
  }

  /** What a trace has in all frames as in the figure: left out, or frames make a notebook heavy. */
  private Set<String> same(int place) {
    var moving = frames.stream().map(Frame::traces).filter(drawn -> place < drawn.size()).toList();
    return traces.get(place).properties().stream()
        .filter(
            field ->
                moving.stream()
                    .allMatch(
                        drawn -> field.getValue().equals(drawn.get(place).get(field.getKey()))))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private ObjectNode buttons(int below) {
    ObjectNode menu = JSON.objectNode().put("type", "buttons").put("direction", "left");
    menu.put("showactive", false).put("x", 0).put("xanchor", "left").put("y", 0);
    menu.put("yanchor", "top").put("bgcolor", "rgba(128,128,128,0.15)").put("borderwidth", 0);
    menu.putObject("pad").put("t", below).put("r", 10);
    ArrayNode buttons = menu.putArray("buttons");
    // Plotly reads null as "all frames" and a list of null as "none": it stops.
    buttons
        .addObject()
        .put("label", "▶")
        .put("method", "animate")
        .set("args", arguments(JSON.nullNode()));
    buttons
        .addObject()
        .put("label", "❚❚")
        .put("method", "animate")
        .set("args", arguments(JSON.arrayNode().addNull()));
    return menu;
  }

  /** The player stands below the plot, far enough for what is written at an axis. */
  private ObjectNode slider(int below) {
    ObjectNode slider = JSON.objectNode().put("x", 0.3).put("len", 0.66).put("y", 0);
    slider.put("yanchor", "top").put("active", opening()).putObject("pad").put("t", below);
    slider.putObject("currentvalue").put("visible", true).put("xanchor", "right");
    ArrayNode steps = slider.putArray("steps");
    for (Frame frame : frames) {
      ArrayNode name = JSON.arrayNode().add(frame.id());
      steps
          .addObject()
          .put("label", frame.name())
          .put("method", "animate")
          .set("args", arguments(name));
    }
    return slider;
  }

  /** The frame that looks as the figure does before it is played, or else the first. */
  private int opening() {
    for (int i = 0; i < frames.size(); i++) {
      List<ObjectNode> shown = frames.get(i).traces();
      if (shown.equals(traces.subList(0, shown.size()))) {
        return i;
      }
    }
    return 0;
  }

  private ArrayNode arguments(JsonNode names) {
    ObjectNode options = JSON.objectNode().put("mode", "immediate").put("fromcurrent", true);
    int milliseconds = Math.max(40, Math.min(400, 6000 / frames.size()));
    options.putObject("frame").put("duration", milliseconds).put("redraw", true);
    options.putObject("transition").put("duration", 0);
    return JSON.arrayNode().add(names).add(options);
  }

  /** The player takes a part of the height: a scene moves up. */
  private static void stepBack(ObjectNode layout) {
    if (layout.get("scene") instanceof ObjectNode scene && !scene.has("camera")) {
      ObjectNode camera = scene.putObject("camera");
      camera.putObject("eye").put("x", 1.2).put("y", 1.2).put("z", 0.85);
      camera.putObject("center").put("x", 0).put("y", 0).put("z", -0.12);
    }
  }

  /** Plotly would scale the axes to the first traces alone. */
  private void fixRange(ObjectNode layout, String axis) {
    ObjectNode settings = layout.withObjectProperty(axis + "axis");
    boolean log = settings.path("type").asText().equals("log");
    boolean chosen = settings.has("range") || settings.path("type").asText().equals("category");
    List<ObjectNode> all =
        Stream.concat(traces.stream(), frames.stream().flatMap(frame -> frame.traces().stream()))
            .toList();
    boolean lines = all.stream().allMatch(trace -> trace.path("type").asText().equals("scatter"));
    double[] values =
        all.stream()
            .filter(trace -> trace.path(axis + "axis").asText(axis).equals(axis))
            .flatMapToDouble(trace -> Extent.numbers(trace.path(axis)))
            .map(value -> log ? Math.log10(value) : value)
            .filter(Double::isFinite)
            .toArray();
    if (chosen || !lines || values.length == 0) {
      return;
    }
    Extent extent = Extent.of(values).widened(0.05);
    settings.set("range", JsonNumbers.array(extent.low(), extent.high()));
  }
}
