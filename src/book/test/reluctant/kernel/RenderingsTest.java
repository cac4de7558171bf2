package reluctant.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.TANH;
import static reluctant.train.Loss.MSE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reluctant.chart.Chart;
import reluctant.chart.Comparison;
import reluctant.data.Dataset;
import reluctant.diagnose.Diagnosis;
import reluctant.doctor.Doctor;
import reluctant.nn.Constant;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.SGD;
import reluctant.sweep.Rate;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.ScatterTrace;

class RenderingsTest {
  private final RecordingKernel kernel = new RecordingKernel();

  @BeforeEach
  void register() {
    Renderings.register(kernel);
  }

  private String text(Object value) {
    return (String) Objects.requireNonNull(kernel.show(value).get("text/plain"));
  }

  private String html(Object value) {
    return (String) Objects.requireNonNull(kernel.show(value).get("text/html"));
  }

  @Test
  void figuresLeaveAsPlotlyJsonAndText() {
    var points = ScatterTrace.builder(new double[] {1, Double.NaN}, new double[] {2, 3}).build();
    Figure figure = new Figure(Layout.builder("Two points").build(), points);
    Map<String, Object> shown = kernel.show(figure);
    assertThat(shown).containsOnlyKeys("text/plain", "application/vnd.plotly.v1+json");
    assertThat(text(figure)).startsWith("Two points. Figure with points");
    assertThat(shown.get("application/vnd.plotly.v1+json"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsOnlyKeys("data", "layout", "config")
        .extractingByKey("data", InstanceOfAssertFactories.LIST)
        .first(InstanceOfAssertFactories.MAP)
        .containsEntry("x", Arrays.asList(1, null));
    Chart chart = Chart.of(figure).alt("Two.").frame("a", points);
    assertThat(text(chart)).isEqualTo("Two.");
    assertThat(kernel.show(chart).get("application/vnd.plotly.v1+json"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsKey("frames");
  }

  @Test
  void aLargeMatrixIsShownInPart() {
    SimpleMatrix matrix = new SimpleMatrix(1000, 1000);
    matrix.set(0, 0, Math.PI);
    matrix.set(999, 999, -1e-12);
    assertThat(html(matrix).length()).isLessThan(3000);
    assertThat(html(matrix))
        .startsWith("<table><tbody><tr><td>3.1416</td>")
        .contains("<td>-1.000e-12</td></tr></tbody></table>")
        .endsWith("<p>Matrix of 1,000 rows x 1,000 columns; 12 rows and 10 columns shown.</p>");
    assertThat(text(matrix).lines()).hasSize(14);
    assertThat(kernel.show(matrix.getDDRM())).isEqualTo(kernel.show(matrix));
  }

  @Test
  void aSweepThatEndedEarlySaysWhy() {
    var model = Sequential.of(1, new Dense(1));
    var trial = new Trial(model, absoluteValue(2, 1), new Fit(new SGD(), MSE, 1, 2), 0);
    var sweep = Sweep.of(trial).seeds(0, 1_000);
    assertThat(html(sweep.stopWhenNarrowerThan(0.9).outcomes(run -> "x").run()))
        .contains("<td>x</td><td>64</td><td>100.0 %</td><td>94.3 to 100.0 %</td><td>0</td>")
        .contains("<p>The intervals were narrow enough: 64 of 1,000 trials were counted.");
    assertThat(html(sweep.outcomes(run -> "x").run())).contains("<p>1,000 trials.");
  }

  @Test
  void numbersAreARowForEachCell() {
    var model = Sequential.of(1, new Dense(1));
    var trial = new Trial(model, absoluteValue(2, 1), new Fit(new SGD(), MSE, 1, 2), 0);
    var sweep = Sweep.of(trial).seeds(0, 10).over("epochs", List.of(1, 2), Trial::epochs);
    assertThat(html(sweep.numbers(run -> run.trial().seed() * run.trial().fit().epochs()).run()))
        .startsWith("<table><thead><tr><th>epochs</th><th>smallest</th><th>lower quartile</th>")
        .contains(
            "<tr><td>2</td><td>0</td><td>4</td><td>8</td><td>2 to 16</td><td>14</td><td>18</td>"
                + "<td>0.0 %</td></tr>")
        .endsWith("<p>20 trials.</p>");
    assertThat(html(Sweep.of(trial).seeds(0, 20).numbers(RenderingsTest::half).run()))
        .contains("<td>5 or more</td><td>never</td><td>9</td>");
    assertThat(html(Sweep.of(trial).seeds(0, 4).numbers(run -> Double.NaN).run()))
        .contains(
            "<tr><td></td><td>never</td><td>never</td><td></td><td>never</td>"
                + "<td></td><td>100.0 %</td></tr>");
  }

  private static double half(Run run) {
    return run.trial().seed() < 10 ? run.trial().seed() : Double.NaN;
  }

  @Test
  void aDiagnosisIsItsSentencesAndTheLine() {
    var model =
        Sequential.of(1, new Dense(4, RELU).biasInitializer(new Constant(-9)), new Dense(1));
    var run = new Trial(model, absoluteValue(9, 1), new Fit(new SGD(0.1), MSE, 50, 9), 0).run();
    var diagnosis = Diagnosis.of(run);
    assertThat(text(diagnosis)).isEqualTo(diagnosis.toString());
    assertThat(html(diagnosis))
        .startsWith("<p><strong>It gives the mean of the targets, ")
        .contains("<ul><li>Of its 4 hidden units, 4 are dead: ")
        .endsWith("<p>Replayed by: <code class=\"trial\">" + run.trial().line() + "</code></p>");
  }

  @Test
  void aDoctorIsASentenceATableAndTwoLines() {
    var model = Sequential.of(1, new Dense(2, TANH), new Dense(1));
    var trial = new Trial(model, absoluteValue(9, 1), new Fit(new Adam(), MSE, 1, 9), 0);
    Predicate<Run> learnt = run -> !run.trial().model().equals(model);
    var doctor = Doctor.of(trial, learnt, Duration.ofMinutes(10));
    assertThat(html(doctor))
        .startsWith(
            "<p><strong>It fails in 16 of 16 runs because it has too few units: with 4 times the"
                + " units the same seeds learn in 16.")
        .contains(
            "<tr><th>remedy</th><th>takes away</th><th>learns</th><th>gain in points</th>",
            "<tr><td>as it is</td><td></td><td>0 of 16</td><td></td><td></td><td></td></tr>",
            "<tr><td>4 times the units</td><td>few units</td><td>16 of 16</td><td>+100.0</td>"
                + "<td>+70.7 to +100.0</td><td>helps most</td></tr>",
            "<p>It fails: <code class=\"trial\">" + trial.line() + "</code></p>")
        .endsWith(
            "<p>It learns: <code class=\"trial\">" + trial.hiddenUnits(16).line() + "</code></p>");
    assertThat(text(doctor)).contains("as it is", "It learns: " + trial.hiddenUnits(16));
    assertThat(html(Doctor.of(trial, run -> true)))
        .isEqualTo(
            "<p><strong>Nothing is wrong: it learns in 16 of 16 runs, 100.0 % [80.6, 100.0]."
                + "</strong></p>");
  }

  @Test
  void aTrialAndWhatItGaveShowTheLineThatReplaysThem() {
    var model = Sequential.of(1, new Dense(1));
    var trial = new Trial(model, absoluteValue(2, 1), new Fit(new SGD(), MSE, 1, 2), 7);
    String line = "<p>Replayed by: <code class=\"trial\">" + trial.line() + "</code></p>";
    assertThat(kernel.show(trial)).containsEntry("text/plain", trial.line());
    assertThat(html(trial)).isEqualTo(line);
    var run = trial.run();
    assertThat(html(run)).isEqualTo("<p>" + run.history() + "</p>" + line);
    assertThat(text(run)).isEqualTo(run.history() + "\n" + trial.line());
    assertThat(kernel.show(run.history())).isEqualTo(kernel.show(run));
  }

  @Test
  void aTrialOfOnesOwnDataSaysThatItHasNoLine() {
    var numbers = new SimpleMatrix(new double[][] {{1}, {2}});
    var data = new Dataset("<b>mine</b>", numbers, numbers);
    var trial = new Trial(Sequential.of(1, new Dense(1)), data, new Fit(new SGD(), MSE, 1, 2), 7);
    assertThat(html(trial))
        .startsWith(
            "<p>No line names this trial, which has data or parts of your own, or many numbers: ")
        .contains(
            "trial.save(java.nio.file.Path.of(&quot;mine.json&quot;)), which Trial.load reads")
        .contains("&lt;b&gt;mine&lt;/b&gt;")
        .doesNotContain("<b>", "class");
  }

  @Test
  void aTrialThatIsTooLongForALineIsShownWithoutItsMiddle() {
    var model = Sequential.of(1, new Dense(3000), new Dense(1));
    var trial = new Trial(model, absoluteValue(2, 1), new Fit(new SGD(), MSE, 1, 2), 7);
    Trial started = trial.startingAt(trial.initial());
    assertThat(text(started)).hasSizeLessThan(1000).endsWith(", 1, 2), 7L)");
    assertThat(html(started)).hasSizeLessThan(2000).startsWith("<p>No line names this trial");
  }

  @Test
  void aSmallMatrixIsShownWhole() {
    SimpleMatrix matrix = new SimpleMatrix(new double[][] {{1, -20.5}, {Double.NaN, 4}});
    assertThat(text(matrix)).isEqualTo("  1  -20.5\nNaN      4\nMatrix of 2 x 2.");
    assertThat(html(new SimpleMatrix(0, 3))).contains("Matrix of 0 x 3.");
  }

  @Test
  void tablesFormatTheirNumbersAndLeaveMissingCellsEmpty() {
    var share = DoubleColumn.create("share", 0.25, 1 / 3.0);
    share.setPrintFormatter(NumberColumnFormatter.percent(1));
    var counts = IntColumn.create("count", 1_234_567, 2);
    counts.setMissing(1);
    Table table =
        Table.create(
            "t",
            DoubleColumn.create("loss", 1 / 3.0, 166875.3),
            share,
            counts,
            DateColumn.create("day", LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 3)));
    assertThat(html(table))
        .isEqualTo(
            "<table><thead><tr><th>loss</th><th>share</th><th>count</th><th>day</th></tr></thead>"
                + "<tbody><tr><td>0.33333</td><td>25.0%</td><td>1234567</td><td>2020-01-02</td>"
                + "</tr><tr><td>166875</td><td>33.3%</td><td></td><td>2020-01-03</td></tr>"
                + "</tbody></table>");
  }

  @Test
  void numbersBelowAThousandthAreShortInTablesToo() {
    double[] small = {9.999e-4, 1.2345678e-5, -3.3e-13, 1e300, 2.5};
    Table table =
        Table.create(
            DoubleColumn.create("double", small), FloatColumn.create("float", 1e-5f, .1f, 0, 3, 4));
    assertThat(text(table).lines().map(String::strip))
        .containsExactly(
            "double      float",
            "0.0009999  1.000e-05",
            "1.235e-05        0.1",
            "-3.300e-13          0",
            "1.000e+300          3",
            "2.5          4");
  }

  @Test
  void aLargeTableIsShownInPart() {
    Table table = Table.create("t");
    for (int i = 0; i < 40; i++) {
      table.addColumns(DoubleColumn.create("column " + i, new double[5000]));
    }
    assertThat(html(table))
        .contains("<th>column 0</th>", "<th>column 39</th>", "<th>…</th>")
        .doesNotContain("<th>column 20</th>")
        .endsWith("<p>Table of 5,000 rows x 40 columns; 12 rows and 10 columns shown.</p>");
    assertThat(html(table).length()).isLessThan(3000);
    Table narrow = Table.create(DoubleColumn.create("a", new double[13]));
    assertThat(html(narrow)).endsWith("<p>Table of 13 rows x 1 columns; 12 rows shown.</p>");
    assertThat(text(Table.create("empty"))).isEmpty();
  }

  @Test
  void aLongCellIsCut() {
    Table table = Table.create(StringColumn.create("s", List.of("x".repeat(5000))));
    assertThat(html(table)).contains("x".repeat(59) + "…").hasSizeLessThan(200);
  }

  @Test
  void aLongComparisonIsATableOfAllItsRows() {
    var few = Comparison.of("Cures", "none", new Rate(300, 1000));
    assertThat(kernel.show(few)).containsKey("application/vnd.plotly.v1+json");
    Comparison many = few;
    for (int i = 1; i <= 30; i++) {
      many = many.and("cure " + i, new Rate(30L * i, 1000));
    }
    assertThat(kernel.show(many)).containsOnlyKeys("text/plain", "text/html");
    assertThat(html(many))
        .startsWith("<table><thead><tr><th>Cures</th><th>rate</th><th>95 % interval</th>")
        .contains("<th>beside none</th>")
        .contains("<tr><td>none</td><td>30.0 %</td><td>27.2 to 32.9 %</td><td></td></tr>")
        .contains("<tr><td>cure 30</td><td>90.0 %</td><td>88.0 to 91.7 %</td><td>surely more</td>");
    assertThat(text(many).lines()).hasSize(32);
  }
}
