package reluctant.chart;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reluctant.Require;
import reluctant.sweep.End;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rate;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.TickSettings;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Rates by name, the first of which the others are compared with: a table that is drawn. Each row
 * has its name, its rate and Wilson's interval in words and as a bar with whiskers, in a colour
 * that says whether the interval lies above that of the first row, below it, or overlaps it.
 * Immutable.
 *
 * <pre>{@code
 * Comparison.of("What helps", "three ReLUs", rate).and("four ReLUs", more)
 * }</pre>
 */
public final class Comparison extends Rates {

  private static final int MOST_ROWS = 16;

  /** Of the title, the axis and the legend; then of two lines of text. */
  private static final int HEIGHT = 150;

  private static final int HEIGHT_OF_ROW = 42;

  private final List<ComparedRate> rows;

  private Comparison(String title, List<ComparedRate> rows) {
    super(title);
    this.rows = rows;
  }

  /**
   * Begins with what the others are compared with.
   *
   * @param title stands above
   * @param name names the first row
   * @param rate its rate
   * @return the figure of one row
   */
  public static Comparison of(String title, String name, Rate rate) {
    return new Comparison(Require.present("title", title), List.of()).and(name, rate);
  }

  /**
   * Adds a row.
   *
   * @param name no other row's
   * @param rate its rate
   * @return a new figure
   */
  public Comparison and(String name, Rate rate) {
    Require.present("name", name);
    Require.present("rate", rate);
    return and(new ComparedRate(name, rate, End.COMPLETED));
  }

  private Comparison and(ComparedRate row) {
    if (rows.stream().anyMatch(other -> other.name().equals(row.name()))) {
      throw Require.refusal("name must be no other row's. Received: " + row.name());
    }
    var more = new ArrayList<>(rows);
    more.add(row);
    return new Comparison(plainTitle(), List.copyOf(more));
  }

  /**
   * Adds a row for each value of a grid with one axis, named after the value, a number also after
   * the axis.
   *
   * @param <O> the type of an outcome
   * @param grid what was counted
   * @param outcome whose share the rows have
   * @return a new figure
   * @throws IllegalArgumentException if the grid has two axes
   */
  public <O extends Comparable<? super O>> Comparison and(Outcomes<O> grid, O outcome) {
    Require.present("outcome", outcome);
    if (Require.present("grid", grid).axes().size() != 1) {
      throw Require.refusal(
          "grid must have 1 axis, draw two with SuccessMap. Received: " + grid.axes());
    }
    Comparison more = this;
    for (int row = 0; row < grid.rows(); row++) {
      String name = Palette.label(grid.axes().get(0), row);
      more = more.and(new ComparedRate(name, grid.cell(row, 0).rate(outcome), grid.end()));
    }
    return more;
  }

  /**
   * Adds the rows of another comparison that are not there yet.
   *
   * @param other its rows follow in their order
   * @return a new figure, with this title
   */
  public Comparison and(Comparison other) {
    Comparison all = this;
    for (ComparedRate row : Require.present("other", other).rows) {
      all = all.rows.stream().anyMatch(row::says) ? all : all.and(row);
    }
    return all;
  }

  /**
   * Leaves out all but some rows.
   *
   * @param title stands above
   * @param names of the rows that stay behind the first, in their new order
   * @return a new figure
   * @throws IllegalArgumentException if a name is no row's
   */
  public Comparison only(String title, String... names) {
    Require.present("title", title);
    var some = new Comparison(title, List.of(rows.get(0)));
    for (String name : Require.present("names", names)) {
      some = some.and(row(name));
    }
    return some;
  }

  /**
   * Sorts the rows behind the first, the largest rate first; those of equal rates stay in their
   * order.
   *
   * @return a new figure
   */
  public Comparison sorted() {
    List<ComparedRate> others = new ArrayList<>(rows.subList(1, rows.size()));
    others.sort(Comparator.comparingDouble(row -> -row.rate().value()));
    others.add(0, rows.get(0));
    return new Comparison(plainTitle(), List.copyOf(others));
  }

  /**
   * Returns how far the rates lie from the first: the largest difference of a share, from 0 to 1,
   * up or down.
   */
  public double farthest() {
    double first = rows.get(0).rate().value();
    return rows.stream().mapToDouble(row -> Math.abs(row.rate().value() - first)).max().orElse(0);
  }

