package reluctant.plot;

import java.util.Arrays;
import java.util.Locale;
import reluctant.Require;
import reluctant.sweep.GridOutcomes;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.HeatmapTrace;

/** How often something happened in each cell of a grid of two settings, as colours. */
public final class SuccessMap {

  private SuccessMap() {}

  /**
   * Draws the share of an outcome in each cell. The first axis of the grid goes up, the second to
   * the right, each logarithmic if its numbers span more than a factor of 9. Values that are no
   * numbers stand there by name. A cell without a trial stays empty.
   *
   * @param <O> the type of an outcome
   * @param title stands above
   * @param grid what was counted over two axes, each of ascending numbers or of names
   * @param outcome whose share is drawn
   * @return the figure, its colours from 0 to 100 %
   * @throws IllegalArgumentException if the grid has one axis, or numbers that do not ascend
   */
  public static <O extends Comparable<? super O>> Chart of(
      String title, GridOutcomes<O> grid, O outcome) {
    Require.present("outcome", outcome);
    if (Require.present("grid", grid).axes().size() != 2) {
      throw new IllegalArgumentException(
          "grid must have 2 axes, draw a single one with RateCurve. Received: " + grid.axes());
    }
    Steps up = Steps.ofAny(grid.axes().get(0));
    Steps right = Steps.ofAny(grid.axes().get(1));
    double[][] percent = percent(grid.rates(outcome));
    var map =
        Extended.of(HeatmapTrace.builder(right.edges(), up.edges(), percent).build())
            .colorScale(ColorScale.VIRIDIS)
            .colorRange(0, 100)
            .colorBar(Palette.label(outcome) + ", % of runs");
    var layout = Layout.builder(title).xAxis(right.axis()).yAxis(up.axis()).build();
    return Chart.of(layout, map).alt(alt(title, percent, up, right));
  }

  private static double[][] percent(double[][] rates) {
    return Arrays.stream(rates)
        .map(row -> Arrays.stream(row).map(rate -> 100 * rate).toArray())
        .toArray(double[][]::new);
  }

  private static String alt(String title, double[][] percent, Steps up, Steps right) {
    int row = 0;
    int column = 0;
    for (int i = 0; i < percent.length; i++) {
      for (int j = 0; j < percent[i].length; j++) {
        if (percent[i][j] > percent[row][column]) {
          row = i;
          column = j;
        }
      }
    }
    var all = Arrays.stream(percent).flatMapToDouble(Arrays::stream).summaryStatistics();
    return String.format(
        Locale.ROOT,
        "%s. A map of %d x %d cells, %s by %s: from %.1f %% to %.1f %%, the most at %s %s and"
            + " %s %s.",
        title,
        percent.length,
        percent[0].length,
        up.name(),
        right.name(),
        all.getMin(),
        all.getMax(),
        up.name(),
        up.label(row),
        right.name(),
        right.label(column));
  }
}
