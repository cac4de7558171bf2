package reluctant.onerelu;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reluctant.Require;
import reluctant.chart.Chart;
import reluctant.chart.ColorScale;
import reluctant.chart.Curve;
import reluctant.chart.Extended;
import reluctant.chart.Palette;
import reluctant.chart.Space;
import reluctant.chart.SurfaceTrace;
import reluctant.diagnose.Descent;
import reluctant.diagnose.LossLandscape;
import reluctant.train.Run;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.threeD.Camera;
import tech.tablesaw.plotly.components.threeD.Eye;
import tech.tablesaw.plotly.components.threeD.Scene;
import tech.tablesaw.plotly.traces.ContourTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * The loss over one or two parameters, and how trainings move on it. Immutable.
 *
 * <pre>{@code
 * LandscapeFigure.of("Down the loss", landscape, 2, "w", "b").descents(descents, Success::of).chart()
 * }</pre>
 */
public final class LandscapeFigure {

  /** Steps of a side of the square: 25 x 25 heights. */
  private static final int STEPS = 24;

  /** The figure ends at so many times the loss of a network of zeros. */
  private static final double HIGHEST = 4;

  /** Steps of colour from no loss to the highest. */
  private static final int LEVELS = 8;

  /** From where small second parameters are in front. */
  private static final Camera BEHIND =
      new Camera.CameraBuilder().zAxis(Eye.eyeBuilder(1.05, -1.45, 0.75).build()).build();

  private final String title;
  private final LossLandscape landscape;
  private final double limit;
  private final List<String> names;
  private final List<Descent> descents;
  private final Function<Run, ?> group;

  private LandscapeFigure(
      String title,
      LossLandscape landscape,
      double limit,
      List<String> names,
      List<Descent> descents,
      Function<Run, ?> group) {
    this.title = title;
    this.landscape = landscape;
    this.limit = limit;
    this.names = names;
    this.descents = descents;
    this.group = group;
  }

  /**
   * Begins a figure.
   *
   * @param title stands above
   * @param landscape the loss
   * @param limit the parameters go from -limit to limit, above 0
   * @param names one for each of the model's parameters, one or two
   * @return the figure
   */
  public static LandscapeFigure of(
      String title, LossLandscape landscape, double limit, String... names) {
    Require.present("title", title);
    Require.present("names", names);
    Require.positive("limit", limit);
    int count = Require.present("landscape", landscape).trial().model().parameterCount();
    if (names.length != count || count > 2) {
      throw Require.refusal(
          "names must be one for each parameter, of which there may be one or two."
              + format(" Received: %d names for %d", names.length, count));
    }
    return new LandscapeFigure(title, landscape, limit, List.of(names), List.of(), run -> "");
  }

  /**
   * Lets trainings move on it: the figure is played, and their ways stay.
   *
   * @param descents trainings of the landscape's model, at least one
   * @param group what became of a run, which gives it its colour
   * @return a new figure
   */
  public LandscapeFigure descents(List<Descent> descents, Function<Run, ?> group) {
    Require.each("descents", descents);
    Require.present("group", group);
    Require.atLeast("the number of descents", descents.size(), 1);
    return new LandscapeFigure(title, landscape, limit, names, List.copyOf(descents), group);
  }

  /**
   * Draws it: a curve over one parameter, a map with lines of equal loss over two.
   *
   * @return the figure
   */
  public Chart chart() {
    String second = names.size() == 1 ? "loss" : names.get(1);
    var layout = Layout.builder(title, names.get(0), second).build();
    Trace ground = names.size() == 1 ? curve() : map();
    if (descents.isEmpty()) {
      return Chart.of(layout, ground).alt(alt());
    }
    var moves = new Moves(descents, group, this::place);
    var traces = new ArrayList<>(moves.dots());
    traces.addAll(moves.ways());
    traces.add(ground);
    Chart chart =
        Chart.of(layout, traces.toArray(Trace[]::new))
            .alt(alt())
            .axis("x", within(names.get(0), -limit, limit))
            .axis("y", names.size() == 1 ? fromZero() : within(second, -limit, limit));
    for (int epoch : moves.epochs()) {
      chart = chart.frame("epoch " + epoch, moves.at(epoch).toArray(Trace[]::new));
    }
    return chart;
  }

  private Axis fromZero() {
    double highest = Math.max(landscape.loss(-limit), landscape.loss(limit));
    return within("loss", -0.02 * highest, 1.05 * highest);
  }

  private static Axis within(String name, double low, double high) {
    return Axis.builder().title(name).range(low, high).build();
  }

  /**
   * Draws the loss over two parameters as a surface in three dimensions.
   *
   * @return the figure, without descents
   */
  public Chart relief() {
    var scene =
        Scene.sceneBuilder()
            .xAxis(Space.axis(names.get(0), limit))
            .yAxis(Space.axis(names.get(1), limit))
            .zAxis(within("loss", 0, highest()))
            .camera(BEHIND)
            .build();
    double[] places = places(STEPS);
    var surface =
        SurfaceTrace.builder(places, places, landscape.heights(places))
            .name("loss")
            .colorRange(0, highest())
            .contours()
            .showScale(false)
            .build();
    var named = Extended.of(surface).hover(names.get(0), names.get(1), "loss");
    return Chart.of(Layout.builder(title).scene(scene).build(), named).alt(alt());
  }

  private Trace curve() {
    double[] places = places(4 * STEPS);
    double[] loss = IntStream.range(0, places.length).mapToDouble(i -> height(places[i])).toArray();
    return Curve.of("loss", places, loss, Palette.DATA).build();
  }

  private double height(double place) {
    return landscape.loss(place);
  }

  private Trace map() {
    double[] places = places(STEPS);
    Object[] positions = IntStream.range(0, places.length).mapToObj(i -> places[i]).toArray();
    double[][] heights = landscape.heights(places);
    return Extended.of(ContourTrace.builder(positions, positions, heights).build())
        .colorScale(ColorScale.GREYS)
        .steps(0, highest(), LEVELS)
        .colorBar("loss")
        .hover(names.get(0), names.get(1), "loss");
  }

  /** A descent's place in the figure: its parameters, or its one parameter and the loss there. */
  private double[] place(double... parameters) {
    return names.size() == 2
        ? parameters
        : new double[] {parameters[0], landscape.loss(parameters)};
  }

  private double highest() {
    return HIGHEST * landscape.loss(new double[names.size()]);
  }

  private double[] places(int steps) {
    return IntStream.rangeClosed(0, steps)
        .mapToDouble(i -> limit * (2.0 * i / steps - 1))
        .toArray();
  }

  private String alt() {
    String over = String.join(" and ", names) + " from " + -limit + " to " + limit;
    if (descents.isEmpty()) {
      return title + ". The loss over " + over + ".";
    }
    String ends =
        descents.stream()
            .collect(
                Collectors.groupingBy(
                    descent -> Palette.label(group.apply(descent.run())), Collectors.counting()))
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    return format(
        "%s. The loss over %s, and %d trainings on it: %s.", title, over, descents.size(), ends);
  }

  /** Returns the figure's text alternative. */
  @Override
  public String toString() {
    return alt();
  }
}
