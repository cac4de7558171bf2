package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.data.Problems;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Rate;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.Trial;

class ComparisonTest {

  private final Comparison three =
      Comparison.of("What helps", "nothing", new Rate(300, 1000))
          .and("hope", new Rate(310, 1000))
          .and("work", new Rate(900, 1000))
          .and("harm", new Rate(10, 1000));

  @Test
  void rowsSayHowTheyStandToTheFirst() {
    assertThat(three)
        .hasToString(
            """
            What helps
            nothing  30.0 % [27.2, 32.9]
            hope     31.0 % [28.2, 33.9]     no sure difference
            work     90.0 % [88.0, 91.7]     surely more
            harm     1.0 % [0.5, 1.8]        surely less""");
  }

  @Test
  void barsStandInTheirOrderWithRatesInTheirLabels() {
    JsonNode json = three.chart().json();
    JsonNode data = json.path("data");
    assertThat(data).hasSize(3);
    assertThat(data.path(0).path("name").asText()).isEqualTo("surely more");
    assertThat(data.path(0).path("y").toString()).isEqualTo("[-2]");
    assertThat(data.path(0).path("x").toString()).isEqualTo("[90]");
    assertThat(data.path(1).path("y").toString()).isEqualTo("[0,-1]");
    assertThat(data.path(1).path("error_x").path("array")).hasSize(2);
    // Side by side, bars of three traces would be thin; overlaid, of different widths.
    assertThat(json.path("layout").path("barmode").asText()).isEqualTo("stack");
    JsonNode axis = json.path("layout").path("yaxis");
    assertThat(axis.path("tickmode").asText()).isEqualTo("array");
    assertThat(axis.path("tickvals").toString()).isEqualTo("[0,-1,-2,-3]");
    assertThat(axis.path("ticktext").path(3).asText()).isEqualTo("harm<br>1.0 % [0.5, 1.8]");
    assertThat(json.path("layout").path("height").asInt()).isEqualTo(150 + 4 * 42);
  }

  @Test
  void moreRowsThanCanBeReadAreNotDrawn() {
    Comparison many = three;
    for (int i = 0; i < 13; i++) {
      many = many.and("row " + i, new Rate(1, 2));
    }
    assertThat(many.isDrawable()).isFalse();
    assertThat(three.isDrawable()).isTrue();
    assertThatThrownBy(many::chart)
        .hasMessage(
            "a comparison must have at most 16 rows to be drawn, take its table()."
                + " Received: 17");
  }

  @Test
  void ratesAreFoundByName() {
    assertThat(three.rate("work")).isEqualTo(new Rate(900, 1000));
    assertThatThrownBy(() -> three.rate("luck"))
        .hasMessage("name must be one of [nothing, hope, work, harm]. Received: luck");
    assertThatThrownBy(() -> three.and("hope", new Rate(1, 2)))
        .hasMessage("name must be no other row's. Received: hope");
  }

  @Test
  void comparisonsAreJoined() {
    var other =
        Comparison.of("Others", "nothing", new Rate(300, 1000)).and("sleep", new Rate(0, 9));
    assertThat(three.and(other)).asString().startsWith("What helps").contains("sleep");
    var unlike = Comparison.of("Others", "nothing", new Rate(1, 1000));
    assertThatThrownBy(() -> three.and(unlike))
        .hasMessage("name must be no other row's. Received: nothing");
  }

  @Test
  void gridsGiveARowForEachValue() {
    var trial =
        new Trial(
            Sequential.of(1, new Dense(1)),
            Problems.absoluteValue(2, 1),
            new Fit(new Adam(0.001), Loss.MSE, 1, 2),
            0);
    var grid =
        Sweep.of(trial)
            .seeds(0, 10)
            .over("epochs", List.of(1, 2), Trial::epochs)
            .outcomes(run -> run.trial().seed() < run.trial().fit().epochs());
    var rows = three.and(grid.run(), true);
    assertThat(rows.rate("2 epochs")).isEqualTo(new Rate(2, 10));
    var map = Sweep.of(trial).over("a", List.of(1), Trial::epochs);
    assertThatThrownBy(
            () ->
                three.and(
                    map.over("b", List.of(1), Trial::epochs).outcomes(run -> true).run(), true))
        .hasMessage("grid must have 1 axis, draw two with SuccessMap. Received: [a [1], b [1]]");
  }

  @Test
  void someRowsAloneStandBehindTheFirst() {
    assertThat(three.only("Two", "harm", "work"))
        .hasToString(
            """
            Two
            nothing  30.0 % [27.2, 32.9]
            harm     1.0 % [0.5, 1.8]        surely less
            work     90.0 % [88.0, 91.7]     surely more""");
    assertThatThrownBy(() -> three.only("Two", "luck")).hasMessageEndingWith("Received: luck");
  }

  @Test
  void rowsBehindTheFirstAreSortedByTheirRates() {
    assertThat(three.and("as hope", new Rate(310, 1000)).sorted().table().stringColumn("name"))
        .containsExactly("nothing", "work", "hope", "as hope", "harm");
    assertThat(three.only("").sorted()).hasToString("\nnothing  30.0 % [27.2, 32.9]");
  }

  @Test
  void theFarthestRateMayLieAboveOrBelow() {
    assertThat(three.farthest()).isCloseTo(0.6, within(1e-15));
    assertThat(three.only("", "hope", "harm").farthest()).isCloseTo(0.29, within(1e-15));
    assertThat(three.only("").farthest()).isZero();
  }

  @Test
  void itsTableHasARowForEach() {
    var table = three.table();
    assertThat(table.columnNames())
        .containsExactly("name", "rate", "low", "high", "beside the first");
    assertThat(table.stringColumn("beside the first").asList())
        .containsExactly("no sure difference", "no sure difference", "surely more", "surely less");
    assertThat(table.doubleColumn("rate").asDoubleArray()).containsExactly(0.3, 0.31, 0.9, 0.01);
    assertThat(table.doubleColumn("low").get(2)).isEqualTo(new Rate(900, 1000).interval().low());
  }

  @Test
  void aNameMayBeEmpty() {
    assertThat(Comparison.of("t", "", new Rate(300, 1000))).hasToString("t\n  30.0 % [27.2, 32.9]");
    assertThat(Comparison.of("", "", new Rate(300, 1000)).and("b", new Rate(900, 1000)))
        .hasToString("\n   30.0 % [27.2, 32.9]\nb  90.0 % [88.0, 91.7]     surely more");
  }
}
