package reluctant.plot;

import java.util.List;
import java.util.function.IntFunction;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Grid;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.TickSettings;
import tech.tablesaw.plotly.traces.Trace;

/** Panels side by side, each with axes of its own. */
final class Panels {

  private Panels() {}

  /** A figure of a number of columns whose traces name their axes with {@link #axis}. */
  static Chart chart(String title, int panels, int columns, List<? extends Trace> traces) {
    var grid =
        Grid.builder()
            .columns(Math.min(panels, columns))
            .rows((panels + columns - 1) / columns)
            .pattern(Grid.Pattern.INDEPENDENT)
            .yGap(0.45)
            .build();
    return Chart.of(Layout.builder(title).grid(grid).build(), traces.toArray(Trace[]::new));
  }

  /** Gives each panel its pair of axes. */
  static Chart axes(Chart chart, int panels, IntFunction<Axis> x, IntFunction<Axis> y) {
    Chart named = chart;
    for (int i = 0; i < panels; i++) {
      named = named.axis(axis("x", i), x.apply(i)).axis(axis("y", i), y.apply(i));
    }
    return named;
  }

  /** The trace in a panel. */
  static Extended in(int panel, Trace trace) {
    return Extended.of(trace).axes(axis("x", panel), axis("y", panel));
  }

  static String axis(String name, int panel) {
    return panel == 0 ? name : name + (panel + 1);
  }

  /** A logarithmic axis with a line for each power of ten. */
  static Axis powersOfTen(String title) {
    var ticks = TickSettings.builder().dTick(1).build();
    return Axis.builder().title(title).type(Axis.Type.LOG).tickSettings(ticks).build();
  }

  static Axis titled(String title) {
    return Axis.builder().title(title).build();
  }
}
