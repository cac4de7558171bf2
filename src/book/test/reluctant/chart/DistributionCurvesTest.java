package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.train.Loss.MSE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Numbers;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Trial;

/** Curves of numbers that are known. */
class DistributionCurvesTest {

  private static final double NAN = Double.NaN;

  private static Sweep sweep(int seeds) {
    var fit = new Fit(new Adam(0.001), MSE, 1, 2);
    return Sweep.of(new Trial(Sequential.of(1, new Dense(1)), absoluteValue(2, 1), fit, 0))
        .seeds(0, seeds);
  }

  private static Numbers of(double... given) {
    return sweep(given.length).numbers(run -> given[(int) run.trial().seed()]).run();
  }

  private static JsonNode drawn(Numbers numbers) {
    return DistributionCurves.of("t", "n", numbers).chart().json();
  }

  private static Numbers grid(int cells) {
    var epochs = IntStream.rangeClosed(1, cells).boxed().toList();
    return sweep(8)
        .over("epochs", epochs, Trial::epochs)
        .numbers(run -> run.trial().fit().epochs() * (1 + run.trial().seed()))
        .run();
  }

  @Test
  void aCurveGoesUpAtEachNumberAndEndsBelowWhatNeverGetsOne() {
    JsonNode json = drawn(of(3, 1, NAN, 2, 3, NAN, 4, 4));
    JsonNode curve = json.at("/data/0");
    assertThat(curve.path("x")).hasToString("[1,1,2,3,3,4,4,4]");
    assertThat(curve.path("y")).hasToString("[0,12.5,25,37.5,50,62.5,75,75]");
    assertThat(curve.at("/line/shape").asText()).isEqualTo("hv");
    assertThat(curve.path("name").asText()).isEqualTo("measured, never 25.0 %");
    assertThat(json.at("/layout/xaxis/type").asText()).isNotEqualTo("log");
    JsonNode quartiles = json.at("/data/1");
    assertThat(quartiles.path("x")).hasToString("[2,3,4]");
    assertThat(quartiles.path("y")).hasToString("[25,50,75]");
    // Of eight runs the ends lie at the places 0 and 6, 1 and 8, 3 and 9.
    assertThat(quartiles.at("/error_x/arrayminus")).hasToString("[1,2,1]");
    assertThat(quartiles.at("/error_x/array")).hasToString("[2,1,0]");
  }

  @Test
  void numbersThatSpanMuchHaveALogarithmicAxisAndZeroStandsBeforeIt() {
    JsonNode json = drawn(of(0, 1e-6, 0, 1e-3, 1, 10, 100, 1000));
    assertThat(json.at("/layout/xaxis/type").asText()).isEqualTo("log");
    assertThat(json.at("/layout/xaxis/dtick").asInt()).isEqualTo(2);
    assertThat(json.at("/data/0/x")).hasToString("[1.0E-6,1.0E-6,0.001,1,10,100,1000,1000]");
    assertThat(json.at("/data/0/y")).hasToString("[25,37.5,50,62.5,75,87.5,100,100]");
    assertThat(json.at("/data/1/x")).hasToString("[null,0.001,10]");
    assertThat(drawn(of(Double.NEGATIVE_INFINITY, 1, 2, 3)).at("/data/0/y"))
        .hasToString("[25,50,75,100,100]");
    JsonNode below = drawn(of(-1, 1, 1000));
    assertThat(below.at("/layout/xaxis/type").asText()).isNotEqualTo("log");
    JsonNode brief = drawn(of(3, 150)).at("/layout/xaxis");
    assertThat(brief.path("tickvals")).hasToString("[5,10,20,50,100]");
    assertThat(brief.path("ticktext")).hasToString("[\"5\",\"10\",\"20\",\"50\",\"100\"]");
    assertThat(drawn(of(3e-9, 6e-8)).at("/layout/xaxis/ticktext"))
        .hasToString("[\"5E-9\",\"1E-8\",\"2E-8\",\"5E-8\"]");
  }

