package reluctant.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.xor;
import static reluctant.train.Loss.MSE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.SGD;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

class CohortTest {

  private static final Trial TRIAL =
      new Trial(Sequential.of(2, new Dense(1)), xor(), new Fit(new SGD(), MSE, 2, 4), 0);

  @Test
  void fourSeedsOfEachBlockAreTrained() {
    var cohort = new Cohort<Run>(run -> run);
    List<Trial> trials = List.of(TRIAL, TRIAL.epochs(3));
    assertThat(cohort.train(trials, 0, 8, Duration.ofMinutes(1))).isEqualTo(1);
    assertThat(cohort.of(TRIAL))
        .map(run -> run.trial().seed())
        .containsExactly(0L, 1L, 2L, 3L, 64L, 65L, 66L, 67L);
    assertThat(cohort.of(TRIAL.epochs(3)).get(4)).isEqualTo(TRIAL.epochs(3).seed(64).run());
    assertThat(cohort.train(trials, 8, 4, Duration.ofMinutes(1))).isEqualTo(1);
    assertThat(cohort.of(TRIAL)).hasSize(12);
    assertThat(cohort.of(TRIAL.epochs(4))).isEmpty();
  }

  @Test
  void whatThereIsNoTimeForIsNotTrained() {
    var cohort = new Cohort<Run>(run -> run);
    assertThat(cohort.train(List.of(TRIAL), 0, 8, Duration.ZERO)).isZero();
    assertThat(cohort.of(TRIAL)).isEmpty();
  }
}
