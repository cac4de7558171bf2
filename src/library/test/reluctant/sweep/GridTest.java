package reluctant.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.sweep.Trials.fingerprint;
import static reluctant.sweep.Trials.interruptAfter;
import static reluctant.sweep.Trials.tiny;
import static reluctant.sweep.Trials.trial;
import static reluctant.train.Loss.MSE;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import reluctant.examples.Halves;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Trial;

class GridTest {

  private static final List<Integer> EPOCHS = List.of(1, 3, 2);
  private static final List<Integer> BATCHES = List.of(8, 40);

  private static Trial batch(Trial trial, int size) {
    return trial.fit(trial.fit().batchSize(size));
  }

  @Test
  void eachCellIsASweepOfItsOwn() {
    var sweep = Sweep.of(trial(1)).seeds(-5, 80).threads(2);
    var grid =
        sweep
            .over("epochs", EPOCHS, Trial::epochs)
            .over("batch size", BATCHES, GridTest::batch)
            .outcomes(Trials::fingerprint)
            .run();
    assertThat(grid.rows()).isEqualTo(3);
    assertThat(grid.columns()).isEqualTo(2);
    assertThat(grid.axes()).extracting(Axis::name).containsExactly("epochs", "batch size");
    assertThat(grid.axes().get(1).values()).isEqualTo(BATCHES);
    assertThat(grid.trials()).isEqualTo(6 * 80);
    assertThat(grid.engine()).isEqualTo(grid.cell(0, 0).engine());
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 2; column++) {
        var trial = batch(trial(1).epochs(EPOCHS.get(row)), BATCHES.get(column));
        var alone = Sweep.of(trial).seeds(-5, 80).outcomes(Trials::fingerprint).run();
        var cell = grid.cell(row, column);
        assertThat(cell.toString()).isEqualTo(alone.toString());
        for (int outcome : alone.outcomes()) {
          assertThat(cell.examples(outcome)).isEqualTo(alone.examples(outcome));
          assertThat(grid.rates(outcome)[row][column]).isEqualTo(alone.rate(outcome).value());
          assertThat(fingerprint(cell.example(outcome).run())).isEqualTo(outcome);
        }
      }
    }
  }

  @Test
  void aLineHasOneColumn() {
    var line =
        Sweep.of(tiny()).seeds(0, 3).over("epochs", EPOCHS, Trial::epochs).outcomes(GridTest::left);
    assertThat(line.run().columns()).isEqualTo(1);
    assertThat(line.run().rates(Halves.LEFT)).isEqualTo(new double[][] {{1}, {1}, {1}});
    assertThat(line.run())
        .hasToString(
            """
            epochs, 3 x 1 cells, 9 trials
            BOTH 0.0 to 0.0 %
            RIGHT 0.0 to 0.0 %
            LEFT 100.0 to 100.0 %
            NEITHER 0.0 to 0.0 %""");
  }

  private static Halves left(Object run) {
    return Halves.LEFT;
  }

  @Test
  void aGridOfManyCellsIsCountedOnce() {
    var numbers = IntStream.rangeClosed(1, 30).boxed().toList();
    var grid =
        Sweep.of(tiny())
            .seeds(0, 200)
            .over("epochs", List.copyOf(numbers.subList(0, 30)), (trial, n) -> trial)
            .over("rate", numbers, (trial, n) -> trial.fit(trial.fit().batchSize(n)))
            .outcomes(Trials::oftenTrue)
            .run();
    assertThat(grid.trials()).isEqualTo(180_000);
    assertThat(List.of(grid.rates(true)))
        .allSatisfy(row -> assertThat(row).hasSize(30).containsOnly(133 / 200.0));
  }

  @Test
  void anInterruptedGridHasItsFirstCells() {
    var grid =
        Sweep.of(trial(20))
            .seeds(0, 500)
            .over("epochs", EPOCHS, (trial, n) -> trial)
            .outcomes(Trials::fingerprint)
            .run(interruptAfter(100));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(grid.isPartial()).isTrue();
    assertThat(grid.toString()).contains(" trials of 1500, interrupted");
    assertThat(grid.cell(0, 0).trials()).isGreaterThanOrEqualTo(grid.cell(2, 0).trials());
    assertThat(grid.cell(2, 0).isPartial()).isTrue();
  }

  @Test
  void narrowIntervalsAreAskedOfAllCells() {
    var grid =
        Sweep.of(tiny())
            .seeds(0, 100_000)
            .stopWhenNarrowerThan(0.1)
            .over("batch size", List.of(1, 2), GridTest::batch)
            .outcomes(run -> run.trial().fit().batchSize() == 1 || Trials.oftenTrue(run))
            .run();
    // The first cell would do with 64 trials. The second's interval, of 2/3, takes 339.
    assertThat(grid.end()).isEqualTo(End.NARROW_ENOUGH);
    assertThat(grid.cell(0, 0).trials()).isEqualTo(384);
    assertThat(grid.cell(1, 0).trials()).isEqualTo(384);
  }

  private static void assertRefused(Supplier<Sweep> grid, String message) {
    assertThatThrownBy(() -> grid.get().outcomes(Trials::oftenTrue).run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  @SuppressWarnings("NullAway")
  void badGridsAreNamed() {
    var sweep = Sweep.of(tiny()).seeds(0, 2);
    assertRefused(
        () ->
            sweep.over(
                "rate", List.of(0.1, -1.0), (t, r) -> t.fit(new Fit(new Adam(r), MSE, 1, 1))),
        "the setting of rate must take each of its values. On -1.0 it threw"
            + " java.lang.IllegalArgumentException: learningRate must be a finite number above 0."
            + " Received: -1.0");
    assertRefused(
        () -> sweep.over("epochs", EPOCHS, (t, n) -> n == 3 ? null : t),
        "the setting of epochs must return a trial. On 3 it returned null");
    assertRefused(
        () -> sweep.over("epochs", List.<Integer>of(), Trial::epochs),
        "the number of values of epochs must be at least 1. Received: 0");
    assertRefused(
        () -> sweep.over("epochs", Arrays.asList(1, null), Trial::epochs),
        "a value of epochs is empty: run its cell again. Received: null");
    var two = sweep.over("epochs", EPOCHS, Trial::epochs).over("b", BATCHES, GridTest::batch);
    assertRefused(
        () -> two.over("c", BATCHES, GridTest::batch),
        "a grid must have 1 or 2 axes, count further settings by further sweeps. Received: 3");
    assertRefused(
        () -> sweep.over("b", EPOCHS, Trial::epochs).over("b", BATCHES, GridTest::batch),
        "the axes must have different names. Received: b twice");
    assertRefused(
        () -> sweep.seeds(0, 1L << 53).over("epochs", EPOCHS, Trial::epochs),
        "seeds must be at most 3002399751580330. Received: 9007199254740992");
    var outcomes = two.outcomes(Trials::oftenTrue).run();
    assertThatThrownBy(() -> outcomes.cell(3, 0))
        .hasMessage("row must be from 0 to 2. Received: 3");
    assertThatThrownBy(() -> outcomes.cell(0, 2))
        .hasMessage("column must be from 0 to 1. Received: 2");
  }

  @Test
  void aGridIsASweepLikeAnyOther() {
    var sweep = Sweep.of(trial(1)).over("epochs", EPOCHS, Trial::epochs).seeds(3, 20).threads(2);
    var grid = sweep.outcomes(Trials::fingerprint).run();
    var same = Sweep.of(trial(1)).seeds(3, 20).over("epochs", EPOCHS, Trial::epochs);
    assertThat(grid).hasToString(same.outcomes(Trials::fingerprint).run().toString());
    assertThat(sweep.toString()).endsWith(".threads(2).over(\"epochs\", List.of(1, 3, 2), ..)");
    var even = grid.by(outcome -> outcome % 2 == 0);
    assertThat(even.at(3)).hasToString(grid.at(3).by(outcome -> outcome % 2 == 0).toString());
    assertThat(grid.only(outcome -> outcome > 3).at(2))
        .hasToString(grid.at(2).only(outcome -> outcome > 3).toString());
  }

  @Test
  void aSweepWithoutAxesIsAGridOfOneCell() {
    var outcomes = Sweep.of(trial(1)).seeds(3, 20).outcomes(Trials::oftenTrue).run();
    assertThat(outcomes.axes()).isEmpty();
    assertThat(outcomes.rates(true)).isEqualTo(new double[][] {{outcomes.rate(true).value()}});
    assertThat(outcomes.cell(0, 0)).hasToString(outcomes.toString());
    assertThat(outcomes.at()).hasToString(outcomes.toString());
    assertThatThrownBy(() -> outcomes.at(1))
        .hasMessage("values must be one for each of the 0 axes. Received: 1");
  }

  @Test
  void whatOneCellTellsIsNotMixedOfSeveral() {
    var line = Sweep.of(tiny()).seeds(0, 9).over("epochs", EPOCHS, Trial::epochs);
    var grid = line.outcomes(Trials::oftenTrue).run();
    Stream.<ThrowingCallable>of(
            () -> grid.count(true),
            () -> grid.rate(true),
            () -> grid.rate(true, false),
            () -> grid.examples(true),
            () -> grid.example(true),
            grid::exampleRuns)
        .forEach(
            call ->
                assertThatThrownBy(call)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                        "outcomes must be those of one cell here, take one of the grid by at(..) or"
                            + " cell(..). Received: 3 x 1 cells"));
    assertThatThrownBy(() -> line.seeds(0, 1L << 40).rate(Trials::oftenTrue))
        .hasMessage(
            "axes must be none for a single rate, take outcomes(rule).run().rates(outcome)."
                + " Received: [epochs [1, 3, 2]]");
  }

  @Test
  void aCellIsFoundByItsValues() {
    var line = Sweep.of(tiny()).seeds(0, 9).over("epochs", EPOCHS, Trial::epochs);
    var cells = line.outcomes(run -> run.trial().fit().epochs()).run();
    assertThat(cells.at(2).rate(2).value()).isEqualTo(1);
    var grid = line.over("batch size", BATCHES, GridTest::batch);
    var sizes = grid.outcomes(run -> run.trial().fit().batchSize()).run();
    assertThat(sizes.at(3, 40).count(40)).isEqualTo(9);
    assertThatThrownBy(() -> cells.at(4))
        .hasMessage("the value must be one of epochs [1, 3, 2]. Received: 4");
    assertThatThrownBy(() -> sizes.at(3))
        .hasMessage("values must be one for each of the 2 axes. Received: 1");
  }
}
