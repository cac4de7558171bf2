package reluctant.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static reluctant.data.Problems.xor;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;

/** What is noted of a training, epoch by epoch, by whatever trains it. */
class ProgressTest {

  private static final Fit FIT = new Fit(new SGD(0.1), Loss.MSE, 2, 4);
  private static final double[] NONE = {};

  private static Trial trial(Fit fit) {
    return new Trial(Sequential.of(2, new Dense(1)), xor(), fit, 1);
  }

  private static History ended(Progress progress, History.End end, long steps) {
    return Objects.requireNonNull(progress.endFit(end, steps));
  }

  @Test
  void nothingIsBestBeforeTheFirstEpoch() {
    var progress = new Progress(trial(FIT.earlyStopping(new EarlyStopping(1, 0, true))));
    assertThat(progress.isBest()).isFalse();
    assertThat(progress.endEpoch(0.5, 1, NONE, 0)).isNull();
    assertThat(progress.isBest()).isTrue();
    assertThat(progress.endEpoch(0.6, 1, NONE, 0)).isEqualTo(History.End.STOPPED_EARLY);
    assertThat(progress.isBest()).isFalse();
  }

  @Test
  void noWeightsAreRestoredWhereNobodyAsksForThem() {
    var progress = new Progress(trial(FIT.earlyStopping(new EarlyStopping(1, 0, false))));
    assertThat(progress.endEpoch(0.5, 1, NONE, 0)).isNull();
    assertThat(progress.isBest()).isFalse();
  }

  @Test
  void aFitHasItsEpochsAndItsMetrics() {
    var progress = new Progress(trial(FIT.metrics(Metric.BINARY_ACCURACY)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> progress.endEpoch(1, 1, NONE, 0))
        .withMessage("metrics must be as many as the fit's, 1. Received: 0");
    assertThat(progress.endEpoch(0.5, 3, new double[] {0.25}, 0)).isNull();
    assertThat(progress.endEpoch(0.4, 2, new double[] {0.75}, 0)).isEqualTo(History.End.COMPLETED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> progress.endEpoch(0.3, 1, new double[] {1}, 0))
        .withMessage("the epoch must be one of the fit's 2. Received: 3");
    assertThat(progress.epochs()).isEqualTo(2);
    History history = ended(progress, History.End.COMPLETED, 2);
    assertThat(history.loss()).containsExactly(0.5, 0.4);
    assertThat(history.gradientNorm()).containsExactly(3, 2);
    assertThat(history.metric(Metric.BINARY_ACCURACY)).containsExactly(0.25, 0.75);
    assertThat(history.validationLoss()).isEmpty();
  }

  @Test
  void theNextFitBeginsAnew() {
    Fit watched = FIT.epochs(3).earlyStopping(new EarlyStopping(1));
    var progress = new Progress(trial(watched.then(watched.untilLoss(0.1))));
    assertThat(progress.endEpoch(0.2, 1, NONE, 0)).isNull();
    assertThat(progress.endEpoch(0.2, 1, NONE, 0)).isEqualTo(History.End.STOPPED_EARLY);
    assertThat(progress.endFit(History.End.STOPPED_EARLY, 2)).isNull();
    assertThat(progress.isBest()).isFalse();
    assertThat(progress.endEpoch(0.3, 1, NONE, 0)).isNull();
    assertThat(progress.isBest()).isTrue();
    assertThat(progress.endEpoch(0.1, 1, NONE, 0)).isEqualTo(History.End.REACHED);
    History history = ended(progress, History.End.REACHED, 5);
    assertThat(history.epochsOfFits()).containsExactly(2, 2);
    assertThat(history.steps()).isEqualTo(7);
  }

  @Test
  void aDivergedFitIsTheLast() {
    var progress = new Progress(trial(FIT.then(FIT)));
    assertThat(progress.endEpoch(Double.NaN, 1, NONE, 0)).isEqualTo(History.End.DIVERGED);
    History history = ended(progress, History.End.DIVERGED, 3);
    assertThat(history.epochsOfFits()).containsExactly(1);
    assertThat(history.divergedAt()).hasValue(4);
  }
}
