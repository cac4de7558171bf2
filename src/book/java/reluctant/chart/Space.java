package reluctant.chart;

import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.TickSettings;

/** Axes of figures in three dimensions. */
public final class Space {

  private Space() {}

  /**
   * An axis from -limit to limit with ticks halfway out and in its middle: at its ends they would
   * run into those of the axes that it meets there.
   */
  public static Axis axis(String name, double limit) {
    double whole = Math.rint(limit / 2);
    double halfway = whole > 0 ? whole : limit / 2;
    var ticks =
        TickSettings.builder()
            .tickMode(TickSettings.TickMode.ARRAY)
            .arrayTicks(new double[] {-halfway, 0, halfway})
            .build();
    return Axis.builder().title(name).tickSettings(ticks).build();
  }
}
