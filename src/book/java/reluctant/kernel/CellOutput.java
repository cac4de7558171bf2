package reluctant.kernel;

import java.util.UUID;
import reluctant.Require;
import reluctant.chart.Chart;
import tech.tablesaw.plotly.components.Figure;

/** An output of the running cell beside its last expression. */
public final class CellOutput {
  private CellOutput() {}

  /** Says whether a notebook runs, which has said {@link Notebook#start()}. */
  public static boolean isThere() {
    return Notebook.kernel() != null;
  }

  /**
   * Shows a figure, as the last expression of a cell would; false where no notebook runs, and
   * nothing was shown.
   */
  public static boolean show(Figure figure) {
    Require.present("figure", figure);
    Kernel kernel = Notebook.kernel();
    if (kernel == null) {
      return false;
    }
    Chart chart = Chart.of(figure);
    kernel.display(UUID.randomUUID().toString(), Renderings.chart(chart));
    return true;
  }
}
