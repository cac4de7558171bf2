package reluctant.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Inputs.grid;
import static reluctant.data.Problems.formula;
import static reluctant.nn.Activation.RELU;
import static reluctant.nn.Activation.SOFTMAX;
import static reluctant.nn.Activation.TANH;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reluctant.chart.Chart;
import reluctant.data.CsvFile;
import reluctant.data.Problem;
import reluctant.diagnose.Criterion;
import reluctant.doctor.Cause;
import reluctant.doctor.Doctor;
import reluctant.figures.Figures;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.optimizers.SGD;
import reluctant.sweep.Rate;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

/** What a reader brings in chapter 12: rate, cause and cure in ten lines and a minute. */
class YourOwnTest {

  private static final String THROWS = "notebooks/data/throws.csv";
  private static final double SECONDS = 60;

  private static Problem throwsOfBalls() {
    return CsvFile.of(THROWS).classes("result");
  }

  private static Trial throwing(Problem balls) {
    var model = Sequential.of(2, new Dense(8, RELU), new Dense(2, SOFTMAX));
    return new Trial(
        model, balls, new Fit(new SGD(0.3), Loss.CATEGORICAL_CROSSENTROPY, 100, 20), 0);
  }

  private static Rate learnt(Trial trial) {
    return Sweep.of(trial).seeds(0, 200).rate(Criterion::isMet);
  }

  private static void isCured(Cause cause, Supplier<Trial> brought) {
    long start = System.nanoTime();
    Trial trial = brought.get();
    Rate before = learnt(trial);
    Doctor doctor = Doctor.of(trial);
    Rate after = learnt(doctor.cured().orElseThrow());
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(SECONDS);
    assertThat(doctor.cause()).contains(cause);
    assertThat(before.isBelow(0.05)).isTrue();
    assertThat(after.isAbove(0.9)).isTrue();
  }

  @Test
  @Tag("long")
  void aFormulaIsCured() {
    isCured(
        Cause.TARGET_SCALE,
        () -> {
          var model = Sequential.of(1, new Dense(8, TANH), new Dense(1));
          var data = formula("20 + 60 exp(-x / 30)", grid(0, 120, 31));
          return new Trial(model, data, new Fit(new Adam(0.01), Loss.MSE, 500, 8), 0);
        });
  }

  @Test
  @Tag("long")
  void aNetworkThatSomebodySentIsCured() {
    isCured(
        Cause.OUTPUT,
        () ->
            Trial.parse(
                """
                new Trial(Sequential.of(2, new Dense(8, RELU), new Dense(1, RELU)),
                formula("x1 - x2", normal(50)), new Fit(new Adam(0.03), MSE, 100, 10), 7L)"""));
  }

  @Test
  @Tag("long")
  void aFileIsCured() {
    Problem balls = throwsOfBalls();
    isCured(Cause.INPUT_SCALE, () -> throwing(balls));
  }

  @Test
  void aFigureOfAFileHasItsNames() {
    Trial trial = throwing(throwsOfBalls().standardizedInputs());
    Chart chart = Figures.classes(trial.run());
    assertThat(chart.json().at("/layout/xaxis/title/text").asText()).isEqualTo("speed");
    assertThat(chart.json().at("/layout/yaxis/title/text").asText()).isEqualTo("angle");
    assertThat(chart.json().path("data").findValuesAsText("name")).contains("over", "not over");
  }

  /** Thrown from 1.5 m, a ball without air is at x tan a - g x^2 / (2 v^2 cos^2 a) higher. */
  @Test
  void theThrowsFollowTheParabola() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(THROWS));
    assertThat(lines).hasSize(101);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      double speed = Double.parseDouble(fields[0]) / 3.6;
      double angle = Math.toRadians(Double.parseDouble(fields[1]));
      double across = speed * Math.cos(angle);
      double height = 1.5 + 20 * Math.tan(angle) - 9.81 * 20 * 20 / (2 * across * across);
      assertThat(fields[2]).as(line).isEqualTo(height > 3 ? "over" : "not over");
    }
  }
}
