package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reluctant.data.Problems.absoluteValue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reluctant.lanes.Lockstep;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.steps.Series;

class HistoryTest {

  private static final Trial TRIAL =
      new Trial(
          Sequential.of(1, new Dense(2, Activation.RELU), new Dense(1)),
          absoluteValue(20, 1),
          new Fit(new SGD(0.01), Loss.MSE, 3, 8).metrics(Loss.MAE),
          7);

  private static History of(
      double loss, double validation, double norm, Loss metric, double value, int steps) {
    return history(loss, validation, norm, metric, value, History.End.COMPLETED, steps);
  }

  private static History history(
      double loss,
      double validation,
      double norm,
      Loss metric,
      double value,
      History.End end,
      int steps) {
    return new History(
        TRIAL.fit(TRIAL.fit().metrics(metric)),
        new double[] {loss},
        new double[] {validation},
        new double[] {norm},
        new double[][] {{value}},
        end,
        steps);
  }

  @Test
  void theSameTrialHasAnEqualHistory() {
    History history = TRIAL.run().history();
    assertThat(TRIAL.run().history()).isEqualTo(history).hasSameHashCodeAs(history);
    assertThat(TRIAL.seed(8).run().history()).isNotEqualTo(history);
    assertThat(history.trial()).isEqualTo(TRIAL);
    assertThat(history.trial().run().history()).isEqualTo(history);
  }

  @Test
  void historiesDifferInAnyOfTheirParts() {
    History one = of(1, 2, 3, Loss.MAE, 4, 5);
    assertThat(of(1, 2, 3, Loss.MAE, 4, 5)).isEqualTo(one).hasSameHashCodeAs(one);
    assertThat(of(9, 2, 3, Loss.MAE, 4, 5)).isNotEqualTo(one).doesNotHaveSameHashCodeAs(one);
    assertThat(of(1, 9, 3, Loss.MAE, 4, 5)).isNotEqualTo(one);
    assertThat(of(1, 2, 9, Loss.MAE, 4, 5)).isNotEqualTo(one);
    assertThat(of(1, 2, 3, Loss.MSE, 4, 5)).isNotEqualTo(one);
    assertThat(of(1, 2, 3, Loss.MAE, 9, 5)).isNotEqualTo(one);
    assertThat(of(1, 2, 3, Loss.MAE, 4, 9)).isNotEqualTo(one).doesNotHaveSameHashCodeAs(one);
    assertThat(history(1, 2, 3, Loss.MAE, 4, History.End.INTERRUPTED, 5)).isNotEqualTo(one);
    assertThat(one).isNotEqualTo("1 epochs");
  }

  @Test
  void itKnowsItsFinalLoss() {
    History history = TRIAL.run().history();
    assertThat(history.finalLoss()).isEqualTo(history.loss()[2]);
    Trial diverging = TRIAL.fit(new Fit(new SGD(1e300), Loss.MSE, 9, 8));
    assertThat(diverging.run().history().finalLoss()).matches(loss -> !Double.isFinite(loss));
    double[] none = {};
    var empty = new History(TRIAL, none, none, none, new double[1][0], History.End.INTERRUPTED, 0);
    assertThat(empty.finalLoss()).isNaN();
  }

  @Test
  void itKnowsTheEpochThatReachedALossFirst() {
    double nan = Double.NaN;
    double[] losses = {3, 2, 1, 2, 0.5, Double.NEGATIVE_INFINITY};
    var history =
        new History(
            TRIAL, losses, losses, losses, new double[][] {losses}, History.End.DIVERGED, 9);
    assertThat(history.reached(3)).hasValue(1);
    assertThat(history.reached(Math.nextDown(3))).hasValue(2);
    assertThat(history.reached(1)).hasValue(3);
    assertThat(history.reached(0.5)).hasValue(5);
    assertThat(history.reached(0.25)).isEmpty();
    assertThat(of(nan, 0, 0, Loss.MAE, 0, 0).reached(1)).isEmpty();
    assertThatThrownBy(() -> history.reached(nan))
        .hasMessage("loss must be a finite number. Received: NaN");
  }

  @Test
  void itNamesItsMetrics() {
    assertThat(TRIAL.run().history().metrics()).containsExactly(Loss.MAE);
  }

  /** What keeps a number for each epoch of a fit from the start needs 17 GB here. */
  @Test
  void onlyEpochsThatAreReachedNeedMemory() {
    var endless = new Fit(new SGD(1e300), Loss.MSE, Integer.MAX_VALUE, 8);
    History alone = TRIAL.fit(endless.metrics(Loss.MAE)).run().history();
    assertThat(alone.end()).isEqualTo(History.End.DIVERGED);
    assertThat(alone.metric(Loss.MAE)).hasSize(1);
    assertThat(Lockstep.run(TRIAL.fit(endless), 0, 64))
        .extracting(run -> run.history().epochs())
        .containsOnly(1);
  }

  @Test
  void aSeriesHoldsAllThatWasAddedAndNoMoreThanItMay() {
    for (int most : new int[] {1, 1024, 1025, 5000}) {
      var series = new Series(most);
      for (int i = 0; i < most; i++) {
        series.add(i);
        assertThat(series.last()).isEqualTo(i);
      }
      assertThat(series.toArray())
          .isEqualTo(IntStream.range(0, most).asDoubleStream().toArray())
          .hasSize(series.size());
      assertThatThrownBy(() -> series.add(0)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }
  }

  @Test
  void itsEpochsAreThoseOfItsFits() {
    double[] none = {};
    double[] two = {1, 2};
    for (int[] fits : new int[][] {{}, {1}, {1, 1}, {3}}) {
      assertThatThrownBy(
              () ->
                  new History(
                      TRIAL, two, none, two, new double[][] {two}, fits, History.End.COMPLETED, 2))
          .hasMessageStartingWith(
              "epochsOfFits must be of 1 to 1 fits, with 2 epochs in all. Received: [");
    }
  }

  @Test
  void whereNoLossIsFiniteNoEpochIsBest() {
    double none = Double.NaN;
    assertThat(of(none, none, 0, Loss.MAE, 0, 0).bestEpoch()).isEmpty();
    assertThat(of(none, 1, 0, Loss.MAE, 0, 0).bestEpoch()).hasValue(1);
  }
}
