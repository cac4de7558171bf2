package reluctant.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reluctant.absolute.Halves;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.sweep.Numbers;
import reluctant.sweep.Outcomes;
import reluctant.sweep.Rate;
import reluctant.sweep.Rule;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.ProgressListener;
import reluctant.train.Trial;

/** What is drawn of a sweep that was interrupted, before its first trial or later. */
class InterruptedFiguresTest {
  private static final Sweep SWEEP =
      Sweep.of(
              new Trial(
                  Sequential.of(1, new Dense(2, RELU), new Dense(1)),
                  absoluteValue(4, 10),
                  new Fit(new Adam(0.01), MSE, 1, 4),
                  0))
          .seeds(0, 100_000_000)
          .threads(1);

  @ParameterizedTest
  @ValueSource(longs = {0, 64, 100})
  void eachFigureShowsWhatThereIsAndSaysSo(long trials) {
    Outcomes<Halves> outcomes = interrupted(trials, stop -> SWEEP.outcomes(Halves::of).run(stop));
    var line = SWEEP.over("epochs", List.of(1, 2), Trial::epochs);
    var map = line.over("batch size", List.of(2, 4), (trial, size) -> trial);
    Outcomes<Halves> row = interrupted(trials, line.outcomes(Halves::of)::run);
    Outcomes<Halves> square = interrupted(trials, map.outcomes(Halves::of)::run);
    Numbers numbers = interrupted(trials, line.numbers(Rule.finalLoss())::run);
    Outcomes<Halves> whole = SWEEP.seeds(0, 64).outcomes(Halves::of).run();
    Stream.of(
            RateFigure.of("t", "a", whole).and("b", outcomes).closedForm(half -> 0.5).chart(),
            RateFigure.of("t", "b", outcomes).chart(),
            RateBars.of("t", row, Halves.BOTH).chart(),
            RateBars.of("t", square, Halves.BOTH).chart(),
            RateCurve.of("t", row, Halves.BOTH).closedForm("half", epochs -> 0.5).chart(),
            RateCurve.bySeeds("t", List.of(whole, outcomes), Halves.BOTH).scatterAbout(0.3).chart(),
            RateCurve.bySeeds("t", List.of(outcomes), Halves.BOTH).chart(),
            Comparison.of("t", "whole", whole.rate(Halves.BOTH)).and(row, Halves.BOTH).chart(),
            SuccessMap.of("t", square, Halves.BOTH),
            DistributionCurves.of("t", "last loss", numbers).chart())
        .forEach(
            chart -> {
              assertThat(chart.alt()).startsWith("t (interrupted). ");
              assertThat(chart.json().at("/layout/title/text").asText()).contains("interrupted");
            });
    assertThat(Tables.of(outcomes).name()).endsWith(" trials (interrupted)");
    assertThat(Tables.of(numbers).name()).endsWith(" trials (interrupted)");
    assertThat(Stream.of(outcomes, row, square, numbers))
        .allSatisfy(o -> assertThat(o.toString()).contains("interrupted"));
  }

  @Test
  void aRateOfNoTrialsIsDrawnAsNoBar() {
    var none = interrupted(0, stop -> SWEEP.outcomes(Halves::of).run(stop)).rate(Halves.BOTH);
    var bars = RateBars.of("t").bar("none", none).bar("other", none, 0.3).chart();
    assertThat(bars.alt()).isEqualTo("t. none: no trials, other: no trials (closed form 30.0 %).");
    assertThat(bars.json().at("/data/0/y/0").isNull()).isTrue();
    assertThat(Comparison.of("t", "none", none).and("other", none).chart().alt())
        .contains("none no trials");
  }

  @Test
  void trialsAreMissingWhereverTheirRowsGo() {
    var line = SWEEP.over("epochs", List.of(1, 2), Trial::epochs).outcomes(Halves::of);
    Outcomes<Halves> row = interrupted(64, line::run);
    var first = Comparison.of("t", "first", new Rate(1, 2));
    var partial = first.and(row, Halves.BOTH);
    for (Comparison told :
        List.of(
            partial,
            partial.and("more", new Rate(1, 3)),
            first.and(partial),
            partial.only("t", "1 epochs"))) {
      assertThat(told.toString()).startsWith("t (interrupted)\n");
      assertThat(told.table().name()).isEqualTo("t (interrupted)");
      assertThat(told.chart().alt()).startsWith("t (interrupted). ");
    }
    assertThat(partial.only("t").toString()).startsWith("t\n");
    var bars = RateBars.of("t", row, Halves.BOTH).bar("more", new Rate(1, 3));
    assertThat(bars.toString()).startsWith("t (interrupted). ");
  }

  private interface Run<T> {
    T with(ProgressListener listener);
  }

  private static <T> T interrupted(long trials, Run<T> run) {
    Thread thread = Thread.currentThread();
    if (trials == 0) {
      thread.interrupt();
    }
    try {
      return run.with(
          (done, total) -> {
            if (done >= trials) {
              thread.interrupt();
            }
          });
    } finally {
      Thread.interrupted();
    }
  }
}
