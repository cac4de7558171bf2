package reluctant.chart;

import static reluctant.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import reluctant.Require;
import reluctant.data.Dataset;
import reluctant.doctor.Doctor;
import reluctant.doctor.Treatment;
import reluctant.sweep.Gain;
import reluctant.sweep.Numbers;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rate;
import reluctant.train.History;
import reluctant.train.Metric;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What was computed, as Tablesaw tables to be sorted, joined and drawn; and data from tables. */
public final class Tables {

  private Tables() {}

  /**
   * Takes columns of a table as data, {@link reluctant.data.Problems#points} with a line that has
   * them number by number.
   *
   * @param table of at most 500 rows; more are kept in a {@link reluctant.data.CsvFile}
   * @param inputs the names of the columns that are inputs, of finite numbers
   * @param targets the names of those that are targets
   * @return a sample for each row
   * @throws IllegalArgumentException if the table has no such columns, too many rows, or a value is
   *     missing
   */
  public static Dataset points(Table table, List<String> inputs, List<String> targets) {
    Require.present("table", table);
    return TablePoints.of(table, Require.each("inputs", inputs), Require.each("targets", targets));
  }

  /**
   * Lists what a sweep counted.
   *
   * @param outcomes the counts
   * @return a row for each outcome: outcome, count, rate, low and high (Wilson's 95 % interval),
   *     and the first seed that had it, missing where none had
   */
  public static Table of(Outcomes<?> outcomes) {
    Require.present("outcomes", outcomes);
    return rows(outcomes);
  }

  private static <O extends Comparable<? super O>> Table rows(Outcomes<O> outcomes) {
    var table = Table.create(outcomes.end().in(format("%d trials", outcomes.trials())));
    var outcome = StringColumn.create("outcome");
    var count = LongColumn.create("count");
    var seed = LongColumn.create("example seed");
    for (O o : outcomes.outcomes()) {
      outcome.append(Palette.label(o));
      count.append(outcomes.count(o));
      if (outcomes.examples(o).isEmpty()) {
        seed.appendMissing();
      } else {
        seed.append(outcomes.examples(o).get(0).longValue());
      }
    }
    List<Rate> rates = outcomes.outcomes().stream().map(outcomes::rate).toList();
    return table.addColumns(outcome, count).addColumns(columns(rates)).addColumns(seed);
  }

  /** The shares with the ends of their intervals. */
  static Column<?>[] columns(List<Rate> rates) {
    return new Column<?>[] {
      DoubleColumn.create("rate", rates.stream().mapToDouble(Rate::value)),
      DoubleColumn.create("low", rates.stream().mapToDouble(rate -> rate.interval().low())),
      DoubleColumn.create("high", rates.stream().mapToDouble(rate -> rate.interval().high()))
    };
  }

  /**
   * Lists the numbers that a sweep found.
   *
   * @param numbers of one cell or more
   * @return a row for each cell: its value of each axis, trials, smallest, lower quartile, median
   *     with low and high (its 95 % interval), upper quartile, largest, and the share of runs that
   *     never have a number, which count as infinitely large
   */
  public static Table of(Numbers numbers) {
    Require.present("numbers", numbers);
    var table = Table.create(numbers.end().in(format("%d trials", numbers.trials())));
    var cells = new ArrayList<Numbers>();
    numbers.axes().forEach(axis -> table.addColumns(StringColumn.create(axis.name())));
    for (int row = 0; row < numbers.rows(); row++) {
      for (int column = 0; column < numbers.columns(); column++) {
        cells.add(numbers.cell(row, column));
        int[] place = {row, column};
        for (int side = 0; side < numbers.axes().size(); side++) {
          Object value = numbers.axes().get(side).values().get(place[side]);
          table.stringColumn(side).append(Palette.label(value));
        }
      }
    }
    return table
        .addColumns(LongColumn.create("trials", cells.stream().mapToLong(Numbers::trials)))
        .addColumns(
            column("smallest", cells, Numbers::min),
            column("lower quartile", cells, cell -> cell.quantile(0.25).value()),
            column("median", cells, cell -> cell.median().value()),
            column("low", cells, cell -> cell.median().low()),
            column("high", cells, cell -> cell.median().high()),
            column("upper quartile", cells, cell -> cell.quantile(0.75).value()),
            column("largest", cells, Numbers::max),
            column("never", cells, cell -> cell.never().value()));
  }

  /**
   * Lists the remedies that were tried on a trial.
   *
   * @param doctor what was found
   * @return a row for the trial as it is and for each remedy: remedy, what it takes away, how often
   *     the trial then learns (learnt of trials, rate, low and high), how much more often (gain,
   *     gain low, gain high) and its effect; what the trial as it is has not is missing
   */
  public static Table of(Doctor doctor) {
    List<Treatment> tried = Require.present("doctor", doctor).treatments();
    var remedy = StringColumn.create("remedy", "as it is");
    var cause = StringColumn.create("takes away", "");
    var effect = StringColumn.create("effect", "");
    var rates = new ArrayList<Rate>(List.of(doctor.rate()));
    for (Treatment treatment : tried) {
      remedy.append(treatment.remedy());
      cause.append(Palette.label(treatment.cause()));
      effect.append(treatment.effect().toString());
      rates.add(treatment.rate());
    }
    return Table.create(doctor.sentence(), remedy, cause)
        .addColumns(LongColumn.create("learnt", rates.stream().mapToLong(Rate::count)))
        .addColumns(LongColumn.create("trials", rates.stream().mapToLong(Rate::trials)))
        .addColumns(columns(rates))
        .addColumns(
            gains("gain", tried, Gain::value),
            gains("gain low", tried, gain -> gain.interval().low()),
            gains("gain high", tried, gain -> gain.interval().high()),
            effect);
  }

  private static DoubleColumn gains(
      String name, List<Treatment> tried, ToDoubleFunction<Gain> number) {
    var column = DoubleColumn.create(name).appendMissing();
    tried.forEach(treatment -> column.append(number.applyAsDouble(treatment.gain())));
    return column;
  }

  private static DoubleColumn column(
      String name, List<Numbers> cells, ToDoubleFunction<Numbers> number) {
    return DoubleColumn.create(name, cells.stream().mapToDouble(number));
  }

  /**
   * Lists a training epoch by epoch.
   *
   * @param history what happened
   * @return a row for each epoch: epoch, loss, and a column for each metric; the second of a name
   *     is "name 2"
   */
  public static Table of(History history) {
    Require.present("history", history);
    var epoch = IntColumn.create("epoch");
    for (int i = 1; i <= history.epochs(); i++) {
      epoch.append(i);
    }
    var table = Table.create("history", epoch, DoubleColumn.create("loss", history.loss()));
    for (Metric metric : history.metrics()) {
      String name = unused(metric.toString(), table.columnNames());
      table.addColumns(DoubleColumn.create(name, history.metric(metric)));
    }
    return table;
  }

  /** A metric may be named twice, or as another column: Tablesaw wants names of their own. */
  private static String unused(String name, List<String> used) {
    String unused = name;
    for (int i = 2; used.stream().anyMatch(unused::equalsIgnoreCase); i++) {
      unused = name + " " + i;
    }
    return unused;
  }
}
