package reluctant.chart;

import java.util.List;
import java.util.function.IntFunction;
import tech.tablesaw.plotly.components.Annotation;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Grid;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.TickSettings;
import tech.tablesaw.plotly.traces.Trace;

/** Panels side by side, each with axes of its own. */
public final class Panels {

  /** A line's height in pixels: the text hangs down from its place. */
  private static final int ABOVE = 22;

  private Panels() {}

  /** A figure whose traces name their axes with {@link #axis}. */
  public static Chart chart(String title, int panels, List<? extends Trace> traces) {
    int columns = columns(panels);
    var grid =
        Grid.builder()
            .columns(columns)
            .rows((panels + columns - 1) / columns)
            .pattern(Grid.Pattern.INDEPENDENT)
            .yGap(0.3)
            .build();
    return Chart.of(Layout.builder(title).grid(grid).build(), traces.toArray(Trace[]::new));
  }

  /** Up to three panels stand in a row, and four in a square. */
  private static int columns(int panels) {
    return panels == 4 ? 2 : Math.min(panels, 3);
  }

  /** The title in the first panel of a row, and none in the others, which have the same axis. */
  public static String once(String title, int panel, int panels) {
    return panel % columns(panels) == 0 ? title : "";
  }

  /** Gives each panel its pair of axes. */
  public static Chart axes(Chart chart, int panels, IntFunction<Axis> x, IntFunction<Axis> y) {
    Chart named = chart;
    for (int i = 0; i < panels; i++) {
      named = named.axis(axis("x", i), x.apply(i)).axis(axis("y", i), y.apply(i));
    }
    return named;
  }

  /** Sets the name of each panel above it. */
  public static Chart named(Chart chart, List<String> names) {
    Chart named = chart;
    for (int i = 0; i < names.size(); i++) {
      named =
          named.annotation(
              Annotation.builder()
                  .text(names.get(i))
                  .showarrow(false)
                  .xref(axis("x", i) + " domain")
                  .yref(axis("y", i) + " domain")
                  .x(0.5)
                  .y(1)
                  // Tablesaw writes "right" for its bottom anchor.
                  .yshift(ABOVE)
                  .build());
    }
    return named;
  }

  /** The trace in a panel. */
  public static Extended in(int panel, Trace trace) {
    return Extended.of(trace).axes(axis("x", panel), axis("y", panel));
  }

  static String axis(String name, int panel) {
    return panel == 0 ? name : name + (panel + 1);
  }

  /** A logarithmic axis with a line for each power of ten. */
  public static Axis powersOfTen(String title) {
    return powersOfTen(title, 1);
  }

  /** A logarithmic axis with a line for each so many powers of ten. */
  public static Axis powersOfTen(String title, int step) {
    var ticks = TickSettings.builder().dTick(step).build();
    return Axis.builder().title(title).type(Axis.Type.LOG).tickSettings(ticks).build();
  }

  /** Returns an axis with nothing but a title. */
  public static Axis titled(String title) {
    return Axis.builder().title(title).build();
  }
}
