package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reluctant.data.Inputs.grid;
import static reluctant.data.Inputs.normal;
import static reluctant.data.Inputs.uniform;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.data.Problems.formula;
import static reluctant.data.Problems.points;
import static reluctant.data.Problems.xor;

import java.nio.file.Path;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reluctant.data.Dataset;
import reluctant.data.Problem;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;

/** Data of one's own, in lines, in files and in predictions. */
class OwnDataTest {

  private static final Fit FIT = new Fit(new Adam(0.05), Loss.MSE, 400, 10);
  private static final String LINE =
      "new Trial(Sequential.of(1, new Dense(1)), formula(\"sin(3 x)\", grid(-3, 3, 200)),"
          + " new Fit(new Adam(0.05), MSE, 400, 10), 0L)";

  private static Trial trial(Problem data) {
    var model = Sequential.of(data.features(), new Dense(data.outputs()));
    return new Trial(model, data, FIT, 0);
  }

  @Test
  void aFormulaStandsInQuotes() {
    Trial trial = trial(formula("sin(3x)", grid(-3, 3, 200)));
    assertThat(trial.line()).isEqualTo(LINE);
    assertThat(Trial.parse(LINE)).isEqualTo(trial);
  }

  @Test
  void quotesAndBlanksOfAMailAreUnderstood() {
    String mail = LINE.replaceFirst("\"", "\u201C").replaceFirst("\"", "\u201D");
    assertThat(Trial.parse(mail)).isEqualTo(Trial.parse(LINE));
    assertThat(Trial.parse(LINE.replace("sin(3 x)", "sin(3\r\n> x)".replace(">", ""))))
        .isEqualTo(Trial.parse(LINE));
  }

  @Test
  void pointsThatFillTheirBoundHaveALine() {
    var rows = new double[500][4];
    for (int i = 0; i < 2000; i++) {
      rows[i / 4][i % 4] = -Math.PI / 3e100 * (i + 1);
    }
    Trial trial = trial(points(rows, 2));
    assertThat(Trial.parse(trial.line())).isEqualTo(trial);
  }

  @Test
  void predictionsAreInTheDatasUnits() {
    Problem far = formula("3 x1 - 1000 x2 + 7", uniform(900, 1100, 60));
    Run run = trial(far.standardized()).run();
    assertThat(run.predict(1000, 950)[0]).isCloseTo(3 * 1000 - 1000 * 950 + 7, within(50.0));
    var x = new SimpleMatrix(new double[][] {{1000, 950}, {900, 1100}});
    assertThat(run.predict(x).get(0)).isEqualTo(run.predict(1000, 950)[0]);
    Run plain = trial(xor()).run();
    assertThat(plain.predict(0, 1)).isEqualTo(plain.network().predict(0, 1));
  }

  @Test
  void changedNumbersOfOnesOwnGoToAFile(@TempDir Path folder) {
    Dataset mine =
        new Dataset(
            "my numbers",
            new SimpleMatrix(new double[][] {{1}, {2}, {5}}),
            new SimpleMatrix(new double[][] {{0.1}, {0.3}, {-7}}));
    Trial trial = trial(mine.standardized().noise(0.5).without(1));
    assertThatThrownBy(trial::line).hasMessageContaining("my numbers.standardized().noise(0.5)");
    trial.save(folder.resolve("trial"));
    assertThat(Trial.load(folder.resolve("trial"))).isEqualTo(trial);
    Trial named = trial(formula("x1 x2", normal(20)).standardized());
    named.save(folder.resolve("named"));
    assertThat(Trial.load(folder.resolve("named"))).isEqualTo(named);
  }

  @Test
  void aDrawForAllSeedsMayValidate() {
    Problem problem = formula("x^2", uniform(-1, 1, 30));
    Trial trial = trial(problem).fit(FIT.epochs(2).validationData(Drawn.of(problem, 99)));
    assertThat(Trial.parse(trial.line())).isEqualTo(trial);
    assertThat(Drawn.of(problem, 5).named("a"))
        .isEqualTo(trial(problem).seed(5).dataset().named("a"));
    assertThat(trial.line()).contains("Drawn.of(formula(\"x^2\", uniform(-1, 1, 30)), 99L)");
  }

  @Test
  void aLineAsksForNoMoreThanItMay() {
    String drawn = LINE.replace("formula(", "Drawn.of(formula(").replace("200))", "%d)), 1)");
    assertThat(Trial.parse(drawn.formatted(200)).data().samples()).isEqualTo(200);
    assertThatThrownBy(() -> Trial.parse(drawn.formatted(2_000_000_000)))
        .hasMessageEndingWith("at most 4194304 in a line. Received: 4000000000");
    String again = ".data(Drawn.of(formula(\"x\", grid(0, 1, 200000)), 1))";
    assertThatThrownBy(() -> Trial.parse(LINE + again.repeat(90)))
        .hasMessageContaining("samples must be at most 4194304 in a line");
    assertThat(Trial.parse(LINE.replace("200)", "2000000000)")).data().samples())
        .isEqualTo(2_000_000_000);
    assertThat(absoluteValue(2, 1).noise(1).samples()).isEqualTo(2);
  }
}