  @Test
  void aGridHasACurveForEachValueInAColourOfItsOwn() {
    var figure = DistributionCurves.of("t", "n", grid(3));
    JsonNode json = figure.chart().json();
    assertThat(json.path("data")).hasSize(6);
    for (int i = 0; i < 3; i++) {
      JsonNode curve = json.path("data").get(i);
      JsonNode quartiles = json.path("data").get(3 + i);
      assertThat(curve.path("name").asText()).isEqualTo((i + 1) + " epochs");
      assertThat(curve.at("/line/color").asText())
          .isEqualTo(Palette.color(i))
          .isEqualTo(quartiles.at("/marker/color").asText());
      assertThat(quartiles.path("showlegend").asBoolean()).isEqualTo(i == 0);
    }
    assertThat(figure.toString())
        .startsWith("t. Share of runs by n. 1 epochs: quartiles 2 [-infinity, 6], 4 [1, 8], 6 [3,")
        .endsWith(
            "3 epochs: quartiles 6 [-infinity, 18], 12 [3, 24], 18 [9, infinity],"
                + " never 0.0 % [0.0, 32.4].");
  }

  @Test
  void manyNumbersAreThinnedWithoutLosingTheirEnds() {
    var random = new Random(3);
    JsonNode curve = drawn(of(random.doubles(5000).toArray())).at("/data/0");
    assertThat(curve.path("x")).hasSize(200);
    assertThat(curve.at("/y/0").asDouble()).isZero();
    assertThat(curve.at("/y/199").asDouble()).isEqualTo(100);
    for (int i = 0; i < 200; i++) {
      assertThat(Math.abs(curve.at("/x/" + i).asDouble() - curve.at("/y/" + i).asDouble() / 100))
          .isLessThan(0.04);
    }
  }

  @Test
  void runsThatNeverGetANumberAreDrawnAsAnEmptyAxis() {
    var figure = DistributionCurves.of("t", "n", of(NAN, NAN)).and("some", of(1, 2));
    JsonNode json = figure.chart().json();
    assertThat(json.at("/data/0/x")).hasToString("[1,2]");
    assertThat(json.at("/data/0/y")).hasToString("[0,0]");
    assertThat(DistributionCurves.of("t", "n", of(NAN)).chart().alt())
        .isEqualTo(
            "t. Share of runs by n. measured: quartiles never [-infinity, infinity], never"
                + " [-infinity, infinity], never [-infinity, infinity], never 100.0 % [20.7,"
                + " 100.0].");
  }

  @Test
  void whatCanNotBeToldApartIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DistributionCurves.of("t", "n", grid(7)))
        .withMessage(
            "a figure must have at most 6 curves, draw some of the cells in another one."
                + " Received: one more, 7 epochs");
    var two =
        sweep(2)
            .over("epochs", List.of(1), Trial::epochs)
            .over("units", List.of(1, 2), (trial, units) -> trial)
            .numbers(run -> 1)
            .run();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DistributionCurves.of("t", "n", two))
        .withMessageStartingWith("numbers must be of a grid with at most 1 axis, take some cells");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DistributionCurves.of("t", "n", of(1)).and("two", two))
        .withMessageStartingWith("numbers must be those of one cell here");
  }

  @Test
  void aTableHasARowForEachCell() {
    var table = Tables.of(grid(2));
    assertThat(table.columnNames())
        .containsExactly(
            "epochs",
            "trials",
            "smallest",
            "lower quartile",
            "median",
            "low",
            "high",
            "upper quartile",
            "largest",
            "never");
    assertThat(table.stringColumn("epochs").asList()).containsExactly("1", "2");
    assertThat(table.doubleColumn("median").asList()).containsExactly(4.0, 8.0);
    assertThat(table.doubleColumn("largest").asList()).containsExactly(8.0, 16.0);
    assertThat(Tables.of(of(1, NAN, NAN)).doubleColumn("median").get(0)).isInfinite();
    assertThat(Tables.of(of(1, NAN, NAN)).name()).isEqualTo("3 trials");
  }
}
