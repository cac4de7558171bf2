package reluctant.chart;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import reluctant.Require;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rate;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.HeatmapTrace;

/** How often something happened in each cell of a grid of two settings, as colours. */
public final class SuccessMap {

  private SuccessMap() {}

  /**
   * Draws the share of an outcome in each cell. The first axis of the grid goes up, the second to
   * the right, each logarithmic if its numbers span more than a factor of 9. Values that are no
   * numbers stand there by name. A cell without a trial stays empty; the pointer is told a cell's
   * rate with its interval.
   *
   * @param <O> the type of an outcome
   * @param title stands above
   * @param grid what was counted over two axes, each of ascending numbers or of names
   * @param outcome whose share is drawn
   * @return the figure, its colours from 0 to 100 %
   * @throws IllegalArgumentException if the grid has one axis, or numbers that do not ascend
   */
  public static <O extends Comparable<? super O>> Chart of(
      String title, Outcomes<O> grid, O outcome) {
    Require.present("title", title);
    Require.present("outcome", outcome);
    if (Require.present("grid", grid).axes().size() != 2) {
      throw Require.refusal(
          "grid must have 2 axes, draw a single one with RateCurve. Received: " + grid.axes());
    }
    return new Cells<>(grid, outcome).chart(grid.end().in(title));
  }

  /** One cell of the grid in which trials were counted. */
  private record Cell(int row, int column, Rate rate) {}

  /** The grid with the words for its two axes. */
  private record Cells<O extends Comparable<? super O>>(
      Outcomes<O> grid, O outcome, Steps up, Steps right) {

    private Cells(Outcomes<O> grid, O outcome) {
      this(grid, outcome, Steps.ofAny(grid.axes().get(0)), Steps.ofAny(grid.axes().get(1)));
    }

    private Chart chart(String title) {
      var percent = new double[grid.rows()][grid.columns()];
      var hovers = new String[grid.rows()][grid.columns()];
      Arrays.stream(percent).forEach(row -> Arrays.fill(row, Double.NaN));
      Arrays.stream(hovers).forEach(row -> Arrays.fill(row, ""));
      for (Cell cell : counted()) {
        percent[cell.row][cell.column] = 100 * cell.rate.value();
        hovers[cell.row][cell.column] = place(cell, "\n") + "\n" + label() + ": " + cell.rate;
      }
      var map =
          Extended.of(HeatmapTrace.builder(right.edges(), up.edges(), percent).build())
              .colorScale(ColorScale.VIRIDIS)
              .colorRange(0, 100)
              .colorBar(label() + ", % of runs")
              .hover(hovers);
      var layout = Layout.builder(title).xAxis(right.axis()).yAxis(up.axis()).build();
      return Chart.of(layout, map).alt(title + ". " + alt());
    }

    private List<Cell> counted() {
      var cells = new ArrayList<Cell>();
      for (int row = 0; row < grid.rows(); row++) {
        for (int column = 0; column < grid.columns(); column++) {
          Outcomes<O> cell = grid.cell(row, column);
          if (cell.trials() > 0) {
            cells.add(new Cell(row, column, cell.rate(outcome)));
          }
        }
      }
      return cells;
    }

    private String label() {
      return Palette.label(outcome);
    }

    private String place(Cell cell, String and) {
      return up.name()
          + (" " + up.label(cell.row) + and + right.name() + " " + right.label(cell.column));
    }

    private String alt() {
      String map =
          format(
              "A map of %d x %d cells, %s by %s: ",
              grid.rows(), grid.columns(), up.name(), right.name());
      List<Cell> cells = counted();
      if (cells.isEmpty()) {
        return map + "no trial was counted.";
      }
      Comparator<Cell> byRate = Comparator.comparingDouble(cell -> cell.rate.value());
      Cell most = Collections.max(cells, byRate);
      return format(
          "%sfrom %.1f %% to %.1f %%, the most at %s.",
          map,
          100 * Collections.min(cells, byRate).rate.value(),
          100 * most.rate.value(),
          place(most, " and "));
    }
  }
}
