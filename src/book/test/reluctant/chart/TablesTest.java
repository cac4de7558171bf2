package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.points;
import static reluctant.nn.Activation.TANH;
import static reluctant.train.Loss.MAE;
import static reluctant.train.Loss.MSE;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import reluctant.data.Dataset;
import reluctant.doctor.Doctor;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Run;
import reluctant.train.Trial;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablesTest {

  /** A metric of one's own, with the name of another column but for its letters' case. */
  private record Named() implements Loss {
    @Override
    public double value(double target, double prediction) {
      return 1;
    }

    @Override
    public double slope(double target, double prediction) {
      return 0;
    }

    @Override
    public String toString() {
      return "Loss";
    }
  }

  @Test
  void metricsOfOneNameHaveColumnsOfTheirOwn() {
    var fit = new Fit(new SGD(), MSE, 2, 4).metrics(MAE, MAE, new Named(), MAE);
    var run = new Trial(Sequential.of(1, new Dense(1)), absoluteValue(4, 1), fit, 0).run();
    var table = Tables.of(run.history());
    assertThat(table.columnNames())
        .containsExactly("epoch", "loss", "MAE", "MAE 2", "Loss 2", "MAE 3");
    assertThat(table.doubleColumn("MAE 2").asDoubleArray()).isEqualTo(run.history().metric(MAE));
  }

  @Test
  void remediesAreRowsBehindTheTrialAsItIs() {
    var model = Sequential.of(1, new Dense(2, TANH), new Dense(1));
    var trial = new Trial(model, absoluteValue(9, 1), new Fit(new SGD(0.1), MSE, 1, 9), 0);
    Predicate<Run> learnt = run -> run.trial().fit().optimizer() instanceof Adam;
    var table = Tables.of(Doctor.of(trial, learnt, Duration.ofMinutes(10)));
    assertThat(table.name()).startsWith("It fails in 16 of 16 runs because its optimizer makes");
    assertThat(table.row(0).getString("remedy")).isEqualTo("as it is");
    assertThat(table.row(0).isMissing("gain")).isTrue();
    assertThat(table.row(1).getString("takes away")).isEqualTo("optimizer");
    assertThat(table.row(1).getLong("learnt")).isEqualTo(16);
    assertThat(table.row(1).getDouble("gain")).isEqualTo(1);
    assertThat(table.row(1).getString("effect")).isEqualTo("helps most");
  }

  private static final Table TABLE =
      Table.create(
          DoubleColumn.create("a", 1.5, -2, 0),
          IntColumn.create("b", 4, 5, 6),
          StringColumn.create("kind", "x", "y", "z"),
          DoubleColumn.create("gap", 1, 2, Double.NaN),
          DoubleColumn.create("far", 1, 2, 1 / 0.0));

  @Test
  void columnsOfATableArePointsWithALine() {
    Dataset data = Tables.points(TABLE, List.of("b", "a"), List.of("a"));
    assertThat(data)
        .isEqualTo(points(new double[][] {{4, 1.5, 1.5}, {5, -2, -2}, {6, 0, 0}}))
        .hasToString("points(new double[][] {{4, 1.5, 1.5}, {5, -2, -2}, {6, 0, 0}})");
    assertThat(Tables.points(TABLE, List.of("a"), List.of("b", "a")).outputs()).isEqualTo(2);
  }

  @Test
  void whatIsNoPointIsTold() {
    isTold("x", "inputs and targets must be columns of the table, which are a, b, kind, gap, far.");
    isTold("kind", "use CsvFile.of(..).classes(\"kind\"). Received: kind of type STRING");
    isTold("gap", "fill it in. Received: nothing in row 2, column \"gap\"");
    isTold("far", "Received: Infinity in row 2, column \"far\"");
    Table large = Table.create(DoubleColumn.create("a", new double[501]));
    assertThatThrownBy(() -> Tables.points(large, List.of("a"), List.of("a")))
        .hasMessageContaining("keep more in a CSV file and use CsvFile.of(..). Received: 501 rows");
    assertThatThrownBy(() -> Tables.points(TABLE, List.of(), List.of("a")))
        .hasMessage("the number of inputs must be at least 1. Received: 0");
    assertThatThrownBy(() -> Tables.points(TABLE.emptyCopy(), List.of("a"), List.of("a")))
        .hasMessage("the number of rows must be at least 1. Received: 0");
  }

  private static void isTold(String column, String told) {
    assertThatThrownBy(() -> Tables.points(TABLE, List.of("a"), List.of(column)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }
}
