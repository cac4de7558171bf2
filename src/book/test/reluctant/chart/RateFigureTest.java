package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.data.Problems;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

class RateFigureTest {
  private static final Trial TRIAL =
      new Trial(
          Sequential.of(1, new Dense(1)),
          Problems.absoluteValue(2, 1),
          new Fit(new Adam(0.001), Loss.MSE, 1, 2),
          0);

  /** A letter for each seed, so that sweeps of other seeds have other outcomes. */
  private static Outcomes<String> letters(long first, int seeds) {
    var sweep = Sweep.of(TRIAL).seeds(first, seeds).threads(1);
    return sweep.outcomes(run -> letter(run.trial().seed())).run();
  }

  private static String letter(long seed) {
    return String.valueOf((char) ('a' + seed % 26));
  }

  /** Each letter has a probability of its own. */
  private static double probability(String letter) {
    return (letter.charAt(0) - 'a') / 30.0;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theoryStandsWithItsOutcomeWhereverItWasSaid(long seed) {
    var random = new Random(seed);
    var sweeps = new ArrayList<Outcomes<String>>();
    for (int i = 0; i < 4; i++) {
      sweeps.add(letters(random.nextInt(20), 1 + random.nextInt(5)));
    }
    int place = random.nextInt(4);
    var figure = RateFigure.of("t", "0", sweeps.get(0));
    var last = figure;
    for (int i = 1; i < 4; i++) {
      figure = i == place ? figure.closedForm(RateFigureTest::probability) : figure;
      figure = figure.and("" + i, sweeps.get(i));
      last = last.and("" + i, sweeps.get(i));
    }
    figure = place == 0 ? figure.closedForm(RateFigureTest::probability) : figure;
    last = last.closedForm(RateFigureTest::probability);
    assertThat(figure).hasToString(last.toString());
    assertThat(figure.chart().json()).isEqualTo(last.chart().json());
    JsonNode marks = figure.chart().json().at("/data/4");
    assertThat(marks.path("x")).isEqualTo(figure.chart().json().at("/data/0/x")).isNotEmpty();
    for (int i = 0; i < marks.path("x").size(); i++) {
      assertThat(marks.path("y").get(i).asDouble())
          .isCloseTo(100 * probability(marks.path("x").get(i).asText()), within(1e-3));
    }
  }

  @Test
  void theoryIsAShareOrUnknown() {
    var figure = RateFigure.of("t", "n", letters(1, 2));
    for (ToDoubleFunction<String> wrong :
        List.<ToDoubleFunction<String>>of(o -> 50, o -> -0.1, o -> Double.POSITIVE_INFINITY)) {
      assertThatThrownBy(() -> figure.closedForm(wrong))
          .hasMessageStartingWith("closed form must be from 0 to 1. Received: ");
    }
    var half = figure.closedForm(o -> o.equals("b") ? 0.5 : Double.NaN);
    assertThat(half.toString()).endsWith(" Closed form: 50.0 %, unknown.");
    assertThat(half.chart().json().at("/data/1/y")).hasToString("[50,null]");
    assertThat(figure.closedForm(o -> Double.NaN).chart().json().path("data")).hasSize(1);
  }

  @Test
  void numbersStayNumbersAndNamesStayNames() {
    var sweep = Sweep.of(TRIAL).seeds(8, 3);
    var counts = sweep.outcomes(run -> (int) run.trial().seed()).run();
    JsonNode json = RateFigure.of("t", "n", counts).closedForm(n -> 0.1).chart().json();
    assertThat(json.at("/data/0/x")).hasToString("[8,9,10]");
    assertThat(json.at("/data/1/x")).hasToString("[8,9,10]");
    assertThat(json.at("/layout/xaxis").has("type")).isFalse();
    var names = sweep.outcomes(run -> "0" + run.trial().seed()).run();
    JsonNode named = RateFigure.of("t", "n", names).chart().json();
    assertThat(named.at("/data/0/x")).hasToString("[\"010\",\"08\",\"09\"]");
    assertThat(named.at("/layout/xaxis/type").asText()).isEqualTo("category");
  }
}