  /**
   * Returns the rate of a row.
   *
   * @param name its name
   * @return its rate
   * @throws IllegalArgumentException if there is no such row
   */
  public Rate rate(String name) {
    Require.present("name", name);
    return row(name).rate();
  }

  private ComparedRate row(String name) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Require.refusal(
                    format(
                        "name must be one of %s. Received: %s",
                        rows.stream().map(ComparedRate::name).toList(), name)));
  }

  /** Says whether it has at most 16 rows, and so can be drawn. */
  public boolean isDrawable() {
    return rows.size() <= MOST_ROWS;
  }

  /**
   * Returns a row for each: name, rate, low and high (Wilson's 95 % interval), and how it stands to
   * the first.
   */
  public Table table() {
    var sides = IntStream.range(0, rows.size()).mapToObj(row -> Palette.label(side(row))).toList();
    return Table.create(
            title(), StringColumn.create("name", rows.stream().map(ComparedRate::name).toList()))
        .addColumns(Tables.columns(rows.stream().map(ComparedRate::rate).toList()))
        .addColumns(StringColumn.create("beside the first", sides));
  }

  /**
   * Draws it.
   *
   * @return the figure
   * @throws IllegalStateException if there are more than 16 rows
   */
  @Override
  public Chart chart() {
    if (!isDrawable()) {
      throw new IllegalStateException(
          format(
              "a comparison must have at most %d rows to be drawn, take its table(). Received: %d",
              MOST_ROWS, rows.size()));
    }
    var bars = new ArrayList<Trace>();
    for (ComparedRate.Side side : ComparedRate.Side.values()) {
      int[] some = IntStream.range(0, rows.size()).filter(row -> side(row) == side).toArray();
      if (some.length > 0) {
        bars.add(bars(side, some));
      }
    }
    var share = Axis.builder().title(SHARE).range(0, 101).build();
    var layout =
        Layout.builder(title())
            .barMode(Layout.BarMode.STACK)
            .xAxis(share)
            .yAxis(Axis.builder().tickSettings(names()).range(0.4 - rows.size(), 0.6).build())
            .build();
    return Chart.of(layout, bars.toArray(Trace[]::new))
        .height(HEIGHT + HEIGHT_OF_ROW * rows.size())
        .alt(alt());
  }

  private ComparedRate.Side side(int row) {
    return rows.get(row).beside(rows.get(0));
  }

  private Trace bars(ComparedRate.Side side, int[] some) {
    var rates = Arrays.stream(some).mapToObj(row -> rows.get(row).rate()).toList();
    var bars =
        BarTrace.builder(
                Arrays.stream(some).mapToObj(row -> -row).toArray(), percent(rates, Rate::value))
            .orientation(BarTrace.Orientation.HORIZONTAL)
            .name(Palette.label(side))
            .marker(Marker.builder().color(side.color).build())
            .build();
    return withIntervals(bars, rates);
  }

  private TickSettings names() {
    double[] places = IntStream.range(0, rows.size()).mapToDouble(row -> -row).toArray();
    String[] labels = rows.stream().map(ComparedRate::label).toArray(String[]::new);
    return TickSettings.builder()
        .tickMode(TickSettings.TickMode.ARRAY)
        .arrayTicks(places, labels)
        .build();
  }

  @Override
  Stream<End> ends() {
    return rows.stream().map(ComparedRate::end);
  }

  @Override
  String words() {
    return rows.stream()
        .map(row -> row.name() + " " + row.rate())
        .collect(Collectors.joining(", ", "", "."));
  }

  /** Returns a line for each row: its name, its rate and how it stands to the first. */
  @Override
  public String toString() {
    int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    return IntStream.range(0, rows.size())
        .mapToObj(row -> line(row, width).stripTrailing())
        .collect(Collectors.joining("\n", title() + "\n", ""));
  }

  private String line(int row, int width) {
    String name = rows.get(row).name();
    String side = row == 0 ? "" : Palette.label(side(row));
    return name
        + " ".repeat(width - name.length())
        + format("  %-22s  %s", rows.get(row).rate(), side);
  }
}
